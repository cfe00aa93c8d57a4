#include "app/review/review_actions.h"

#include "app/review/review_panel.h"
#include "app/session/session.h"
#include "app/widgets/add_action.h"

#include <QAction>
#include <QCoreApplication>
#include <QDockWidget>
#include <QMenu>

namespace epochscope::app {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(epochscope::app::Review)
};

}  // namespace

QAction* add_review_actions(QWidget& window, QMenu& menu, Session& session, QDockWidget& dock,
                            ReviewPanel& panel) {
    QAction* review = add_action(window, menu, Words::tr("Revie&w the picked samples…"),
                                 {QKeySequence("Ctrl+R")});
    QAction* place = add_action(window, menu, Words::tr("&Keep the decisions in another file…"));
    QAction* labels = add_action(window, menu, Words::tr("Export corrected la&bels…"));
    QObject::connect(review, &QAction::triggered, &panel, [&dock, &panel] {
        dock.show();
        dock.raise();
        panel.review_picked();
    });
    QObject::connect(place, &QAction::triggered, &panel, &ReviewPanel::ask_for_place);
    QObject::connect(labels, &QAction::triggered, &panel, &ReviewPanel::export_labels);
    const auto update = [review, place, labels, &session] {
        const bool some = session.picked_count() > 0;
        review->setEnabled(some);
        review->setToolTip(some ? text_with_key(*review) : Words::tr("No sample is picked."));
        place->setEnabled(session.dataset() != nullptr);
        labels->setEnabled(session.dataset() != nullptr);
    };
    QObject::connect(&session, &Session::picked_changed, review, update);
    QObject::connect(&session, &Session::dataset_changed, review, update);
    update();
    return review;
}

}  // namespace epochscope::app
