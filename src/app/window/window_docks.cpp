#include "app/window/window_docks.h"

#include "app/help/manual_pages.h"
#include "app/window/dock_layout.h"

#include <QCoreApplication>
#include <QDockWidget>

namespace epochscope::app {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(epochscope::app::MainWindow)
};

}  // namespace

WindowDocks add_docks(QMainWindow& window, const DockContents& contents) {
    const auto add = [&window](const QString& title, const char* name, QWidget* content,
                               Qt::DockWidgetArea area, const char* page) {
        QDockWidget* dock = DockLayout::add_dock(window, title, name, content, area);
        set_manual_page(*dock, page);
        return dock;
    };
    WindowDocks docks;
    docks.classes =
        add(Words::tr("Classes"), "classes", contents.classes, Qt::LeftDockWidgetArea, "start.md");
    docks.sample = add(Words::tr("Sample"), "sample", contents.sample, Qt::RightDockWidgetArea,
                       "landscapes.md");
    docks.table = add(Words::tr("Samples"), "samples", contents.table, Qt::BottomDockWidgetArea,
                      "samples.md");
    docks.review =
        add(Words::tr("Review"), "review", contents.review, Qt::BottomDockWidgetArea, "review.md");
    window.tabifyDockWidget(docks.table, docks.review);
    docks.histograms = add(Words::tr("Histograms"), "histograms", contents.histograms,
                           Qt::BottomDockWidgetArea, "samples.md");
    docks.curves = add(Words::tr("Training curves"), "curves", contents.curves,
                       Qt::BottomDockWidgetArea, "curves.md");
    docks.events =
        add(Words::tr("Events"), "events", contents.events, Qt::BottomDockWidgetArea, "curves.md");
    docks.prototypes = add(Words::tr("Prototypes"), "prototypes", contents.prototypes,
                           Qt::LeftDockWidgetArea, "prototypes.md");
    docks.bookmarks = add(Words::tr("Bookmarks"), "bookmarks", contents.bookmarks,
                          Qt::RightDockWidgetArea, "workspaces.md");
    for (QDockWidget* dock : {docks.table, docks.review, docks.histograms, docks.curves,
                              docks.events, docks.prototypes, docks.bookmarks})
        dock->hide();
    return docks;
}

}  // namespace epochscope::app
