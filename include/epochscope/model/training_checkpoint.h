#pragma once

#include <epochscope/model/learned_map.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace epochscope {

/// What a pass over the edges of a complex lowered, as means over its batches.
struct TrainingPass {
    /// 1 and up.
    std::size_t number = 0;
    /// Of all that is added up.
    double loss = 0;
    /// The cross-entropy of pairs in the plane.
    double pairs = 0;
    /// The error of what came back, without its factor.
    double reconstruction = 0;
    /// What holds the map where the epoch before had it.
    double held = 0;
    friend bool operator==(const TrainingPass&, const TrainingPass&) = default;
};

/// A network while it learns, and what Adam knows of it: alike long, or without moments before the
/// first step.
struct NetworkState {
    std::vector<float> parameters;
    std::vector<float> first_moments;
    std::vector<float> second_moments;
    std::uint64_t steps = 0;
    friend bool operator==(const NetworkState&, const NetworkState&) = default;
};

/// A training between two batches. Each batch draws from a stream of random numbers of its own, so
/// that the number of passes and batches is all that there is to know of chance.
struct TrainingState {
    NetworkState encoder;
    NetworkState decoder;
    /// Those that are done, and how many of the last ones gained too little.
    std::vector<TrainingPass> passes;
    std::uint64_t idle = 0;
    /// Batches of the next one that are done, and the sums over them.
    std::uint64_t batches = 0;
    TrainingPass sums;
    friend bool operator==(const TrainingState&, const TrainingState&) = default;
};

/// A message to warn of, at how many epochs it is so, and the number of the first.
struct EpochWarning {
    std::string message;
    std::uint64_t count = 0;
    std::int64_t first = 0;
    friend bool operator==(const EpochWarning&, const EpochWarning&) = default;
};

/// All that is needed to go on learning maps as if it had never been left off.
struct TrainingCheckpoint {
    /// How they are learned: the method and its options, by name.
    std::map<std::string, std::string> settings;
    /// Of what recording: see fingerprint_of.
    std::uint64_t recording = 0;
    /// The maps of epochs that are done, their last passes, and what is to be said of them; none
    /// where one map is learned for all.
    std::vector<LearnedMap> maps = {};
    std::vector<TrainingPass> passes = {};
    std::vector<EpochWarning> warnings = {};
    /// That of the map after those; nothing where it has not begun.
    std::optional<TrainingState> training = {};
    friend bool operator==(const TrainingCheckpoint&, const TrainingCheckpoint&) = default;
};

}  // namespace epochscope
