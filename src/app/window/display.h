#pragma once

#include <QString>

namespace epochscope::app {

/// Why no window can be shown here, in a sentence, or an empty string. To be asked before there is
/// a QApplication, which aborts the process where it finds no display. Where it cannot tell
/// (Wayland, or another platform of Qt's wished for) it finds nothing wrong.
QString display_problem();

}  // namespace epochscope::app
