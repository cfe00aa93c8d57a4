#include "app/window/main_menus.h"

#include "app/actions/context_menus.h"
#include "app/actions/pick_actions.h"
#include "app/actions/place_action.h"
#include "app/actions/view_actions.h"
#include "app/bookmarks/bookmarks.h"
#include "app/bookmarks/bookmarks_panel.h"
#include "app/canvas/canvas.h"
#include "app/colours/colour_actions.h"
#include "app/compare/compare_actions.h"
#include "app/compare/compared_view.h"
#include "app/curves/curves_panel.h"
#include "app/datamap/canvas_area.h"
#include "app/datamap/map_actions.h"
#include "app/export/export_dialog.h"
#include "app/find/find_bar.h"
#include "app/help/about_dialog.h"
#include "app/help/action_search.h"
#include "app/help/manual_dialog.h"
#include "app/measure/measure_actions.h"
#include "app/open/background_sources.h"
#include "app/open/opener.h"
#include "app/project/projector.h"
#include "app/prototypes/prototype_actions.h"
#include "app/report/reporter.h"
#include "app/review/review_actions.h"
#include "app/sample/sample_panel.h"
#include "app/session/history.h"
#include "app/session/session.h"
#include "app/table/sample_table.h"
#include "app/timeline/track.h"
#include "app/widgets/add_action.h"
#include "app/widgets/icons.h"
#include "app/window/settings_dialog.h"
#include "app/window/settings_menu.h"
#include "app/window/workspaces.h"

#include <QAbstractSpinBox>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>
#include <QUndoStack>

#include <vector>

namespace epochscope::app {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(epochscope::app::Menus)
};

/// The entries that menu bar, tool bar and context menus share.
struct Shared {
    QMenu* settings = nullptr;
    QAction* open = nullptr;
    QAction* project = nullptr;
    QAction* save = nullptr;
    QAction* copy = nullptr;
    QList<QAction*> camera;
    DragTools tools;
    QList<QAction*> picks;
    QAction* find = nullptr;
    QAction* map = nullptr;
    QMenu* colours = nullptr;
    QMenu* presets = nullptr;
    QMenu* trust = nullptr;
};

/// Something that makes sense only once a folder is open.
void needs_dataset(Session& session, QAction* action) {
    const auto update = [action, &session] { action->setEnabled(session.dataset() != nullptr); };
    QObject::connect(&session, &Session::dataset_changed, action, update);
    update();
}

