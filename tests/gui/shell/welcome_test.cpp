#include "app/open/welcome.h"

#include "app/open/drop_area.h"
#include "app/open/folder_card.h"
#include "app/open/folder_pictures.h"
#include "app/open/training_lines.h"
#include "app/timeline/timeline.h"
#include "app/window/termination.h"
#include "gui/shell/window.h"

#include <QClipboard>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QDragLeaveEvent>
#include <QImage>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QTabBar>
#include <QToolBar>
#include <QUrl>

#include <csignal>
#include <utility>
#include <vector>

using namespace epochscope;
using namespace epochscope::app;
using epochscope::tests::Window;
using epochscope::tests::window_patience;

namespace {

QPushButton& button(const QWidget& parent, const QString& words) {
    for (QPushButton* candidate : parent.findChildren<QPushButton*>())
        if (candidate->text() == words) return *candidate;
    throw std::runtime_error("no button says " + words.toStdString());
}

QStringList visible_docks(const Window& window) {
    QStringList names;
    for (const QDockWidget* dock : window->findChildren<QDockWidget*>())
        if (dock->isVisible()) names << dock->objectName();
    names.sort();
    return names;
}

void wait_for_opening(const Window& window) {
    REQUIRE(
        QTest::qWaitFor([&] { return window.session().dataset() != nullptr; }, window_patience));
}

}  // namespace

TEST_CASE("while nothing is open there are no panels and no timeline", "[shell]") {
    const Window window;
    CHECK(visible_docks(window).isEmpty());
    CHECK_FALSE(window.find<Timeline>().isVisible());
    CHECK_FALSE(window.find<QToolBar>().isVisible());
    CHECK(window.find<Welcome>().isVisible());
    window.press(Qt::Key_1, Qt::ControlModifier);
    CHECK(visible_docks(window).isEmpty());
    window.open_made();
    CHECK(visible_docks(window) == QStringList{"classes", "sample"});
    CHECK(window.find<Timeline>().isVisible());
    CHECK(window.find<QToolBar>().isVisible());
    CHECK_FALSE(window.find<Welcome>().isVisible());
}

TEST_CASE("closing the empty window keeps the layout of before", "[shell]") {
    {
        const Window window;
        window.open_made();
        window->findChild<QDockWidget*>("sample")->hide();
        window->findChild<QDockWidget*>("events")->show();
        window->close();
    }
    {
        const Window empty(Window::Start::again);
        CHECK(visible_docks(empty).isEmpty());
        empty->close();
    }
    const Window again(Window::Start::again);
    again.open_made();
    CHECK(visible_docks(again) == QStringList{"classes", "events"});
}

TEST_CASE("the drop area lights up while something is dragged over the window", "[shell]") {
    const Window window;
    const auto& area = window.find<DropArea>();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile("/tmp")});
    QDragEnterEvent enter({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&*window, &enter);
    CHECK(enter.isAccepted());
    CHECK(area.is_lit());
    QDragLeaveEvent leave;
    QApplication::sendEvent(&*window, &leave);
    CHECK_FALSE(area.is_lit());
}

TEST_CASE("a card of a recent folder has a picture of its last epoch and opens it", "[shell]") {
    QString path;
    const tests::TemporaryFolder folder;
    const QString made = tests::write_folder(folder.path() / "made");
    {
        const Window window;
        REQUIRE(window.open(made));
        path = QString::fromStdString(window.session().dataset()->path);
        REQUIRE(QTest::qWaitFor([&] { return QFile::exists(FolderPictures::file_of(path)); },
                                window_patience));
    }
    const QImage picture(FolderPictures::file_of(path));
    CHECK_FALSE(picture.isNull());
    const Window again(Window::Start::again);
    auto& card = again.find<FolderCard>();
    CHECK(card.isVisible());
    CHECK(card.has_picture());
    CHECK(card.folder() == path);
    QTest::mouseClick(&card, Qt::LeftButton);
    wait_for_opening(again);
    CHECK(again.session().dataset()->path == path.toStdString());
}

TEST_CASE("the example opens by one click", "[shell]") {
    const Window window;
    QTest::mouseClick(&button(window.find<Welcome>(), "Open the example"), Qt::LeftButton);
    wait_for_opening(window);
    CHECK(window.session().dataset()->series.class_count() == 10);
}

TEST_CASE("the lines that record a training run are copied", "[shell]") {
    const Window window;
    auto& lines = window.find<TrainingLines>();
    QTest::mouseClick(&button(lines, "Copy"), Qt::LeftButton);
    const QString copied = QGuiApplication::clipboard()->text();
    CHECK(copied.contains("from epochscope import Recorder"));
    CHECK(lines.findChild<QPlainTextEdit*>()->toPlainText() == copied.trimmed());
    // The package is where they say.
    const QString folder = copied.section('"', 1, 1);
    CHECK(QFile::exists(folder + "/epochscope.py"));
    CHECK(button(lines, "Copied").isVisible());
}

