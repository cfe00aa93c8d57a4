#pragma once

#include "cli/verb.h"

#include <cstdint>
#include <span>
#include <string>

namespace epochscope::cli {

/// What a call asks for: a verb, or a text to print.
enum class Request : std::uint8_t { run, help, help_of_all, version };

struct Call {
    Request request = Request::run;
    /// The verb that was called, the first one if there is none.
    const Verb* verb = nullptr;
};

/// Reads the arguments of a call into what the options of its verb set. The first verb is the
/// program itself. Throws CallError if they cannot be read.
Call read_call(std::span<const Verb> verbs, std::span<const std::string> arguments);

}  // namespace epochscope::cli
