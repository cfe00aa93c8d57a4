#include "app/actions/view_actions.h"

#include "app/canvas/canvas.h"
#include "app/session/session.h"
#include "app/widgets/add_action.h"

#include <epochscope/render/backgrounds.h>

#include <QAction>
#include <QActionGroup>
#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QImage>
#include <QMainWindow>
#include <QMenu>
#include <QStatusBar>

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

namespace epochscope::app {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(epochscope::app::ViewActions)
};

/// How long a message stands in the status line, in milliseconds.
constexpr int told_for = 5000;

/// An entry of a menu that switches one part of the style.
struct StyleToggle {
    const char* text;
    const char* key;
    bool Style::*member;
    /// What the series must have for it to mean something; empty: nothing.
    bool (EpochSeries::*needs)() const = nullptr;
};

constexpr std::array shown{
    StyleToggle{QT_TRANSLATE_NOOP("epochscope::app::ViewActions", "&Axes"), "A", &Style::axes},
    StyleToggle{QT_TRANSLATE_NOOP("epochscope::app::ViewActions", "Class &names"), "N",
                &Style::class_names},
    StyleToggle{QT_TRANSLATE_NOOP("epochscope::app::ViewActions", "Le&gend of the classes"),
                "Shift+N", &Style::class_legend},
    StyleToggle{QT_TRANSLATE_NOOP("epochscope::app::ViewActions",
                                  "Pictures of samples where there "
                                  "is room"),
                "V", &Style::thumbnails},
    StyleToggle{QT_TRANSLATE_NOOP("epochscope::app::ViewActions", "&Epoch number"), "E",
                &Style::epoch_number},
    StyleToggle{QT_TRANSLATE_NOOP("epochscope::app::ViewActions", "&Background"), "B",
                &Style::background},
    StyleToggle{QT_TRANSLATE_NOOP("epochscope::app::ViewActions", "&Trails of the selection"), "T",
                &Style::trails},
    StyleToggle{
        QT_TRANSLATE_NOOP("epochscope::app::ViewActions", "Links to &intra-class neighbours"), "I",
        &Style::intra_links},
    StyleToggle{
        QT_TRANSLATE_NOOP("epochscope::app::ViewActions", "Links to inte&r-class neighbours"),
        "Shift+I", &Style::inter_links},
    StyleToggle{
        QT_TRANSLATE_NOOP("epochscope::app::ViewActions", "Links to proponents and opponents"),
        "Shift+T", &Style::teacher_links},
};

constexpr std::array coloured{
    StyleToggle{QT_TRANSLATE_NOOP("epochscope::app::ViewActions", "Ring &wrong predictions"), "W",
                &Style::ring_wrong, &EpochSeries::has_predictions},
    StyleToggle{QT_TRANSLATE_NOOP("epochscope::app::ViewActions", "&Opacity by confidence"), "O",
                &Style::opacity_by_confidence, &EpochSeries::has_confidence},
};

/// Keeps an entry up to date with what is open.
void follow(Session& session, QAction* action, const std::function<void(QAction&)>& show) {
    const auto update = [action, show] { show(*action); };
    QObject::connect(&session, &Session::style_changed, action, update);
    QObject::connect(&session, &Session::camera_changed, action, update);
    QObject::connect(&session, &Session::dataset_changed, action, update);
    QObject::connect(&session, &Session::epochs_changed, action, update);
    QObject::connect(&session, &Session::findings_changed, action, update);
    QObject::connect(&session, &Session::backgrounds_changed, action, update);
    update();
}

bool is_usable(const Session& session, bool (EpochSeries::*needs)() const) {
    return needs == nullptr || (session.dataset() && (session.dataset()->series.*needs)());
}

