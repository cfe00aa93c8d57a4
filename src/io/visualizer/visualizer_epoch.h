#pragma once

#include <epochscope/model/epoch_series.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <vector>

namespace epochscope {

/// Where the files of one epoch of a run lie.
struct VisualizerEpoch {
    std::int64_t number = 0;
    /// `visualize/<name>/epochs/epoch_<k>`
    std::filesystem::path projected;
    /// `epochs/epoch_<k>`; need not exist.
    std::filesystem::path recorded;
};

/// Reads the files of an epoch of `samples` samples. Where there are logits, the predicted class is
/// the greatest (the first of equals), its confidence the softmax, and `logit_classes` grows to how
/// many classes they have. Throws Error where a shape contradicts `samples` or a value is broken.
EpochColumns read_visualizer_epoch(const VisualizerEpoch& epoch, std::size_t samples,
                                   std::size_t& logit_classes);

}  // namespace epochscope
