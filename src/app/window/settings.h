#pragma once

#include "app/window/theme.h"

#include <epochscope/render/view_state.h>

namespace epochscope::app {

class Session;

/// View settings, stored from one run of the program to the next.
struct Preferences {
    Style style;
    bool equal_axes = false;
    bool colour_blind_palette = false;
    Theme theme = Theme::system;
};

/// The stored settings; defaults for those missing or out of range.
Preferences load_preferences();
void store_preferences(const Preferences& preferences);

}  // namespace epochscope::app
