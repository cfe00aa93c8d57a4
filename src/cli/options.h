#pragma once

#include <epochscope/model/option.h>
#include <epochscope/projection/methods.h>

#include <span>
#include <vector>

namespace CLI {
class App;
}

namespace epochscope::cli {

/// Adds options of a table to a verb: each sets its value, which must stay where it is. A switch
/// that is on by default is added as `--no-<id>`. Former ids are read and not listed.
void add_options(CLI::App& verb, std::span<const Option> options);

/// The group of methods' options in the help.
inline constexpr const char* method_group = "Options of methods";

/// Adds the options of methods. One that several have is one option, which sets it for all.
void add_method_options(CLI::App& verb, std::vector<Method>& methods);

}  // namespace epochscope::cli
