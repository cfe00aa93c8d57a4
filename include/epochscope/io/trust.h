#pragma once

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

/// Reads how far a folder's picture can be trusted: `trust.csv`, whose first column is `epoch` and
/// which has one more for each curve, cells empty where nothing is known, and beside it
/// `kept_neighbours.npy` (float32 [rows of trust.csv, samples], in the order of these rows). Null
/// where there is no `trust.csv`; what is broken is left out with a warning, as are epochs that the
/// series does not have. Throws Cancelled when stopped.
std::shared_ptr<const Trust> read_trust(const std::filesystem::path& folder,
                                        const EpochSeries& series,
                                        std::vector<std::string>& warnings, const Job& job = {});

/// Writes the curves alone, as `trust.csv` has them. Throws Error.
void write_trust_curves(const Trust& trust, std::span<const std::int64_t> epochs,
                        const std::filesystem::path& file);

/// Writes both files into a folder that is there, each whole or not at all. `epochs` are the
/// numbers of the epochs that `trust` is of, `samples` how many each has; of an epoch whose kept
/// neighbours are not known all values are no numbers. Throws Error.
void write_trust(const Trust& trust, std::span<const std::int64_t> epochs, std::size_t samples,
                 const std::filesystem::path& folder);

}  // namespace epochscope
