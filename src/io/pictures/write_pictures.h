#pragma once

#include <epochscope/model/dataset.h>
#include <epochscope/model/job.h>

#include <filesystem>

namespace epochscope {

/// Whether a dataset has pictures of samples that are in none of its sidecar files, as those of a
/// sprite are.
bool has_unfiled_pictures(const Dataset& dataset);

/// Writes the pictures of all samples into a folder: if they are of one size, as `images.npy`,
/// uint8 [N, H, W, 4], in which samples without one are transparent, else as `image/<index>.png`.
/// Nothing if the first cannot be read. Throws Error if another cannot, and Cancelled.
void write_pictures(const Dataset& dataset, const std::filesystem::path& folder, const Job& job);

}  // namespace epochscope
