#include "app/window/settings.h"

#include "app/session/session.h"

#include <epochscope/render/palette.h>
#include <epochscope/render/style_names.h>
#include <epochscope/render/view_state.h>

#include <QSettings>

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>

namespace epochscope::app {
namespace {

// In the order of their enumerations.
constexpr std::array<std::string_view, 3> renderers{"automatic", "raster", "gl"};
constexpr std::array<std::string_view, 3> themes{"system", "light", "dark"};

constexpr auto play_key = "opening/play_once";
constexpr auto first_epoch_key = "opening/first_epoch";
constexpr auto follow_key = "opening/follow";
constexpr auto notify_key = "notify_of_alerts";
constexpr auto names_key = "style/class_names_chosen";
constexpr auto hints_key = "hints";
constexpr auto theme_key = "theme";
constexpr auto language_key = "language";
constexpr auto renderer_key = "renderer";

/// The value of an enumeration whose name is stored; `otherwise` where there is none or another.
template <typename Enum>
Enum stored(const QSettings& settings, const char* key, std::span<const std::string_view> names,
            Enum otherwise) {
    const std::string name = settings.value(key).toString().toStdString();
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? otherwise : static_cast<Enum>(found - names.begin());
}

QString text_of(std::string_view name) {
    return QString::fromUtf8(name.data(), qsizetype(name.size()));
}

QString key_of(const StyleSwitch& known) { return QStringLiteral("style/") + text_of(known.name); }

/// Columns are of what is open now.
std::span<const std::string_view> stored_colours() {
    return colour_by_names().first(static_cast<std::size_t>(ColourBy::column));
}

}  // namespace

void restore_view(Session& session) {
    const QSettings settings;
    Style style = session.view().style;
    for (const StyleSwitch& s : style_switches())
        style.*s.member = settings.value(key_of(s), style.*s.member).toBool();
    const float radius = settings.value("style/point_radius", style.point_radius).toFloat();
    if (radius >= 1 && radius <= 16) style.point_radius = radius;
    style.colour_by = stored(settings, "style/colour_by", stored_colours(), style.colour_by);
    style.points = stored(settings, "style/points", point_mode_names(), style.points);
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
    for (const StyleSwitch& s : style_switches()) settings.setValue(key_of(s), style.*s.member);
    settings.setValue("style/point_radius", style.point_radius);
    const auto mode = static_cast<std::size_t>(style.colour_by);
    settings.setValue("style/colour_by",
                      text_of(stored_colours()[mode < stored_colours().size() ? mode : 0]));
    settings.setValue("style/equal_axes", session.view().camera.equal_axes);
    settings.setValue("style/palette", QString::fromStdString(std::string(session.palette().id)));
    settings.setValue("style/points",
                      text_of(point_mode_names()[static_cast<std::size_t>(style.points)]));
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

bool Settings::notifies_of_alerts() const { return QSettings().value(notify_key, false).toBool(); }

void Settings::set_notifies_of_alerts(bool on) { store(notify_key, on); }

bool Settings::hints() const { return QSettings().value(hints_key, true).toBool(); }

void Settings::set_hints(bool on) { store(hints_key, on); }

Theme Settings::theme() const { return stored(QSettings(), theme_key, themes, Theme::system); }

void Settings::set_theme(Theme theme) {
    store(theme_key, text_of(themes[static_cast<std::size_t>(theme)]));
}

QString Settings::language() const { return QSettings().value(language_key).toString(); }

void Settings::set_language(const QString& language) { store(language_key, language); }

Renderer Settings::renderer() const {
    return stored(QSettings(), renderer_key, renderers, Renderer::automatic);
}

void Settings::set_renderer(Renderer renderer) {
    store(renderer_key, text_of(renderers[static_cast<std::size_t>(renderer)]));
}

void Settings::store(const char* key, const QVariant& value) {
    QSettings settings;
    if (settings.value(key) == value) return;
    settings.setValue(key, value);
    emit changed();
}

}  // namespace epochscope::app
