#pragma once

#include "cli/verb.h"

#include <epochscope/io/head_file.h>
#include <epochscope/model/option.h>
#include <epochscope/projection/methods.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace epochscope::cli {

/// Adds options of a table to a verb, below a title of its help: each sets its value, which must
/// stay where it is. A switch that is on by default is added as `--no-<id>`. Former ids are read
/// and not listed.
void add_options(Verb& verb, std::string_view group, const std::vector<Option>& options);

/// Adds an argument, which the id names: "FOLDER".
void add_argument(Verb& verb, const Option& argument);

/// The group of methods' options in the help.
inline constexpr std::string_view method_group = "Options of methods";

/// Adds the options of methods. One that several have is one option, which sets it for all.
void add_method_options(Verb& verb, std::vector<Method>& methods);

/// The options of methods by their ids, each with the id of the method that has it.
using MethodOption = std::pair<std::string_view, Option>;
std::vector<std::vector<MethodOption>> options_by_id(std::vector<Method>& methods);

/// `--seed`, or `--no-axes` if it is a switch that is on.
std::string name_of(const Option& option);
bool is_switch(const Option& option);

// Options that several verbs have.

/// The range of a seed.
inline constexpr Option::Range any_seed{0, 1.8446744073709552e19};

/// Which epochs of a recording are read: OpenOptions::epochs.
Option epochs_option(std::string& epochs);
/// The folder that a verb writes.
Option out_option(std::string& folder);
Option threads_option(int& threads);
/// Where heads that are not linear are computed: see heads_on.
Option device_option(std::string& device);

/// How heads are to be computed. Throws CallError for what is no device, and Error if a device
/// other than the processor is asked for that the machine does not have.
HeadLoading heads_on(const std::string& device);

}  // namespace epochscope::cli
