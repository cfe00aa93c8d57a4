#pragma once

#include <epochscope/io/open.h>
#include <epochscope/model/dataset.h>
#include <epochscope/model/job.h>

#include <filesystem>
#include <string>
#include <vector>

namespace epochscope {

/// Whether a folder is a run of the time-travelling-visualizer project, or one of the projections
/// under its `visualize`.
bool is_visualizer_run(const std::filesystem::path& folder);

/// Whether such a folder has a projection, or is one.
bool has_projection(const std::filesystem::path& folder);

/// The projections of a run, by name; empty for any other folder.
std::vector<std::string> projections_of_run(const std::filesystem::path& folder);

/// Opens a projection of a run (manual, formats.md). The frame is that of
/// `visualize/<name>/info.json` where it has one, else the box around all points of all epochs,
/// grown by 5 % on each side: there, a background covers the range of the points.
Dataset open_visualizer_run(const std::filesystem::path& folder, const OpenOptions& options,
                            const Job& job);

}  // namespace epochscope
