#pragma once

#include "io/sequence_scatter/data_json.h"

#include <epochscope/model/epoch_series.h>
#include <epochscope/model/job.h>

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace epochscope {

/// How a `data.json` is split.
struct Slicing {
    /// The number of reading threads; 0: all.
    unsigned threads = 0;
    /// The range of slice lengths in bytes.
    std::size_t min = std::size_t{1} << 18U;
    std::size_t max = std::size_t{1} << 22U;
};

/// Reads a `data.json` in slices of complete epochs in parallel. The result, warnings and errors
/// equal those of parse_data_json for the whole text and any number of threads. Keeps the columns
/// and a slice or epoch a thread in memory, not the file. Throws Error and Cancelled. O(bytes).
std::vector<EpochColumns> read_data_json(const std::filesystem::path& file, std::size_t samples,
                                         std::vector<std::string>& warnings, const Slicing& slicing,
                                         const Job& job);

}  // namespace epochscope
