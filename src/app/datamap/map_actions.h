#pragma once

class QAction;
class QMenu;
class QWidget;

namespace epochscope::app {

class CanvasArea;
class MapMaker;
class PresetPicker;
class Session;

/// Actions that show the data map; disabled with a reason where there can be none. Returns the one
/// that shows it beside the embedding.
QAction* add_map_actions(QWidget& window, QMenu& menu, Session& session, CanvasArea& area,
                         const MapMaker& maker);

/// A menu of presets that pick samples, the probably mislabelled first.
QMenu& add_preset_actions(QWidget& window, QMenu& menu, Session& session, const MapMaker& maker,
                          PresetPicker& picker);

}  // namespace epochscope::app
