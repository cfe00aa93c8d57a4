#pragma once

#include <epochscope/render/view_state.h>

#include <QPalette>

namespace epochscope::app {

enum class Theme { system, light, dark };

/// Applies a theme to the application; `system` is the desktop's palette.
void apply_theme(Theme theme);

/// `style` with the canvas and ink of the application's palette.
Style themed(Style style);

/// The palettes of `light` and `dark`.
QPalette light_palette();
QPalette dark_palette();

}  // namespace epochscope::app
