#include "app/measure/measure_actions.h"

#include "app/measure/measurer.h"
#include "app/widgets/add_action.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>

namespace epochscope::app {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(epochscope::app::MeasureActions)
};

/// Enables an action with an explanation, or disables it with the reason.
template <typename Obstacle>
void explain(Measurer& measurer, QAction* action, const QString& tip, Obstacle obstacle) {
    const auto update = [&measurer, action, tip, obstacle] {
        const QString reason = (measurer.*obstacle)();
        action->setEnabled(reason.isEmpty());
        action->setToolTip(reason.isEmpty() ? tip : reason);
    };
    QObject::connect(&measurer, &Measurer::changed, action, update);
    update();
}

}  // namespace

void add_measure_actions(QWidget& window, QMenu& menu, Measurer& measurer) {
    menu.setToolTipsVisible(true);
    QAction* prototypes = add_action(window, menu, Words::tr("Compute protot&ypes…"));
    QObject::connect(prototypes, &QAction::triggered, &measurer, &Measurer::ask_for_prototypes);
    explain(
        measurer, prototypes,
        Words::tr("Cluster the embeddings of each epoch and store the prototypes in the folder"),
        &Measurer::obstacle_to_prototypes);
    QAction* trust = add_action(window, menu, Words::tr("&Measure trust"));
    QObject::connect(trust, &QAction::triggered, &measurer, &Measurer::measure_trust);
    explain(measurer, trust,
            Words::tr("Measure how faithful the projection is to the recording, and store it in "
                      "the folder"),
            &Measurer::obstacle_to_trust);
}

}  // namespace epochscope::app
