#pragma once

#include <epochscope/cli/desktop.h>

namespace epochscope::app {

/// The parts of the command line that need Qt.
cli::Desktop desktop_services();

}  // namespace epochscope::app