void export_picture(const MenuTargets& t) {
    Canvas& canvas = t.area.active();
    // Bookmarks are of the embedding.
    const bool is_embedding = &canvas == &t.area.canvas();
    auto* dialog = new ExportDialog(
        canvas.model(), canvas.pixel_size(), canvas.devicePixelRatioF(),
        is_embedding ? t.bookmarks.drawn_views() : std::vector<ViewState>(), &t.window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    set_manual_page(*dialog, "export.md");
    dialog->open();
}

void add_background_actions(const MenuTargets& t, QMenu& menu) {
    QAction* files = add_action(t.window, menu, Words::tr("&Backgrounds from files…"));
    QObject::connect(files, &QAction::triggered, &t.backgrounds, &BackgroundSources::ask_for_files);
    needs_dataset(t.session, files);
    QAction* url = add_action(t.window, menu, Words::tr("Backgrounds from a &URL…"));
    QObject::connect(url, &QAction::triggered, &t.backgrounds, &BackgroundSources::ask_for_url);
    needs_dataset(t.session, url);
    QAction* again = add_action(t.window, menu, Words::tr("&Fetch the backgrounds again"),
                                {QKeySequence(Qt::Key_F5)});
    again->setEnabled(t.backgrounds.can_fetch_again());
    QObject::connect(&t.backgrounds, &BackgroundSources::can_fetch_again_changed, again,
                     &QAction::setEnabled);
    QObject::connect(again, &QAction::triggered, &t.backgrounds, &BackgroundSources::fetch_again);
}

void add_workspace_actions(const MenuTargets& t, QMenu& menu) {
    const auto add = [&](const QString& text, const QList<QKeySequence>& keys,
                         void (Workspaces::*act)()) {
        QAction* action = add_action(t.window, menu, text, keys);
        QObject::connect(action, &QAction::triggered, &t.workspaces, act);
        needs_dataset(t.session, action);
    };
    add(Words::tr("Save &workspace"), {QKeySequence("Ctrl+S")}, &Workspaces::save);
    add(Words::tr("Save wor&kspace as…"), {}, &Workspaces::save_as);
}

/// They are read for what is open, and seen in their dock.
void add_curve_actions(const MenuTargets& t, QMenu& menu) {
    const auto add = [&](const QString& text, void (CurvesPanel::*ask)()) {
        QAction* action = add_action(t.window, menu, text);
        QObject::connect(action, &QAction::triggered, &t.window, [t, ask] {
            t.docks.curves->show();
            t.docks.curves->raise();
            (t.curves.*ask)();
        });
        needs_dataset(t.session, action);
    };
    add(Words::tr("Open &training curves…"), &CurvesPanel::ask_for_files);
    add(Words::tr("Open a &folder of training curves…"), &CurvesPanel::ask_for_folder);
}

void add_file_menu(const MenuTargets& t, Shared& shared) {
    QMenu& menu = *t.window.menuBar()->addMenu(Words::tr("&File"));
    shared.open = add_action(t.window, menu, Words::tr("&Open…"), {QKeySequence("Ctrl+O")}, "open");
    QObject::connect(shared.open, &QAction::triggered, &t.opener, &Opener::ask);
    QAction* open_file =
        add_action(t.window, menu, Words::tr("Open a f&ile…"), {QKeySequence("Ctrl+Shift+O")});
    QObject::connect(open_file, &QAction::triggered, &t.opener, &Opener::ask_for_file);
    t.opener.recent().fill(*menu.addMenu(Words::tr("Open &recent")));
    add_compare_with(t.window, menu, t.session, t.opener);
    add_workspace_actions(t, menu);
    shared.project = add_action(t.window, menu, Words::tr("&Project a recording…"),
                                {QKeySequence("Ctrl+P")}, "project");
    QObject::connect(shared.project, &QAction::triggered, &t.projector, &Projector::ask);
    QMenu& measure = *menu.addMenu(Words::tr("&Measure the recording"));
    add_measure_actions(t.window, measure, t.measurer);
    measure.addSeparator();
    add_report_action(t.window, measure, t.reporter);
    menu.addSeparator();
    QMenu& more = *menu.addMenu(Words::tr("&Add backgrounds or curves"));
    add_background_actions(t, more);
    add_curve_actions(t, more);
    menu.addSeparator();
    shared.save =
        add_action(t.window, menu, Words::tr("&Export…"), {QKeySequence("Ctrl+E")}, "export");
    QObject::connect(shared.save, &QAction::triggered, &t.window, [t] { export_picture(t); });
    needs_dataset(t.session, shared.save);
    menu.addSeparator();
    QAction* settings =
        add_action(t.window, menu, Words::tr("Setti&ngs…"), {QKeySequence("Ctrl+,")});
    QObject::connect(settings, &QAction::triggered, &t.window, [t, &form = *shared.settings] {
        auto* dialog = new SettingsDialog(form, &t.window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        set_manual_page(*dialog, "start.md");
        dialog->open();
    });
    menu.addSeparator();
    QAction* quit = add_action(t.window, menu, Words::tr("&Quit"), {QKeySequence("Ctrl+Q")});
    // Also from a dialog that stays beside the window.
    quit->setShortcutContext(Qt::ApplicationShortcut);
    QObject::connect(quit, &QAction::triggered, &t.window, &QWidget::close);
}

/// Says what a step is about: "Undo picking 7 samples".
void add_step(const MenuTargets& t, QMenu& menu, const QString& plain, const QString& pattern,
              const QKeySequence& key, void (History::*act)(), bool is_undo) {
    QAction* action = add_action(t.window, menu, plain, {key});
    QObject::connect(action, &QAction::triggered, &t.history, act);
    const QUndoStack& steps = t.history.steps();
    const auto follow = [action, plain, pattern, is_undo, &steps] {
        QString words = is_undo ? steps.undoText() : steps.redoText();
        action->setEnabled(is_undo ? steps.canUndo() : steps.canRedo());
        action->setText(words.isEmpty() ? plain : pattern.arg(words.replace("&", "&&")));
    };
    QObject::connect(&steps, &QUndoStack::indexChanged, action, follow);
    QObject::connect(&steps, &QUndoStack::undoTextChanged, action, follow);
    QObject::connect(&steps, &QUndoStack::redoTextChanged, action, follow);
    follow();
}

void add_edit_menu(const MenuTargets& t, Shared& shared) {
    QMenu& menu = *t.window.menuBar()->addMenu(Words::tr("E&dit"));
    add_step(t, menu, Words::tr("&Undo"), Words::tr("&Undo %1"), QKeySequence("Ctrl+Z"),
             &History::undo, true);
    add_step(t, menu, Words::tr("&Redo"), Words::tr("&Redo %1"), QKeySequence("Ctrl+Shift+Z"),
             &History::redo, false);
    menu.addSeparator();
    shared.copy =
        add_copy_picture(t.window, menu, [&area = t.area]() -> Canvas& { return area.active(); });
    needs_dataset(t.session, shared.copy);
    menu.addSeparator();
    QAction* bookmark =
        add_action(t.window, menu, Words::tr("&Bookmark this view"), {QKeySequence("Ctrl+D")});
    QObject::connect(bookmark, &QAction::triggered, &t.window, [t] {
        t.docks.bookmarks->show();
        t.docks.bookmarks->raise();
        t.bookmarks_panel.add_view();
    });
    needs_dataset(t.session, bookmark);
}

void add_panels(const MenuTargets& t, QMenu& menu) {
    const auto add_panel = [&](QDockWidget& dock, const QString& key) {
        QAction* action = dock.toggleViewAction();
        action->setShortcut(QKeySequence(key));
        menu.addAction(action);
        t.window.addAction(action);
    };
    add_panel(*t.docks.classes, "Ctrl+1");
    add_panel(*t.docks.sample, "Ctrl+2");
    add_panel(*t.docks.table, "Ctrl+3");
    add_panel(*t.docks.curves, "Ctrl+4");
    add_panel(*t.docks.events, "Ctrl+5");
    add_panel(*t.docks.prototypes, "Ctrl+6");
    add_panel(*t.docks.review, "Ctrl+7");
    add_panel(*t.docks.histograms, "Ctrl+8");
    add_panel(*t.docks.bookmarks, "Ctrl+9");
    menu.addSeparator();
    menu.addAction(t.bar.toggleViewAction());
}

void add_view_menu(const MenuTargets& t, Shared& shared) {
    QMenu& menu = *t.window.menuBar()->addMenu(Words::tr("&View"));
    menu.addSection(Words::tr("Embedding"));
    QMenu& zoom = *menu.addMenu(Words::tr("&Zoom"));
    const CameraActions camera = add_camera_actions(
        t.window, zoom, t.session, [&area = t.area]() -> Canvas& { return area.active(); });
    shared.camera = {camera.zoom_in, camera.zoom_out, camera.home, camera.fit};
    for (QAction* action : shared.camera) needs_dataset(t.session, action);
    shared.colours = &add_style_actions(t.window, menu, t.session);
    add_colour_by_column(t.window, *shared.colours, t.session, t.tell);
    add_prototype_actions(t.window, *menu.addMenu(Words::tr("&Prototypes")), t.session);
    menu.addSection(Words::tr("Other views"));
    shared.map = add_map_actions(t.window, menu, t.session, t.area, t.maps);
    QMenu& comparison = *menu.addMenu(Words::tr("Co&mparison"));
    t.compared.set_actions(add_compare_actions(t.window, comparison, t.session, t.comparison),
                           comparison);
    shared.trust = &add_trust_actions(t.window, menu, t.session);
    menu.addSection(Words::tr("Window"));
    add_panels(t, *menu.addMenu(Words::tr("Pa&nels")));
    QAction* full = add_toggle(t.window, menu, Words::tr("F&ull screen"), {QKeySequence("F11")});
    full->setObjectName("full_screen");
    QObject::connect(full, &QAction::toggled, &t.window, [&window = t.window](bool on) {
        window.setWindowState(window.windowState().setFlag(Qt::WindowFullScreen, on));
    });
}

bool is_field(const QWidget* widget) {
    return qobject_cast<const QLineEdit*>(widget) != nullptr ||
           qobject_cast<const QAbstractSpinBox*>(widget) != nullptr ||
           qobject_cast<const QComboBox*>(widget) != nullptr;
}

/// Esc leaves, one after another: a box that is dragged, a field, the full screen, the selection,
/// the place looked at, a class that stands out, the find bar, what is picked.
void escape(const MenuTargets& t) {
    auto* full = t.window.findChild<QAction*>("full_screen");
    if (t.area.cancel_drag()) return;
    if (is_field(QApplication::focusWidget())) {
        t.area.active().setFocus();
    } else if (full->isChecked()) {
        full->setChecked(false);
    } else if (!t.session.view().selection.empty()) {
        t.session.clear_selection();
    } else if (t.session.view().place) {
        t.session.look_at(std::nullopt);
    } else if (t.session.standing_out() || t.session.category_standing_out()) {
        t.session.stand_out_category(std::nullopt);
        t.session.stand_out(std::nullopt);
    } else if (!t.find.isHidden()) {
        t.find.leave();
    } else {
        t.session.pick(nullptr);
    }
}

void add_save_picked(const MenuTargets& t, QMenu& menu) {
    QAction* action = add_action(t.window, menu, Words::tr("&Save picked samples as CSV…"),
                                 {QKeySequence("Ctrl+Shift+S")});
    const auto update = [action, &session = t.session] {
        const bool some = session.picked_count() > 0;
        action->setEnabled(some);
        action->setToolTip(some ? text_with_key(*action) : Words::tr("No sample is picked."));
    };
    QObject::connect(action, &QAction::triggered, &t.table,
                     [&table = t.table] { table.save(true); });
    QObject::connect(&t.session, &Session::picked_changed, action, update);
    QObject::connect(&t.session, &Session::dataset_changed, action, update);
    update();
}

void add_selection_menu(const MenuTargets& t, Shared& shared) {
    QMenu& menu = *t.window.menuBar()->addMenu(Words::tr("&Selection"));
    menu.addSection(Words::tr("Select"));
    shared.find = add_action(t.window, menu, Words::tr("&Find samples"),
                             {QKeySequence("Ctrl+F"), Qt::Key_G}, "find");
    QObject::connect(shared.find, &QAction::triggered, &t.find, &FindBar::open);
    needs_dataset(t.session, shared.find);
    add_place_action(t.window, menu, t.session, t.area.canvas());
    menu.addSection(Words::tr("Pick"));
    shared.tools = add_drag_tools(t.window, menu, t.session,
                                  [&area = t.area]() -> Canvas& { return area.active(); });
    shared.picks = add_pick_actions(t.window, menu, t.session, t.tell);
    shared.presets = &add_preset_actions(t.window, menu, t.session, t.maps, t.presets);
    t.table.set_presets(*shared.presets);
    add_save_picked(t, menu);
    menu.addSection(Words::tr("Review"));
    shared.picks << add_review_actions(t.window, menu, t.session, *t.docks.review, t.review);
    menu.addSeparator();
    QAction* clear =
        add_action(t.window, menu, Words::tr("&Clear the selection"), {Qt::Key_Escape});
    QObject::connect(clear, &QAction::triggered, &t.window, [t] { escape(t); });
}

void add_help_menu(const MenuTargets& t, const Shared& shared) {
    QMenu& menu = *t.window.menuBar()->addMenu(Words::tr("&Help"));
    const auto add = [&](const QString& text, const QList<QKeySequence>& keys, const auto& act) {
        QAction* action = add_action(t.window, menu, text, keys);
        QObject::connect(action, &QAction::triggered, &t.window, act);
        return action;
    };
    add(Words::tr("&Search actions…"), {QKeySequence("Ctrl+Shift+P")},
        [t, settings = shared.settings] {
            QList<QMenu*> menus;
            for (const QAction* action : t.window.menuBar()->actions())
                if (action->menu() != nullptr) menus << action->menu();
            auto* dialog = new ActionSearch(menus << settings, &t.window);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->open();
        });
    menu.addSeparator();
    QAction* manual = add(Words::tr("&Manual"), {QKeySequence("F1")}, [t] {
        show_manual(t.window, manual_page_of(QApplication::focusWidget()));
    });
    manual->setToolTip(Words::tr("The page of what has the focus (F1)"));
    add(Words::tr("&Keys and gestures"), {QKeySequence("Shift+F1")},
        [t] { show_manual(t.window, "keys.md"); });
    menu.addSeparator();
    add(Words::tr("&About Epochscope"), {}, [t] {
        const bool raster = t.area.canvas().renderer() == Renderer::raster;
        show_about(t.window,
                   raster ? Words::tr("processor (raster)") : Words::tr("graphics card (OpenGL)"));
    });
}

QToolButton* make_colours_button(const MenuTargets& t, QMenu& colours) {
    auto* button = new QToolButton(&t.bar);
    button->setIcon(icon("colours"));
    button->setToolTip(Words::tr("Colour by"));
    button->setAccessibleName(button->toolTip());
    button->setMenu(&colours);
    button->setPopupMode(QToolButton::InstantPopup);
    const auto update = [button, &session = t.session] {
        button->setEnabled(session.dataset() != nullptr);
    };
    QObject::connect(&t.session, &Session::dataset_changed, button, update);
    update();
    return button;
}

/// A click finds what is probably mislabelled, the arrow beside it has the other presets.
QToolButton* make_presets_button(const MenuTargets& t, QMenu& presets) {
    auto* button = new QToolButton(&t.bar);
    button->setDefaultAction(presets.actions().front());
    button->setMenu(&presets);
    button->setPopupMode(QToolButton::MenuButtonPopup);
    return button;
}

void fill_bar(const MenuTargets& t, const Shared& shared) {
    t.bar.addActions({shared.open, shared.project, shared.save});
    t.bar.addSeparator();
    t.bar.addActions({shared.tools.pan, shared.tools.box, shared.tools.lasso});
    t.bar.addSeparator();
    t.bar.addActions(shared.camera);
    t.bar.addSeparator();
    t.bar.addAction(shared.find);
    t.bar.addWidget(make_presets_button(t, *shared.presets));
    t.bar.addAction(shared.map);
    t.bar.addWidget(make_colours_button(t, *shared.colours));
}

void add_context_menus(const MenuTargets& t, const Shared& shared, const QMenu& playback) {
    const auto line = [&t] {
        auto* action = new QAction(&t.window);
        action->setSeparator(true);
        return action;
    };
    QList<QAction*> actions = shared.camera.mid(2);
    actions << line() << shared.tools.pan << shared.tools.box << shared.tools.lasso << line()
            << shared.picks << line() << shared.colours->menuAction() << line() << shared.copy
            << shared.save;
    QObject::connect(
        &t.area, &CanvasArea::menu_requested, &t.window,
        [actions](Canvas& canvas, QPoint at) { open_canvas_menu(canvas, at, actions); });
    t.track.setContextMenuPolicy(Qt::ActionsContextMenu);
    // Before its own.
    t.track.insertActions(t.track.actions().value(0),
                          playback.actions() << line() << shared.trust->menuAction() << line());
    t.sample.setContextMenuPolicy(Qt::CustomContextMenu);
    QObject::connect(&t.sample, &QWidget::customContextMenuRequested, &t.window, [t](QPoint at) {
        if (t.session.view().selection.empty()) return;
        auto* menu = new QMenu(&t.sample);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        add_sample_entries(*menu, t.session, t.session.view().selection.back());
        menu->popup(t.sample.mapToGlobal(at));
    });
}

}  // namespace

void add_menus(const MenuTargets& targets, QMenu& playback) {
    Shared shared;
    shared.settings = &make_settings(targets);
    add_file_menu(targets, shared);
    add_edit_menu(targets, shared);
    add_view_menu(targets, shared);
    targets.window.menuBar()->addMenu(&playback);
    add_selection_menu(targets, shared);
    add_help_menu(targets, shared);
    fill_bar(targets, shared);
    add_context_menus(targets, shared, playback);
}

}  // namespace epochscope::app