void add_style_toggle(QWidget& window, QMenu& menu, Session& session, const StyleToggle& toggle) {
    QAction* action = add_toggle(window, menu, Words::tr(toggle.text), {QKeySequence(toggle.key)});
    QObject::connect(action, &QAction::toggled, &session, [&session, toggle](bool on) {
        Style style = session.view().style;
        style.*toggle.member = on;
        session.set_style(style);
    });
    follow(session, action, [&session, toggle](QAction& a) {
        a.setChecked(session.view().style.*toggle.member);
        a.setEnabled(is_usable(session, toggle.needs));
    });
}

void add_flip(QWidget& window, QMenu& menu, Session& session) {
    QAction* flip =
        add_toggle(window, menu, Words::tr("Background &upside down"), {QKeySequence("Shift+B")});
    QObject::connect(flip, &QAction::toggled, &session, &Session::flip_backgrounds);
    follow(session, flip, [&session](QAction& action) {
        action.setChecked(session.are_backgrounds_flipped());
        action.setEnabled(session.dataset() && session.dataset()->backgrounds);
    });
}

void add_landscape(QWidget& window, QMenu& menu, Session& session) {
    QAction* action =
        add_toggle(window, menu, Words::tr("&Paint a landscape"), {QKeySequence("Shift+L")});
    action->setToolTip(
        Words::tr("Paint the predicted class at each point, for folders without backgrounds (%1)")
            .arg(action->shortcut().toString(QKeySequence::NativeText)));
    QObject::connect(action, &QAction::toggled, &session, [&session](bool on) {
        Style style = session.view().style;
        style.landscape = on;
        session.set_style(style);
    });
    follow(session, action, [&session](QAction& a) {
        const auto& dataset = session.dataset();
        a.setChecked(session.view().style.landscape);
        a.setEnabled(dataset && !dataset->backgrounds && dataset->landscape &&
                     session.view().style.background);
    });
}

void add_landscape_between(QWidget& window, QMenu& menu, Session& session) {
    QAction* action = add_toggle(window, menu, Words::tr("Landscape &of interpolated heads"),
                                 {QKeySequence("Ctrl+Shift+L")});
    action->setToolTip(
        Words::tr("Between two epochs, paint the classes of an interpolated last layer for "
                  "interpolated features, instead of cross-fading two pictures (%1)")
            .arg(action->shortcut().toString(QKeySequence::NativeText)));
    QObject::connect(action, &QAction::toggled, &session, [&session](bool on) {
        Style style = session.view().style;
        style.landscape_between = on;
        session.set_style(style);
    });
    follow(session, action, [&session](QAction& a) {
        const auto& dataset = session.dataset();
        a.setChecked(session.view().style.landscape_between);
        a.setEnabled(dataset && shows_landscape(*dataset, session.view().style) &&
                     has_between(*dataset->landscape, dataset->series.epoch_count()));
    });
}

void add_colour_by(QWidget& window, QMenu& menu, Session& session) {
    const auto add = [&](const QString& text, const QList<QKeySequence>& keys, ColourBy what,
                         const auto& is_known) {
        QAction* action = add_toggle(window, menu, text, keys);
        // Not `toggled`: that one is switched off by the other switches nothing.
        QObject::connect(action, &QAction::triggered, &session, [&session, action, what](bool on) {
            Style style = session.view().style;
            style.colour_by = on ? what : ColourBy::label;
            session.set_style(style);
            action->setChecked(style.colour_by == what);
        });
        follow(session, action, [&session, what, is_known](QAction& a) {
            a.setChecked(session.view().style.colour_by == what);
            a.setEnabled(is_known());
        });
        return action;
    };
    add(Words::tr("Colour by &label"), {}, ColourBy::label, [] { return true; });
    add(Words::tr("&Colour by prediction"), {Qt::Key_C}, ColourBy::prediction,
        [&session] { return is_usable(session, &EpochSeries::has_predictions); });
    QAction* kept =
        add(Words::tr("Colour by preser&ved neighbours"), {Qt::Key_K}, ColourBy::preserved,
            [&session] { return session.dataset() && session.dataset()->preserved; });
    kept->setToolTip(
        Words::tr("Colour each sample by the fraction of its neighbours in feature space that are "
                  "preserved in the projection (%1). File ▸ Measure trust finds it")
            .arg(kept->shortcut().toString(QKeySequence::NativeText)));
}

