#include "app/colours/colour_actions.h"

#include "app/colours/colour_chooser.h"
#include "app/colours/colour_dialog.h"
#include "app/help/manual_pages.h"
#include "app/session/session.h"
#include "app/widgets/add_action.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>

namespace epochscope::app {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(epochscope::app::ColourActions)
};

}  // namespace

void add_colour_by_column(QWidget& window, QMenu& menu, Session& session,
                          const std::function<void(const QString&)>& tell) {
    auto* chooser = new ColourChooser(session, &window);
    QObject::connect(chooser, &ColourChooser::told, &window, tell);
    QAction* action =
        add_toggle(window, menu, Words::tr("Colour by a colu&mn…"), {QKeySequence("Shift+C")});
    action->setToolTip(
        Words::tr("Colour each sample by its metadata, a training signal or a prediction (%1)")
            .arg(action->shortcut().toString(QKeySequence::NativeText)));
    const auto follow = [action, &session] {
        action->setEnabled(session.dataset() != nullptr);
        action->setChecked(session.view().style.colour_by == ColourBy::column);
    };
    QObject::connect(action, &QAction::triggered, &window, [&window, &session, chooser, follow] {
        follow();
        if (auto* open = window.findChild<ColourDialog*>()) {
            open->raise();
            return open->activateWindow();
        }
        auto* dialog = new ColourDialog(session, *chooser, &window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        set_manual_page(*dialog, "samples.md");
        dialog->show();
    });
    QObject::connect(&session, &Session::dataset_changed, action, follow);
    QObject::connect(&session, &Session::style_changed, action, follow);
    follow();
}

}  // namespace epochscope::app
