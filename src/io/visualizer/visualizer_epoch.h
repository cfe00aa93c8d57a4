#pragma once

#include "io/recording/class_outputs.h"

#include <epochscope/model/epoch_series.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <vector>

namespace epochscope {

/// The folders of one epoch of a run.
struct VisualizerEpoch {
    std::int64_t number = 0;
    /// `visualize/<name>/epochs/epoch_<k>`
    std::filesystem::path projected;
    /// `epochs/epoch_<k>`; need not exist.
    std::filesystem::path recorded;
};

/// Reads the files of an epoch of `samples` samples. From logits or probabilities, computes the
/// prediction (the first of the largest) and its probability as confidence, and raises
/// `logit_classes` to their number of classes. Throws Error if a shape contradicts `samples`, or a value is invalid.
EpochColumns read_visualizer_epoch(const VisualizerEpoch& epoch, std::size_t samples,
                                   OutputKind kind, std::size_t& logit_classes);

}  // namespace epochscope