void add_trust_measures(QWidget& window, QMenu& menu, Session& session) {
    auto* group = new QActionGroup(&menu);
    const auto add = [&](const QString& text, const char* key, const std::string& name) {
        QAction* action = add_toggle(window, menu, text, {QKeySequence(key)});
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, &session,
                         [&session, name] { session.set_trust_measure(name); });
        const auto show = [&session, action, name] {
            const auto& dataset = session.dataset();
            action->setChecked(session.trust_measure() == name);
            action->setEnabled(dataset && dataset->trust &&
                               (name.empty() || dataset->trust->curve(name) != nullptr));
        };
        QObject::connect(&session, &Session::dataset_changed, action, show);
        QObject::connect(&session, &Session::epochs_changed, action, show);
        QObject::connect(&session, &Session::trust_measure_changed, action, show);
        QObject::connect(&session, &Session::findings_changed, action, show);
        show();
    };
    add(Words::tr("&Neighbours preserved (nn_pv)"), "4", "nn_pv");
    add(Words::tr("&Trustworthiness"), "5", "trustworthiness");
    add(Words::tr("Neighbours at &other epochs (cross_nn)"), "7", "cross_nn");
    add(Words::tr("N&one"), "6", "");
}

void add_palette(QWidget& window, QMenu& menu, Session& session) {
    const Palette& palette = palette_of("colour-blind");
    QAction* action =
        add_toggle(window, menu, Words::tr("Colour-blind-&safe colours"), {Qt::Key_P});
    QObject::connect(action, &QAction::toggled, &session, [&session, &palette](bool on) {
        session.set_palette(on ? palette : palettes().front());
    });
    follow(session, action,
           [&session, &palette](QAction& a) { a.setChecked(&session.palette() == &palette); });
}

void add_point_modes(QWidget& window, QMenu& menu, Session& session) {
    auto* group = new QActionGroup(&menu);
    const auto add = [&](const QString& text, Qt::Key key, PointMode mode) {
        QAction* action = add_toggle(window, menu, text, {key});
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, &session, [&session, mode] {
            Style style = session.view().style;
            style.points = mode;
            session.set_style(style);
        });
        follow(session, action,
               [&session, mode](QAction& a) { a.setChecked(session.view().style.points == mode); });
    };
    add(Words::tr("&Density where samples overlap"), Qt::Key_1, PointMode::automatic);
    add(Words::tr("&Single samples always"), Qt::Key_2, PointMode::points);
    add(Words::tr("D&ensity always"), Qt::Key_3, PointMode::density);
}

void add_size(QWidget& window, QMenu& menu, Session& session, const QString& text,
              const QKeySequence& key, float factor) {
    QAction* action = add_action(window, menu, text, {key});
    QObject::connect(action, &QAction::triggered, &session, [&session, factor] {
        Style style = session.view().style;
        style.point_radius = std::clamp(style.point_radius * factor, 1.0F, 16.0F);
        session.set_style(style);
    });
}

void add_equal_axes(QWidget& window, QMenu& menu, Session& session) {
    QAction* equal = add_toggle(window, menu, Words::tr("E&qual axes"), {Qt::Key_Q});
    QObject::connect(equal, &QAction::toggled, &session, [&session](bool on) {
        Camera camera = session.view().camera;
        camera.equal_axes = on;
        session.set_camera(camera);
    });
    follow(session, equal,
           [&session](QAction& a) { a.setChecked(session.view().camera.equal_axes); });
}

}  // namespace

