#pragma once

#include <epochscope/model/epoch_series.h>
#include <epochscope/model/job.h>

#include <cstddef>
#include <filesystem>
#include <functional>

namespace epochscope {

/// Called by a writer before it writes an epoch: checks it, tells the progress.
using BeforeEpoch = std::function<void(std::size_t epoch)>;

/// Writes `data.json` of a series into a folder.
void write_data_json(const EpochSeries& series, const std::filesystem::path& folder,
                     const BeforeEpoch& before, const Job& job);

/// Writes `labels.npy`, `positions.npy` and, where at least one epoch has them, the arrays of
/// predictions, confidence and neighbours. Where an epoch has none, its predictions and neighbours
/// are -1 and its confidence is no number; `info.json` is to name it as `unknown`.
void write_arrays(const EpochSeries& series, const std::filesystem::path& folder,
                  const BeforeEpoch& before);

}  // namespace epochscope
