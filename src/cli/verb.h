#pragma once

#include <epochscope/cli/desktop.h>
#include <epochscope/compute/team.h>
#include <epochscope/model/option.h>

#include <functional>
#include <ostream>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

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
    std::stop_token stop = {};
    /// Who does what is shared out. Where this is not the first process, results and messages go
    /// nowhere.
    Team team = {};

    /// Writes a message, without control characters.
    void say(std::string_view message) const;
    void warn(std::string_view message) const;
};

/// An option or an argument of a verb: for reading the call, help, man pages, completions and the
/// manual. See options.h.
struct VerbOption {
    /// What it sets: an option, or the options of several methods that have the same id. Empty for
    /// `--help` and the like.
    std::vector<Option> sets = {};
    /// `--seed`, `--no-axes`; `FOLDER` if it is an argument; `-h` and `--help`.
    std::vector<std::string> names;
    std::string help;
    /// What stands for its value: `N`, `lower|upper`; empty for a switch.
    std::string value = {};
    /// The default value; empty: none.
    std::string initial = {};
    std::string group = "Options";
    bool is_argument = false;
    bool is_required = false;
};

/// A verb, or the program itself.
struct Verb {
    std::string name;
    std::string help;
    /// What the help says below the options.
    std::string footer = {};
    std::vector<VerbOption> options = {};
    /// Does what was asked for and returns the exit code; what goes wrong is thrown.
    std::function<int(const Stage&)> run = {};
    /// Whether that takes what only Desktop has. Empty: it does not.
    std::function<bool()> needs_desktop = {};
    /// Whether several processes share it out; otherwise it is for one.
    bool is_shared = false;
};

/// The program itself, which opens the window if it is called without a verb.
Verb window_verb();
Verb info_verb();
Verb export_verb();
Verb convert_verb();
Verb project_verb();
Verb metrics_verb();
Verb datamap_verb();
Verb prototypes_verb();
Verb influence_verb();
Verb health_verb();
/// Opens the window on a run that is still going.
Verb watch_verb();
Verb query_verb();
Verb compare_verb();
Verb report_verb();
/// Writes man pages, completions and the manual's tables of these verbs; the first is the program.
Verb reference_verb(std::vector<Verb> verbs);

}  // namespace epochscope::cli
