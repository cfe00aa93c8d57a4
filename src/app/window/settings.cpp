#include "app/window/settings.h"

#include "app/session/session.h"

#include <epochscope/render/palette.h>
#include <epochscope/render/view_state.h>

#include <QSettings>

#include <algorithm>
#include <array>
#include <string>

namespace epochscope::app {
namespace {

struct Switch {
    const char* key;
    bool Style::*member;
};

constexpr std::array switches{
    Switch{"style/opacity_by_confidence", &Style::opacity_by_confidence},
    Switch{"style/ring_wrong", &Style::ring_wrong},
    Switch{"style/background", &Style::background},
    Switch{"style/landscape", &Style::landscape},
    Switch{"style/landscape_between", &Style::landscape_between},
    Switch{"style/axes", &Style::axes},
    Switch{"style/class_names", &Style::class_names},
    Switch{"style/class_legend", &Style::class_legend},
    Switch{"style/thumbnails", &Style::thumbnails},
    Switch{"style/epoch_number", &Style::epoch_number},
    Switch{"style/intra_links", &Style::intra_links},
    Switch{"style/inter_links", &Style::inter_links},
    Switch{"style/trails", &Style::trails},
};

// In the order of their enumerations.
constexpr std::array<const char*, 3> renderers{"automatic", "raster", "gl"};
constexpr std::array<const char*, 3> themes{"system", "light", "dark"};
constexpr std::array<const char*, 3> colour_modes{"label", "prediction", "kept"};
constexpr std::array<const char*, 3> point_modes{"automatic", "points", "density"};

constexpr auto play_key = "opening/play_once";
constexpr auto first_epoch_key = "opening/first_epoch";
constexpr auto follow_key = "opening/follow";
constexpr auto names_key = "style/class_names_chosen";
constexpr auto hints_key = "hints";
constexpr auto theme_key = "theme";
constexpr auto language_key = "language";
constexpr auto renderer_key = "renderer";

/// The value of an enumeration whose name is stored; `otherwise` where there is none or another.
template <typename Enum>
Enum stored(const QSettings& settings, const char* key, const std::array<const char*, 3>& names,
            Enum otherwise) {
    const QString name = settings.value(key).toString();
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? otherwise : static_cast<Enum>(found - names.begin());
}

}  // namespace

void restore_view(Session& session) {
    const QSettings settings;
    Style style = session.view().style;
    for (const Switch& s : switches)
        style.*s.member = settings.value(s.key, style.*s.member).toBool();
    const float radius = settings.value("style/point_radius", style.point_radius).toFloat();
    if (radius >= 1 && radius <= 16) style.point_radius = radius;
    style.colour_by = stored(settings, "style/colour_by", colour_modes, style.colour_by);
    style.points = stored(settings, "style/points", point_modes, style.points);
    session.set_style(style);
    Camera camera = session.view().camera;
    camera.equal_axes = settings.value("style/equal_axes", false).toBool();
    session.set_camera(camera);
    // Earlier versions stored a flag.
    const bool is_safe = settings.value("style/colour_blind_palette").toBool();
    const QString palette =
        settings.value("style/palette", is_safe ? "colour-blind" : "").toString();
    session.set_palette(palette_of(palette.toStdString()));
}

void store_view(const Session& session) {
    QSettings settings;
    const Style& style = session.view().style;
    for (const Switch& s : switches) settings.setValue(s.key, style.*s.member);
    settings.setValue("style/point_radius", style.point_radius);
    // Columns are of what is open now.
    const auto mode = static_cast<std::size_t>(style.colour_by);
    settings.setValue("style/colour_by", colour_modes[mode < colour_modes.size() ? mode : 0]);
    settings.setValue("style/equal_axes", session.view().camera.equal_axes);
    settings.setValue("style/palette", QString::fromStdString(std::string(session.palette().id)));
    settings.setValue("style/points", point_modes[static_cast<std::size_t>(style.points)]);
}

bool Settings::play_when_opened() const { return QSettings().value(play_key, true).toBool(); }

void Settings::set_play_when_opened(bool on) { store(play_key, on); }

bool Settings::opens_at_first_epoch() const {
    return QSettings().value(first_epoch_key, false).toBool();
}

void Settings::set_opens_at_first_epoch(bool on) { store(first_epoch_key, on); }

bool Settings::class_names_chosen() const { return QSettings().value(names_key, false).toBool(); }

void Settings::set_class_names_chosen(bool on) { store(names_key, on); }

bool Settings::follows_growth() const { return QSettings().value(follow_key, true).toBool(); }

void Settings::set_follows_growth(bool on) { store(follow_key, on); }

bool Settings::hints() const { return QSettings().value(hints_key, true).toBool(); }

void Settings::set_hints(bool on) { store(hints_key, on); }

Theme Settings::theme() const { return stored(QSettings(), theme_key, themes, Theme::system); }

void Settings::set_theme(Theme theme) { store(theme_key, themes[static_cast<std::size_t>(theme)]); }

QString Settings::language() const { return QSettings().value(language_key).toString(); }

void Settings::set_language(const QString& language) { store(language_key, language); }

Renderer Settings::renderer() const {
    return stored(QSettings(), renderer_key, renderers, Renderer::automatic);
}

void Settings::set_renderer(Renderer renderer) {
    store(renderer_key, renderers[static_cast<std::size_t>(renderer)]);
}

void Settings::store(const char* key, const QVariant& value) {
    QSettings settings;
    if (settings.value(key) == value) return;
    settings.setValue(key, value);
    emit changed();
}

}  // namespace epochscope::app
