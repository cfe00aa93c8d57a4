#pragma once

class QMenu;
class QWidget;

namespace epochscope::app {

class CanvasArea;
class MapMaker;
class PickedPanel;
class PresetPicker;
class Session;

/// Where the data map is shown. Where there can be none, the actions say why.
void add_map_actions(QWidget& window, QMenu& menu, Session& session, CanvasArea& deck,
                     const MapMaker& maker);

/// A menu of presets, each of which picks its samples.
QMenu& add_preset_actions(QWidget& window, QMenu& menu, Session& session, const MapMaker& maker,
                          PresetPicker& picker);

/// Saves the table of the picked samples.
void add_save_picked(QWidget& window, QMenu& menu, Session& session, PickedPanel& picked);

}  // namespace epochscope::app
