#pragma once

#include "io/sequence_scatter/data_json.h"

#include <epochscope/model/epoch_series.h>
#include <epochscope/model/job.h>

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace epochscope {

/// How a `data.json` is cut.
struct Slicing {
    /// How many threads read; 0: all there are.
    unsigned threads = 0;
    /// Slices are at least so long, in bytes.
    std::size_t min = std::size_t{1} << 18U;
    std::size_t max = std::size_t{1} << 22U;
};

/// Reads a `data.json` in slices of whole epochs, several at a time: the same result, warnings and
/// errors as parse_data_json of the whole text, for any number of threads. Holds the columns and a
/// slice or an epoch a thread in memory, not the file. Throws Error, Cancelled. O(bytes).
std::vector<EpochColumns> read_data_json(const std::filesystem::path& file, std::size_t samples,
                                         std::vector<std::string>& warnings, const Slicing& slicing,
                                         const Job& job);

}  // namespace epochscope
