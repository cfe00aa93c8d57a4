#pragma once

#include <epochscope/render/view_state.h>

#include <span>
#include <string_view>

namespace epochscope {

/// A switch of a style, and the name under which settings and files keep it.
struct StyleSwitch {
    std::string_view name;
    bool Style::*member;
};

/// All switches.
std::span<const StyleSwitch> style_switches();

/// The names of ColourBy and of PointMode, in the order of their values.
std::span<const std::string_view> colour_by_names();
std::span<const std::string_view> point_mode_names();

}  // namespace epochscope
