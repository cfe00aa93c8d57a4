#pragma once

#include "app/window/theme.h"

#include <epochscope/render/palette.h>
#include <epochscope/render/view_state.h>

#include <string>

namespace epochscope::app {

class Session;

/// View settings, stored from one run of the program to the next.
struct Preferences {
    Style style;
    bool equal_axes = false;
    /// The id of a palette.
    std::string palette{palettes().front().id};
    Theme theme = Theme::system;
};

/// The stored settings; defaults for those missing or out of range.
Preferences load_preferences();
void store_preferences(const Preferences& preferences);

}  // namespace epochscope::app