TEST_CASE("the first window fits the screen", "[shell]") {
    QSettings().clear();
    const MainWindow window(Renderer::raster);
    const QSize room = window.screen()->availableGeometry().size();
    CHECK(window.size().boundedTo(room) == window.size());
    CHECK(window.minimumSize() == QSize(800, 560).boundedTo(window.minimumSize()));
}

TEST_CASE("docks that do not fit their column become tabs", "[shell]") {
    const Window window;
    window.open_made();
    auto* classes = window->findChild<QDockWidget*>("classes");
    auto* prototypes = window->findChild<QDockWidget*>("prototypes");
    window->findChild<QDockWidget*>("events")->show();
    window->findChild<QDockWidget*>("curves")->show();
    window->resize(1360, 1000);
    window->resize(800, 560);
    prototypes->findChild<QScrollArea*>()->widget()->setMinimumHeight(300);
    prototypes->show();
    const auto& timeline = window.find<Timeline>();
    CHECK(QTest::qWaitFor([&] { return window->tabifiedDockWidgets(classes).contains(prototypes); },
                          window_patience));
    CHECK(window->size() == QSize(800, 560));
    const QRect at(timeline.mapTo(&*window, QPoint(0, 0)), timeline.size());
    CHECK(window->rect().contains(at));
    CHECK(timeline.height() >= timeline.minimumSizeHint().height());
}

TEST_CASE("of docks that become tabs, the one asked for last is in front", "[shell]") {
    const Window window;
    window.open_made();
    window->resize(800, 560);
    const auto is_seen = [&](const char* name) {
        auto* dock = window->findChild<QDockWidget*>(name);
        return QTest::qWaitFor([&] { return !dock->visibleRegion().isEmpty(); }, window_patience);
    };
    const std::vector<std::pair<Qt::Key, const char*>> panels{{Qt::Key_7, "review"},
                                                              {Qt::Key_3, "samples"},
                                                              {Qt::Key_5, "events"},
                                                              {Qt::Key_8, "histograms"}};
    for (const auto& [key, name] : panels) {
        CAPTURE(name);
        window.press(key, Qt::ControlModifier);
        CHECK(is_seen(name));
        QTest::qWait(400);
        CHECK(is_seen(name));
        CHECK(window->size() == QSize(800, 560));
    }
    for (const auto& [key, name] : panels) window.press(key, Qt::ControlModifier);
    QTest::qWait(600);
    // Their tab bar is gone with them.
    for (const QTabBar* bar : window->findChildren<QTabBar*>()) {
        CAPTURE(bar->count(), bar->x(), bar->y(), bar->width());
        CHECK((bar->count() > 1 || bar->visibleRegion().isEmpty()));
    }
}

TEST_CASE("columns that leave no room for the timeline become tabs of one", "[shell][alone]") {
    const Window window;
    window.open_made();
    auto* classes = window->findChild<QDockWidget*>("classes");
    auto* sample = window->findChild<QDockWidget*>("sample");
    CHECK(window->tabifiedDockWidgets(classes).isEmpty());
    sample->findChild<QScrollArea*>()->widget()->setMinimumWidth(400);
    window->resize(800, 560);
    CHECK(QTest::qWaitFor([&] { return window->tabifiedDockWidgets(classes).contains(sample); },
                          window_patience));
    const auto& timeline = window.find<Timeline>();
    CHECK(QTest::qWaitFor([&] { return timeline.width() >= timeline.minimumSizeHint().width(); },
                          window_patience));
}

TEST_CASE("settings are written a moment after they change", "[shell]") {
    const Window window;
    window.open_made();
    window.press(Qt::Key_A);
    CHECK(QTest::qWaitFor(
        [] {
            const QSettings stored;
            return stored.contains("style/axes") && !stored.value("style/axes").toBool();
        },
        window_patience));
    QSettings().remove("window/layout");
    window->findChild<QDockWidget*>("sample")->hide();
    CHECK(QTest::qWaitFor([] { return QSettings().contains("window/layout"); }, window_patience));
}

TEST_CASE("a signal to end is answered by the event loop", "[shell]") {
    int asked = 0;
    const TerminationWatch watch([&asked] { ++asked; });
    REQUIRE(std::raise(SIGTERM) == 0);
    CHECK(asked == 0);
    CHECK(QTest::qWaitFor([&asked] { return asked == 1; }, window_patience));
}
