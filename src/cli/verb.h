#pragma once

#include <epochscope/cli/desktop.h>

#include <functional>
#include <ostream>
#include <stdexcept>
#include <stop_token>

namespace CLI {
class App;
}

namespace epochscope::cli {

/// The call itself is at fault (exit 2): what, and what was expected.
class CallError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

/// What a verb works with.
struct Stage {
    const Desktop& desktop;
    /// Results.
    std::ostream& out;
    /// Messages.
    std::ostream& err;
    /// Whether messages are read on a terminal, where a line may be drawn anew.
    bool terminal = false;
    /// Asked to stop by Ctrl-C.
    std::stop_token stop;
};

/// What a verb was asked for.
struct Action {
    /// Does it and returns the exit code; what goes wrong is thrown.
    std::function<int(const Stage&)> run;
    /// Whether that takes what only Desktop has. Empty: it does not.
    std::function<bool()> needs_desktop = {};
};

// Each declares its options, and returns what is to be done once they have been read.

/// The window: for calls without a verb, its options are the program's own.
Action add_window(CLI::App& program);
Action add_info(CLI::App& program);
Action add_export(CLI::App& program);
Action add_convert(CLI::App& program);
Action add_project(CLI::App& program);
Action add_metrics(CLI::App& program);
Action add_datamap(CLI::App& program);
Action add_prototypes(CLI::App& program);
/// Man pages, completions and the manual's tables, of all verbs that were added.
Action add_reference(CLI::App& program);

}  // namespace epochscope::cli
