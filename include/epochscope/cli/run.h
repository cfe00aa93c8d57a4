#pragma once

#include <epochscope/cli/desktop.h>

#include <ostream>
#include <span>
#include <string>

namespace epochscope::cli {

/// The command line without the program's name. Results go to `out`, messages to `err`.
/// Returns 0 when done, 1 where the data is at fault, 2 where the call is.
int run(std::span<const std::string> arguments, const Desktop& desktop, std::ostream& out,
        std::ostream& err);

}  // namespace epochscope::cli
