#include "app/datamap/map_actions.h"

#include "app/datamap/canvas_area.h"
#include "app/datamap/map_maker.h"
#include "app/datamap/preset_picker.h"
#include "app/session/session.h"
#include "app/widgets/add_action.h"
#include "app/widgets/icons.h"

#include <QAction>
#include <QCoreApplication>
#include <QInputDialog>
#include <QMenu>

#include <limits>

namespace epochscope::app {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(epochscope::app::MapActions)
};

/// Disables an action with a reason where there can be no signals, else explains it.
void explain(Session& session, const MapMaker& maker, QAction* action, const QString& tip) {
    const auto update = [action, &maker, tip] {
        const QString obstacle = maker.obstacle();
        action->setEnabled(obstacle.isEmpty() || action->isChecked());
        const QString words = obstacle.isEmpty() ? tip : obstacle;
        const QString key = action->shortcut().toString(QKeySequence::NativeText);
        action->setToolTip(key.isEmpty() ? words : QStringLiteral("%1 (%2)").arg(words, key));
    };
    for (const auto changes : {&Session::dataset_changed, &Session::epochs_changed})
        QObject::connect(&session, changes, action, update);
    QObject::connect(action, &QAction::toggled, action, update);
    update();
}

void ask_how_often(QWidget& window, PresetPicker& picker) {
    auto* dialog = new QInputDialog(&window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(preset_words(MapPreset::forgotten));
    dialog->setLabelText(Words::tr("Minimum number of times forgotten:"));
    dialog->setInputMode(QInputDialog::IntInput);
    dialog->setIntRange(1, std::numeric_limits<int>::max());
    dialog->setIntValue(1);
    dialog->setOkButtonText(Words::tr("Pick"));
    dialog->setCancelButtonText(Words::tr("Cancel"));
    QObject::connect(dialog, &QInputDialog::intValueSelected, &picker,
                     [&picker](int times) { picker.pick(MapPreset::forgotten, times); });
    dialog->open();
}

}  // namespace

QAction* add_map_actions(QWidget& window, QMenu& menu, Session& session, CanvasArea& area,
                         const MapMaker& maker) {
    QMenu& maps = *menu.addMenu(Words::tr("&Data map"));
    maps.setToolTipsVisible(true);
    const auto add = [&](const QString& text, const QKeySequence& key, const QString& tip,
                         MapMode mode) {
        QAction* action = add_toggle(window, maps, text, {key});
        QObject::connect(action, &QAction::triggered, &area,
                         [&area, mode](bool on) { area.set_mode(on ? mode : MapMode::off); });
        const auto show = [action, &area, mode] { action->setChecked(area.mode() == mode); };
        QObject::connect(&area, &CanvasArea::mode_changed, action, show);
        show();
        explain(session, maker, action, tip);
        return action;
    };
    QAction* beside = add(Words::tr("&Beside the embedding"), Qt::Key_M,
                          Words::tr("Show the data map up to the playhead beside the embedding"),
                          MapMode::beside);
    add(Words::tr("&Instead of the embedding"), QKeySequence("Shift+M"),
        Words::tr("Show the data map up to the playhead instead of the embedding"),
        MapMode::instead);
    beside->setIcon(icon("data_map"));
    return beside;
}

QMenu& add_preset_actions(QWidget& window, QMenu& menu, Session& session, const MapMaker& maker,
                          PresetPicker& picker) {
    QMenu& presets = *menu.addMenu(Words::tr("Pick by &training"));
    presets.setToolTipsVisible(true);
    for (const MapPreset preset : {MapPreset::mislabelled, MapPreset::ambiguous, MapPreset::easy,
                                   MapPreset::forgotten, MapPreset::never_learnt}) {
        const bool asks = preset == MapPreset::forgotten;
        QAction* action =
            add_action(window, presets,
                       asks ? Words::tr("Forgotten at least n times…") : preset_words(preset));
        if (preset == MapPreset::mislabelled) action->setIcon(icon("mislabelled"));
        explain(session, maker, action, preset_explanation(preset));
        QObject::connect(action, &QAction::triggered, &picker, [&window, &picker, preset, asks] {
            asks ? ask_how_often(window, picker) : picker.pick(preset);
        });
    }
    return presets;
}

}  // namespace epochscope::app