CameraActions add_camera_actions(QWidget& window, QMenu& menu, Session& session,
                                 const std::function<Canvas&()>& active) {
    const auto add = [&](const QString& text, const QList<QKeySequence>& keys, const QString& icon,
                         void (Canvas::*act)()) {
        QAction* action = add_action(window, menu, text, keys, icon);
        QObject::connect(action, &QAction::triggered, &window,
                         [active, act] { (active().*act)(); });
        return action;
    };
    CameraActions actions;
    actions.zoom_in =
        add(Words::tr("Zoom &in"), {Qt::Key_Plus, Qt::Key_Equal, QKeySequence("Ctrl++")}, "zoom_in",
            &Canvas::zoom_in);
    actions.zoom_out = add(Words::tr("Zoom o&ut"), {Qt::Key_Minus, QKeySequence("Ctrl+-")},
                           "zoom_out", &Canvas::zoom_out);
    actions.home = add(Words::tr("&Whole frame"), {Qt::Key_0, QKeySequence("Ctrl+0")}, "home",
                       &Canvas::go_home);
    actions.fit = add(Words::tr("&Fit the samples"), {Qt::Key_F}, "fit", &Canvas::fit_samples);
    add_equal_axes(window, menu, session);
    return actions;
}

QAction* add_copy_picture(QMainWindow& window, QMenu& menu,
                          const std::function<Canvas&()>& active) {
    QAction* action =
        add_action(window, menu, Words::tr("&Copy the picture"), {QKeySequence::Copy});
    QObject::connect(action, &QAction::triggered, &window, [&window, active] {
        const QImage picture = active().grab_picture();
        QGuiApplication::clipboard()->setImage(picture);
        window.statusBar()->showMessage(Words::tr("Copied a picture of %1 \u00d7 %2 pixels")
                                            .arg(picture.width())
                                            .arg(picture.height()),
                                        told_for);
    });
    return action;
}

QMenu& add_style_actions(QWidget& window, QMenu& menu, Session& session) {
    QMenu& marks = *menu.addMenu(Words::tr("&Labels and lines"));
    QMenu& background = *menu.addMenu(Words::tr("&Background"));
    QMenu& colours = *menu.addMenu(Words::tr("&Colours"));
    for (const StyleToggle& toggle : shown)
        add_style_toggle(window, toggle.member == &Style::background ? background : marks, session,
                         toggle);
    add_flip(window, background, session);
    add_landscape(window, background, session);
    add_landscape_between(window, background, session);
    add_colour_by(window, colours, session);
    colours.addSeparator();
    for (const StyleToggle& toggle : coloured) add_style_toggle(window, colours, session, toggle);
    add_palette(window, colours, session);
    QMenu& points = *menu.addMenu(Words::tr("&Points and density"));
    add_size(window, points, session, Words::tr("&Larger points"), QKeySequence("."), 1.25F);
    add_size(window, points, session, Words::tr("S&maller points"), QKeySequence(","), 0.8F);
    points.addSeparator();
    add_point_modes(window, points, session);
    return colours;
}

QMenu& add_trust_actions(QWidget& window, QMenu& menu, Session& session) {
    QMenu& measures = *menu.addMenu(Words::tr("Trust in the t&imeline"));
    add_trust_measures(window, measures, session);
    return measures;
}

void add_renderer_actions(QWidget& window, QMenu& menu, Canvas& canvas) {
    auto* group = new QActionGroup(&menu);
    const auto add = [&](const QString& text, Renderer renderer) {
        QAction* action = add_toggle(window, menu, text);
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, &canvas,
                         [&canvas, renderer] { canvas.set_renderer(renderer); });
        const auto show = [action, &canvas, renderer] {
            action->setChecked(canvas.renderer() == renderer);
        };
        QObject::connect(&canvas, &Canvas::renderer_changed, action, show);
        // Where the other one cannot be had, the mark goes back.
        QObject::connect(action, &QAction::triggered, action, show, Qt::QueuedConnection);
        show();
    };
    add(Words::tr("&Processor (raster)"), Renderer::raster);
    add(Words::tr("&Graphics card (OpenGL)"), Renderer::gl);
}

}  // namespace epochscope::app
