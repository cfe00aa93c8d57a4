#pragma once

#include <epochscope/io/head_file.h>

#include <string>

namespace CLI {
class App;
}

namespace epochscope::cli {

/// Adds --device, where heads that are not linear are worked out.
void add_device(CLI::App& verb, std::string& device);

/// How heads are to be worked out. Throws Error where a device other than the processor is wanted
/// that is not to be had: whoever names one means it.
HeadLoading heads_on(const std::string& device);

}  // namespace epochscope::cli
