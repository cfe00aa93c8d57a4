#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

namespace epochscope::bench {

using Command = std::vector<std::string>;

/// What a process took, from its start to its end.
struct Usage {
    double wall = 0;
    double processor = 0;
    double peak_bytes = 0;
    bool succeeded = false;
};

/// Runs a program whose words nobody hears.
Usage run(const Command& command);

/// The first line that a command says; nothing where it is not there.
std::optional<std::string> line_of(const Command& command);

}  // namespace epochscope::bench
