#pragma once

#include <epochscope/io/open.h>
#include <epochscope/model/dataset.h>
#include <epochscope/model/job.h>

#include <filesystem>
#include <string>
#include <vector>

namespace epochscope {

/// Whether a folder is a run of time-travelling-visualizer, or a projection under its `visualize`.
bool is_visualizer_run(const std::filesystem::path& folder);

/// Whether such a folder has or is a projection.
bool has_projection(const std::filesystem::path& folder);

/// The names of the projections of a run; empty for other folders.
std::vector<std::string> projections_of_run(const std::filesystem::path& folder);

/// Opens a projection of a run (manual, formats.md). The frame is that of
/// `visualize/<name>/info.json`, or else the bounding box of all points of all epochs with a margin
/// of 5 % on each side.
Dataset open_visualizer_run(const std::filesystem::path& folder, const OpenOptions& options,
                            const Job& job);

}  // namespace epochscope
