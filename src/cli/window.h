#pragma once

#include "cli/verb.h"

namespace epochscope::cli {

/// Adds what a verb that opens the window takes beside its folder.
void add_window_options(Verb& verb, WindowCall& call);

/// Opens the window, and returns its exit code when it is closed. Throws CallError if there is none
/// in this build, and Error if the folder is not there and is not waited for.
int open_window(const WindowCall& call, const Stage& stage);

}  // namespace epochscope::cli
