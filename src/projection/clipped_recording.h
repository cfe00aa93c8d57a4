#pragma once

#include <epochscope/model/recording.h>

#include <cstddef>
#include <stop_token>
#include <string>
#include <vector>

namespace epochscope {

/// A recording without outliers, for layouts, which would shrink all others to make room for them.
struct ClippedRecording {
    Recording recording;
    /// How many there were, in a sentence; empty without any.
    std::vector<std::string> warnings;
};

/// Draws outliers towards the middle of their epoch: what is farther from it than 5 times the
/// distance within which 95 % of the samples lie is put at that distance, in its direction. The
/// middle is the mean of the samples that are not. Other rows keep their bits, and epochs without
/// outliers are not copied. The warning counts those of the epochs from `first` on. Where copies
/// would take more than 4 GiB, outliers stay where they are, with a warning. Throws Cancelled when
/// stopped. O(all embeddings).
ClippedRecording clipped(const Recording& recording, std::size_t first,
                         const std::stop_token& stop);

}  // namespace epochscope
