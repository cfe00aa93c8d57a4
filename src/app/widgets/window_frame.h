#pragma once

#include <QSize>

namespace epochscope::app {

/// What the frame of a window takes of the screen.
inline constexpr QSize window_frame{4, 40};

}  // namespace epochscope::app
