#pragma once

#include <epochscope/analysis/feature_neighbours.h>
#include <epochscope/model/job.h>
#include <epochscope/model/recording.h>

#include <cstddef>
#include <string>
#include <vector>

namespace epochscope {

/// A recording of which all embeddings are finite, and no longer than 1e18.
struct PreparedRecording {
    Recording recording;
    /// About absent samples, samples that are far longer than others, and constant embeddings.
    std::vector<std::string> warnings;
};

/// Prepares a recording for computations. A sample whose row is not finite at an epoch, or longer
/// than 1e18, whose squares would leave float32, is absent there: it gets the row of its nearest
/// epoch (the earlier of two), or the mean of all if it is absent everywhere, and is listed in
/// RecordedEpoch::absent. Copies only epochs with absent samples. A recording that was prepared
/// before is not copied and gives no warnings. Throws Error if nothing is known, or if more than 4
/// GiB would have to be copied; Cancelled. O(all embeddings).
PreparedRecording prepared(const Recording& recording, const Job& job = {}, int threads = 0);

/// Whether a sample is in RecordedEpoch::absent.
bool is_absent(const RecordedEpoch& epoch, std::size_t sample);

/// Leaves the neighbour lists of absent samples empty, and takes these from the lists of others.
void without_absent(const RecordedEpoch& epoch, NearestByClass& lists);

/// The samples of which both embeddings and logits are known, increasing.
std::vector<std::size_t> known_rows(const RecordedEpoch& epoch);

}  // namespace epochscope
