#pragma once

#include <epochscope/model/learned_map.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace epochscope {

/// The losses of one pass over the edges of a complex, as means over its batches.
struct TrainingPass {
    /// From 1.
    std::size_t number = 0;
    /// The total loss.
    double loss = 0;
    /// The cross-entropy of pairs in the plane.
    double pairs = 0;
    /// The reconstruction error, without its weight.
    double reconstruction = 0;
    /// The term that anchors the map to that of the previous epoch.
    double held = 0;
    friend bool operator==(const TrainingPass&, const TrainingPass&) = default;
};

/// A network in training and the moments of Adam: three lists of the same length, or no moments
/// before the first step.
struct NetworkState {
    std::vector<float> parameters;
    std::vector<float> first_moments;
    std::vector<float> second_moments;
    std::uint64_t steps = 0;
    friend bool operator==(const NetworkState&, const NetworkState&) = default;
};

/// A training between two batches. Each batch has its own stream of random numbers, so that the
/// numbers of passes and batches determine all randomness.
struct TrainingState {
    NetworkState encoder;
    NetworkState decoder;
    /// The finished passes, and how many of the last ones improved too little.
    std::vector<TrainingPass> passes;
    std::uint64_t idle = 0;
    /// The finished batches of the current pass, and their sums.
    std::uint64_t batches = 0;
    TrainingPass sums;
    /// How often it was begun again with a lower learning rate.
    std::uint64_t restarts = 0;
    friend bool operator==(const TrainingState&, const TrainingState&) = default;
};

/// A warning, the number of its epochs, and the first epoch.
struct EpochWarning {
    std::string message;
    std::uint64_t count = 0;
    std::int64_t first = 0;
    friend bool operator==(const EpochWarning&, const EpochWarning&) = default;
};

/// The state from which training continues with the same result as without a break.
struct TrainingCheckpoint {
    /// The method and its options, by name.
    std::map<std::string, std::string> settings;
    /// The fingerprint of the recording: see fingerprint_of.
    std::uint64_t recording = 0;
    /// The maps of finished epochs, their last passes, and their warnings; empty if one map is
    /// trained for all epochs.
    std::vector<LearnedMap> maps = {};
    std::vector<TrainingPass> passes = {};
    std::vector<EpochWarning> warnings = {};
    /// The training of the next map; nothing if it has not begun.
    std::optional<TrainingState> training = {};
    friend bool operator==(const TrainingCheckpoint&, const TrainingCheckpoint&) = default;
};

}  // namespace epochscope
