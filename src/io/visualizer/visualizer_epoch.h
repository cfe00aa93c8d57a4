#pragma once

#include "io/recording/class_outputs.h"

#include <epochscope/model/epoch_series.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

namespace epochscope {

/// The files of one epoch of a run.
struct VisualizerEpoch {
    std::int64_t number = 0;
    /// The places.
    std::filesystem::path projection = {};
    /// The folder `epochs/epoch_<k>` of the recording; need not exist.
    std::filesystem::path recorded = {};
    /// The file of the logits or probabilities; empty if there is none.
    std::filesystem::path outputs = {};
    /// The background; empty if there is none.
    std::filesystem::path picture = {};
    /// The box that it covers, if that is its own: x0, y0, x1, y1; empty if there is none.
    std::filesystem::path scale = {};
};

/// Reads the files of an epoch of `samples` samples. `order[r]` is the sample of row r of the
/// projection, and samples that it does not name have places that are not numbers; empty: row i is
/// sample i. From logits or probabilities, computes the prediction (the first of the largest) and
/// its probability as confidence, and raises `logit_classes` to their number of classes. Throws
/// Error if a shape contradicts `samples`, or a value is invalid.
EpochColumns read_visualizer_epoch(const VisualizerEpoch& epoch, std::size_t samples,
                                   std::span<const std::size_t> order, OutputKind kind,
                                   std::size_t& logit_classes);

}  // namespace epochscope
