#pragma once

#include "app/actions/playback_actions.h"
#include "app/window/window_docks.h"

#include <functional>

class QMainWindow;
class QMenu;
class QString;
class QToolBar;

namespace epochscope::app {

class BackgroundSources;
class Bookmarks;
class BookmarksPanel;
class ComparedView;
class Comparison;
class CurvesPanel;
class CanvasArea;
class FindBar;
class History;
class MapMaker;
class Measurer;
class Opener;
class Player;
class PresetPicker;
class Projector;
class Reporter;
class ReviewPanel;
class SamplePanel;
class SampleTable;
class Session;
class Settings;
class Track;
class Workspaces;

/// The objects that the menus act on.
struct MenuTargets {
    QMainWindow& window;
    QToolBar& bar;
    Session& session;
    Player& player;
    CanvasArea& area;
    MapMaker& maps;
    PresetPicker& presets;
    SamplePanel& sample;
    FindBar& find;
    Track& track;
    Opener& opener;
    BackgroundSources& backgrounds;
    Projector& projector;
    Measurer& measurer;
    Reporter& reporter;
    Comparison& comparison;
    ComparedView& compared;
    WindowDocks docks;
    SampleTable& table;
    ReviewPanel& review;
    CurvesPanel& curves;
    History& history;
    const Bookmarks& bookmarks;
    BookmarksPanel& bookmarks_panel;
    Workspaces& workspaces;
    Settings& settings;
    /// Shows a message in the status line.
    std::function<void(const QString&)> tell;
};

/// Fills a window's menu bar and tool bar: File, Edit, View, Selection and Help, with the playback
/// menu (made before, as the timeline shares it) between them; and makes the context menus.
void add_menus(const MenuTargets& targets, QMenu& playback);

}  // namespace epochscope::app
