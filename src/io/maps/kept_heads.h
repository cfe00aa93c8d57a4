#pragma once

#include "io/maps/learned_maps.h"
#include "io/recording/head_reader.h"

#include <epochscope/model/dataset.h>
#include <epochscope/model/epoch_series.h>
#include <epochscope/model/head.h>
#include <epochscope/model/job.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace epochscope {

/// The epochs of a folder in the order of their numbers: where each lies in the arrays, and its
/// number.
struct KeptEpochs {
    std::vector<std::size_t> rows;
    std::vector<std::int64_t> numbers;
};

HeadsOf heads_of(const Dataset& dataset);

/// Reads the heads of the epochs: linear ones (see read_linear_heads), and modules from
/// `..._<number>.pt` (see read_head), of epochs that have no other. Empty where there are none;
/// what is broken is left out with a warning.
Heads read_kept_heads(const std::filesystem::path& folder, HeadsOf of, const KeptEpochs& epochs,
                      const HeadShape& shape, std::vector<std::string>& warnings);

/// Writes them into a folder in which the maps are, modules as copies of the files that they were
/// read from. Throws Error where such a file has gone, Cancelled when stopped.
void write_kept_heads(const Heads& heads, const EpochSeries& series,
                      const std::filesystem::path& folder, HeadsOf of, const Job& job);

}  // namespace epochscope
