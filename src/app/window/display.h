#pragma once

#include <QString>

namespace epochscope::app {

/// Why no window can be shown, in a sentence; empty if one can, or if that is unknown (Wayland, or
/// another platform of Qt). Call it before QApplication, which aborts without a display.
QString display_problem();

}  // namespace epochscope::app
