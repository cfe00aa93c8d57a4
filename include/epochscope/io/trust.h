#pragma once

#include <epochscope/model/column.h>
#include <epochscope/model/epoch_series.h>
#include <epochscope/model/job.h>
#include <epochscope/model/trust.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace epochscope {

/// Reads the faithfulness of a folder: `trust.csv`, with the column `epoch` and one column a metric
/// (empty cells are unknown), and optionally `kept_neighbours.npy` and `motion.npy`, float32 [rows
/// of trust.csv, samples]; motion counts only if the table has the epochs of the series and no
/// others. Null if there is no `trust.csv`. Skips faulty files and epochs that the series does
/// not have, with a warning. Throws Cancelled.
std::shared_ptr<const Trust> read_trust(const std::filesystem::path& folder,
                                        const EpochSeries& series,
                                        std::vector<std::string>& warnings, const Job& job = {});

/// Reads `trust_samples.csv` of a folder, a table of samples (see metadata/sample_table.h in the
/// sources): measures of each sample, as columns. Nothing if there is none, or, with a warning, if
/// it is broken. Throws Cancelled.
std::vector<Column> read_trust_samples(const std::filesystem::path& folder, std::size_t samples,
                                       std::vector<std::string>& warnings, const Job& job = {});

/// Writes the curves as `trust.csv`. Throws Error.
void write_trust_curves(const Trust& trust, std::span<const std::int64_t> epochs,
                        const std::filesystem::path& file);

/// Writes all files into an existing folder, each completely or not at all; `trust_samples.csv`
/// and `motion.npy` only if measures of samples and motion are known. `epochs` are the numbers of
/// the epochs of `trust`, each of `samples` samples. Unknown preserved neighbours are NaN. Throws
/// Error.
void write_trust(const Trust& trust, std::span<const std::int64_t> epochs, std::size_t samples,
                 const std::filesystem::path& folder);

}  // namespace epochscope
