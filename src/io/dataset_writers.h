#pragma once

#include <epochscope/model/epoch_series.h>
#include <epochscope/model/job.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <vector>

namespace epochscope {

/// The labels of a series as files have them: -1 for samples without one.
std::vector<std::int32_t> labels_in_files(const EpochSeries& series);

/// Called by a writer before it writes an epoch; checks it and reports progress.
using BeforeEpoch = std::function<void(std::size_t epoch)>;

/// Writes `data.json` of a series into a folder. What is not known is null.
void write_data_json(const EpochSeries& series, const std::filesystem::path& folder,
                     const BeforeEpoch& before, const Job& job);

/// Writes `labels.npy`, `positions.npy` and, if an epoch has them, predictions, confidence and
/// neighbours. At other epochs, predictions and neighbours are -1 and confidence is NaN;
/// `info.json` must list these epochs as `unknown`.
void write_arrays(const EpochSeries& series, const std::filesystem::path& folder,
                  const BeforeEpoch& before);

}  // namespace epochscope
