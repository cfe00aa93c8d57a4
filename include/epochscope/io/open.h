#pragma once

#include <epochscope/model/dataset.h>
#include <epochscope/model/job.h>

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

/// Choices between the contents of a folder.
struct OpenOptions {
    /// The name of a projection (see list_projections); empty: the only one.
    std::string projection;
};

/// The sorted names under `visualize/` of a time-travelling-visualizer run; empty for other
/// formats.
std::vector<std::string> list_projections(const std::filesystem::path& folder);

/// Whether open_dataset reads the folder: it has a known format, and a run has a projection. Throws
/// Error if the folder cannot be read.
bool is_dataset(const std::filesystem::path& folder);

/// Opens a dataset folder. Its content determines the format: a time-travelling-visualizer run
/// (`visualize/<name>`; the run's folder or that folder itself), arrays (`info.json` and
/// `positions.npy`, mapped into memory: see EpochSeries::fault), or Sequence-Scatter (`info.json`
/// and `data.json`). Throws Error if the data is faulty or a choice is missing, and Cancelled.
Dataset open_dataset(const std::filesystem::path& folder, const OpenOptions& options = {},
                     const Job& job = {});

}  // namespace epochscope
