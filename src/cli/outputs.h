#pragma once

#include "cli/verb.h"

namespace epochscope::cli {

/// Looks at what a verb is about to write (Option::is_written), before it begins. Throws CallError
/// if that is what it reads, a file within it that a format may have, or written by two options; by
/// whatever path or link. Removes what a program that was killed left there, and says so.
void prepare_outputs(const Verb& verb, const Stage& stage);

}  // namespace epochscope::cli
