#include "app/window/main_menus.h"

#include "app/actions/pick_actions.h"
#include "app/actions/place_action.h"
#include "app/actions/view_actions.h"
#include "app/canvas/canvas.h"
#include "app/curves/curves_panel.h"
#include "app/datamap/canvas_area.h"
#include "app/datamap/map_actions.h"
#include "app/datamap/picked_panel.h"
#include "app/export/export_dialog.h"
#include "app/help/about_dialog.h"
#include "app/help/shortcuts_dialog.h"
#include "app/open/background_sources.h"
#include "app/open/opener.h"
#include "app/project/projector.h"
#include "app/prototypes/prototype_actions.h"
#include "app/sample/sample_panel.h"
#include "app/session/session.h"
#include "app/widgets/add_action.h"
#include "app/window/settings.h"

#include <QAbstractSpinBox>
#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QDockWidget>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>

namespace epochscope::app {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(epochscope::app::Menus)
};

/// Something that makes sense only once a folder is open.
void needs_dataset(Session& session, QAction* action) {
    const auto update = [action, &session] { action->setEnabled(session.dataset() != nullptr); };
    QObject::connect(&session, &Session::dataset_changed, action, update);
    update();
}

void export_picture(const MenuTargets& t) {
    Canvas& canvas = t.area.active();
    auto* dialog = new ExportDialog(canvas.model(), canvas.pixel_size(), canvas.devicePixelRatioF(),
                                    &t.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void add_background_actions(const MenuTargets& t, QMenu& menu) {
    QAction* files = add_action(t.window, menu, Words::tr("&Backgrounds from files…"));
    QObject::connect(files, &QAction::triggered, &t.backgrounds, &BackgroundSources::ask_for_files);
    needs_dataset(t.session, files);
    QAction* url = add_action(t.window, menu, Words::tr("Backgrounds from a &URL…"));
    QObject::connect(url, &QAction::triggered, &t.backgrounds, &BackgroundSources::ask_for_url);
    needs_dataset(t.session, url);
}

/// They are read for what is open, and seen in their dock.
void add_curve_actions(const MenuTargets& t, QMenu& menu) {
    const auto add = [&](const QString& text, void (CurvesPanel::*ask)()) {
        QAction* action = add_action(t.window, menu, text);
        QObject::connect(action, &QAction::triggered, &t.window, [t, ask] {
            t.curves_dock.show();
            t.curves_dock.raise();
            (t.curves.*ask)();
        });
        needs_dataset(t.session, action);
    };
    add(Words::tr("Open &training curves…"), &CurvesPanel::ask_for_files);
    add(Words::tr("Open a &folder of training curves…"), &CurvesPanel::ask_for_folder);
}

void add_file_menu(const MenuTargets& t, QToolBar& bar) {
    QMenu& menu = *t.window.menuBar()->addMenu(Words::tr("&File"));
    QAction* open =
        add_action(t.window, menu, Words::tr("&Open…"), {QKeySequence("Ctrl+O")}, "open");
    QObject::connect(open, &QAction::triggered, &t.opener, &Opener::ask);
    t.opener.recent().fill(*menu.addMenu(Words::tr("Open &recent")));
    QAction* project =
        add_action(t.window, menu, Words::tr("&Project a recording…"), {QKeySequence("Ctrl+P")});
    QObject::connect(project, &QAction::triggered, &t.projector, &Projector::ask);
    menu.addSeparator();
    add_background_actions(t, menu);
    add_curve_actions(t, menu);
    menu.addSeparator();
    QAction* save =
        add_action(t.window, menu, Words::tr("&Export…"), {QKeySequence("Ctrl+E")}, "export");
    QObject::connect(save, &QAction::triggered, &t.window, [t] { export_picture(t); });
    needs_dataset(t.session, save);
    needs_dataset(t.session, add_copy_picture(t.window, menu, [&area = t.area]() -> Canvas& {
                      return area.active();
                  }));
    menu.addSeparator();
    QAction* quit = add_action(t.window, menu, Words::tr("&Quit"), {QKeySequence("Ctrl+Q")});
    QObject::connect(quit, &QAction::triggered, &t.window, &QWidget::close);
    bar.addAction(open);
    bar.addAction(save);
    bar.addSeparator();
}

void add_theme_menu(const MenuTargets& t, QMenu& view) {
    QMenu& menu = *view.addMenu(Words::tr("T&heme"));
    auto* group = new QActionGroup(&menu);
    const auto add = [&](const QString& text, Theme theme) {
        QAction* action = add_toggle(t.window, menu, text);
        group->addAction(action);
        action->setChecked(t.settings.theme() == theme);
        QObject::connect(action, &QAction::triggered, &t.settings,
                         [&settings = t.settings, theme] { settings.set_theme(theme); });
    };
    add(Words::tr("As the &system"), Theme::system);
    add(Words::tr("&Light"), Theme::light);
    add(Words::tr("&Dark"), Theme::dark);
}

void add_window_actions(const MenuTargets& t, QMenu& view) {
    const auto add_panel = [&](QDockWidget& dock, const QString& key) {
        QAction* action = dock.toggleViewAction();
        action->setShortcut(QKeySequence(key));
        view.addAction(action);
        t.window.addAction(action);
    };
    add_panel(t.classes_dock, "Ctrl+1");
    add_panel(t.sample_dock, "Ctrl+2");
    add_panel(t.picked_dock, "Ctrl+3");
    add_panel(t.curves_dock, "Ctrl+4");
    add_panel(t.events_dock, "Ctrl+5");
    add_panel(t.prototypes_dock, "Ctrl+6");
    QAction* full = add_toggle(t.window, view, Words::tr("F&ull screen"), {QKeySequence("F11")});
    full->setObjectName("full_screen");
    QObject::connect(full, &QAction::toggled, &t.window, [&window = t.window](bool on) {
        window.setWindowState(window.windowState().setFlag(Qt::WindowFullScreen, on));
    });
}

void add_view_menu(const MenuTargets& t, QToolBar& bar) {
    QMenu& menu = *t.window.menuBar()->addMenu(Words::tr("&View"));
    const CameraActions camera = add_camera_actions(
        t.window, menu, t.session, [&area = t.area]() -> Canvas& { return area.active(); });
    for (QAction* action : {camera.zoom_in, camera.zoom_out, camera.home, camera.fit}) {
        bar.addAction(action);
        needs_dataset(t.session, action);
    }
    menu.addSeparator();
    add_style_actions(t.window, menu, t.session);
    menu.addSeparator();
    add_prototype_actions(t.window, menu, t.session);
    menu.addSeparator();
    add_map_actions(t.window, menu, t.session, t.area, t.maps);
    add_window_actions(t, menu);
    add_theme_menu(t, menu);
    add_renderer_actions(t.window, *menu.addMenu(Words::tr("&Renderer")), t.area.canvas());
}

/// Esc leaves, one after another: a box that is dragged, a field that is typed in, the full screen,
/// the selection, the place looked at, what is picked.
void escape(const MenuTargets& t) {
    QWidget* focused = QApplication::focusWidget();
    auto* full = t.window.findChild<QAction*>("full_screen");
    if (t.area.cancel_drag()) return;
    if (qobject_cast<QLineEdit*>(focused) || qobject_cast<QAbstractSpinBox*>(focused)) {
        focused->clearFocus();
    } else if (full->isChecked()) {
        full->setChecked(false);
    } else if (!t.session.view().selection.empty()) {
        t.session.clear_selection();
    } else if (t.session.view().place) {
        t.session.look_at(std::nullopt);
    } else {
        t.session.pick(nullptr);
    }
}

void add_selection_menu(const MenuTargets& t) {
    QMenu& menu = *t.window.menuBar()->addMenu(Words::tr("&Selection"));
    QAction* find = add_action(t.window, menu, Words::tr("&Find a sample by its index"),
                               {QKeySequence("Ctrl+F"), Qt::Key_G});
    QObject::connect(find, &QAction::triggered, &t.window, [t] {
        t.sample_dock.show();
        t.sample_dock.raise();
        t.sample.focus_index();
    });
    needs_dataset(t.session, find);
    add_place_action(t.window, menu, t.session, t.area.canvas());
    menu.addSeparator();
    add_drag_tools(t.window, menu, t.session);
    t.picked.set_presets(add_preset_actions(t.window, menu, t.session, t.maps, t.presets));
    add_save_picked(t.window, menu, t.session, t.picked);
    menu.addSeparator();
    QAction* clear =
        add_action(t.window, menu, Words::tr("&Clear the selection"), {Qt::Key_Escape});
    QObject::connect(clear, &QAction::triggered, &t.window, [t] { escape(t); });
}

void add_help_menu(const MenuTargets& t) {
    QMenu& menu = *t.window.menuBar()->addMenu(Words::tr("&Help"));
    QAction* keys =
        add_action(t.window, menu, Words::tr("&Keyboard shortcuts"), {QKeySequence("F1")});
    QObject::connect(keys, &QAction::triggered, &t.window, [&window = t.window] {
        auto* page = new ShortcutsDialog(*window.menuBar(), &window);
        page->setAttribute(Qt::WA_DeleteOnClose);
        page->show();
    });
    QAction* about = add_action(t.window, menu, Words::tr("&About Epochscope"));
    QObject::connect(about, &QAction::triggered, &t.window, [t] {
        const bool raster = t.area.canvas().renderer() == Renderer::raster;
        show_about(t.window,
                   raster ? Words::tr("processor (raster)") : Words::tr("graphics card (OpenGL)"));
    });
}

}  // namespace

void add_menus(const MenuTargets& targets, QMenu& playback) {
    QToolBar& bar = *targets.window.addToolBar(Words::tr("Tools"));
    bar.setObjectName("tools");
    bar.setMovable(false);
    bar.setIconSize({20, 20});
    bar.toggleViewAction()->setText(Words::tr("&Tool bar"));
    add_file_menu(targets, bar);
    add_view_menu(targets, bar);
    targets.window.menuBar()->addMenu(&playback);
    add_selection_menu(targets);
    add_help_menu(targets);
}

}  // namespace epochscope::app
