#include "app/window/settings.h"

#include <QSettings>

#include <algorithm>
#include <array>

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
constexpr std::array<const char*, 3> themes{"system", "light", "dark"};
constexpr std::array<const char*, 3> colour_modes{"label", "prediction", "kept"};
constexpr std::array<const char*, 3> point_modes{"automatic", "points", "density"};

/// The value of an enumeration whose name is stored; `otherwise` where there is none or another.
template <typename Enum>
Enum stored(const QSettings& settings, const char* key, const std::array<const char*, 3>& names,
            Enum otherwise) {
    const QString name = settings.value(key).toString();
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? otherwise : static_cast<Enum>(found - names.begin());
}

}  // namespace

Preferences load_preferences() {
    const QSettings settings;
    Preferences p;
    for (const Switch& s : switches)
        p.style.*s.member = settings.value(s.key, p.style.*s.member).toBool();
    const float radius = settings.value("style/point_radius", p.style.point_radius).toFloat();
    if (radius >= 1 && radius <= 16) p.style.point_radius = radius;
    p.style.colour_by = stored(settings, "style/colour_by", colour_modes, p.style.colour_by);
    p.equal_axes = settings.value("style/equal_axes", false).toBool();
    // Earlier versions stored a flag.
    const bool is_safe = settings.value("style/colour_blind_palette").toBool();
    const QString palette =
        settings.value("style/palette", is_safe ? "colour-blind" : "").toString();
    p.palette = palette_of(palette.toStdString()).id;
    p.style.points = stored(settings, "style/points", point_modes, p.style.points);
    p.theme = stored(settings, "theme", themes, p.theme);
    return p;
}

void store_preferences(const Preferences& preferences) {
    QSettings settings;
    for (const Switch& s : switches) settings.setValue(s.key, preferences.style.*s.member);
    settings.setValue("style/point_radius", preferences.style.point_radius);
    settings.setValue("style/colour_by",
                      colour_modes[static_cast<std::size_t>(preferences.style.colour_by)]);
    settings.setValue("style/equal_axes", preferences.equal_axes);
    settings.setValue("style/palette", QString::fromStdString(preferences.palette));
    settings.setValue("style/points",
                      point_modes[static_cast<std::size_t>(preferences.style.points)]);
    settings.setValue("theme", themes[static_cast<std::size_t>(preferences.theme)]);
}

}  // namespace epochscope::app
