#include <epochscope/render/style_names.h>

#include <array>

namespace epochscope {

std::span<const StyleSwitch> style_switches() {
    static constexpr std::array switches{
        StyleSwitch{"opacity_by_confidence", &Style::opacity_by_confidence},
        StyleSwitch{"ring_wrong", &Style::ring_wrong},
        StyleSwitch{"background", &Style::background},
        StyleSwitch{"landscape", &Style::landscape},
        StyleSwitch{"landscape_between", &Style::landscape_between},
        StyleSwitch{"axes", &Style::axes},
        StyleSwitch{"class_names", &Style::class_names},
        StyleSwitch{"class_legend", &Style::class_legend},
        StyleSwitch{"thumbnails", &Style::thumbnails},
        StyleSwitch{"epoch_number", &Style::epoch_number},
        StyleSwitch{"intra_links", &Style::intra_links},
        StyleSwitch{"inter_links", &Style::inter_links},
        StyleSwitch{"teacher_links", &Style::teacher_links},
        StyleSwitch{"trails", &Style::trails},
    };
    return switches;
}

std::span<const std::string_view> colour_by_names() {
    static constexpr std::array<std::string_view, 4> names{"label", "prediction", "kept", "column"};
    return names;
}

std::span<const std::string_view> point_mode_names() {
    static constexpr std::array<std::string_view, 3> names{"automatic", "points", "density"};
    return names;
}

}  // namespace epochscope
