#pragma once

#include <epochscope/model/dataset.h>
#include <epochscope/model/job.h>

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

/// Where a folder leaves a choice, what was chosen.
struct OpenOptions {
    /// Which of the folder's projections (see list_projections); empty: the only one.
    std::string projection;
};

/// The names under `visualize/` of a time-travelling-visualizer run, in order; empty for other
/// formats.
std::vector<std::string> list_projections(const std::filesystem::path& folder);

/// Whether there is something that open_dataset reads: a folder of a format that is known, of a run
/// one with a projection. Throws Error where it cannot be looked into.
bool is_dataset(const std::filesystem::path& folder);

/// Opens a dataset folder of any format that is known, told apart by what is in it:
/// arrays (`info.json` and `positions.npy`, mapped into memory: see EpochSeries::fault),
/// Sequence-Scatter (`info.json` and `data.json`), or a time-travelling-visualizer run
/// (`visualize/<name>`, the run's folder or that folder itself). Throws Error where the data is at
/// fault or a choice is missing, Cancelled when stopped.
Dataset open_dataset(const std::filesystem::path& folder, const OpenOptions& options = {},
                     const Job& job = {});

}  // namespace epochscope
