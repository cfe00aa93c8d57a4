#pragma once

#include <epochscope/model/dataset.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace epochscope {

/// How epochs of two runs were paired: by their numbers, by how far into the run they are, or by
/// whoever asked for them.
enum class EpochPairing : std::uint8_t { number, share, choice };

/// Which samples and which epochs of two datasets belong together.
struct SeriesPairs {
    /// Samples first[i] and second[i] are one. At least one pair, in the order of the first.
    std::vector<std::int32_t> first;
    std::vector<std::int32_t> second;
    /// How many samples of each have no partner.
    std::size_t first_alone = 0;
    std::size_t second_alone = 0;
    /// Whether they were found by their ids, not by their indices.
    bool by_id = false;
    /// Indices of epochs, increasing in both. At least one pair.
    std::vector<std::pair<std::size_t, std::size_t>> epochs;
    /// How these were found.
    EpochPairing epochs_by = EpochPairing::number;
    /// For each class of the second series, the one of that name in the first; -1 if there is none.
    std::vector<std::int32_t> classes;
    /// Sentences for the user: other labels, other classes.
    std::vector<std::string> warnings;
};

/// Pairs samples by the column `id` of their metadata where both have one, else by index. Pairs
/// epochs that have the same number where there are any and `epochs_by` is not `share`; else each
/// epoch of the shorter series with the one of the other that is nearest as a fraction of the run.
/// Throws Error if no ids agree, or counts differ without ids. O(N + E).
SeriesPairs pair_series(const Dataset& first, const Dataset& second,
                        EpochPairing epochs_by = EpochPairing::number);

/// The playhead of the second series that belongs to one of the first (see model/playhead.h): even
/// between pairs of epochs; before the first pair and after the last one, it stays there.
double second_playhead(const SeriesPairs& pairs, double first);

}  // namespace epochscope
