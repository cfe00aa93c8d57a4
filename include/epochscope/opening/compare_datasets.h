#pragma once

#include <epochscope/analysis/compare.h>
#include <epochscope/model/compared.h>
#include <epochscope/model/dataset.h>
#include <epochscope/model/job.h>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace epochscope {

/// Where neighbours are compared.
enum class CompareSpace : std::uint8_t {
    /// In feature space if two recordings are known; else in the plane, so of two projections of
    /// one recording.
    automatic,
    features,
    plane,
};

struct DatasetComparison {
    SeriesPairs pairs;
    Comparison found;
    /// Sentences for the user.
    std::vector<std::string> warnings;
};

/// Compares two datasets, and opens their recordings as far as they are needed. `epochs` are the
/// numbers of the one epoch of each that is compared; nothing: all that belong together. Goes on
/// from what was found before, where that can be (see compare_series). Throws Error if samples do
/// not belong together, an epoch is not there, or features are asked for and not known; Cancelled.
DatasetComparison compare_datasets(const Dataset& first, const Dataset& second,
                                   const CompareOptions& options = {},
                                   CompareSpace space = CompareSpace::automatic,
                                   std::optional<std::pair<std::int64_t, std::int64_t>> epochs = {},
                                   const Comparison& before = {}, const Job& job = {});

/// What was found, by samples and epochs of the first dataset. `other` is the name of the second.
Compared compared_of(const Dataset& first, const std::string& other,
                     const DatasetComparison& comparison);

}  // namespace epochscope
