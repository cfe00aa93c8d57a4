#pragma once

#include <epochscope/model/dataset.h>
#include <epochscope/model/job.h>

#include <filesystem>

namespace epochscope {

/// Whether a dataset has pictures of samples that are in none of its sidecar files, as those of a
/// sprite are.
bool has_unfiled_pictures(const Dataset& dataset);

/// Writes the pictures of all samples as uint8 [N, H, W, 4]; samples without one are transparent.
/// Nothing if the first cannot be read. Throws Error if pictures differ in size, and Cancelled.
void write_pictures(const Dataset& dataset, const std::filesystem::path& file, const Job& job);

}  // namespace epochscope
