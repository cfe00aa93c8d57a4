#pragma once

#include "cli/verb.h"

#include <span>
#include <string>
#include <string_view>

namespace epochscope::cli {

// Help that fits a terminal of 80 columns: names on the left, what an option does and its default
// on the right.

std::string help_of(const Verb& verb);
/// That of the program, which is the first, and which lists the others.
std::string help_of_program(std::span<const Verb> verbs);
/// The pages of all of them.
std::string help_of_all(std::span<const Verb> verbs);

}  // namespace epochscope::cli
