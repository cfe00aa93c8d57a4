#pragma once

#include <epochscope/projection/project.h>

#include <optional>

namespace epochscope {

/// About how many bytes `project` holds at most, beside the recording: what it makes of all epochs,
/// and what it works with at one.
double memory_needed(const Recording& recording, const ProjectOptions& options);

/// How many bytes can be had without pushing others out, where the system says so (Linux:
/// MemAvailable).
std::optional<double> memory_available();

/// Throws Error where more is needed than there is.
void expect_memory(double needed, std::optional<double> available);

}  // namespace epochscope
