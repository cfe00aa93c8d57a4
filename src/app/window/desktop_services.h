#pragma once

#include <epochscope/cli/desktop.h>

namespace epochscope::app {

/// Everything of the command line that needs Qt.
cli::Desktop desktop_services();

}  // namespace epochscope::app
