#pragma once

#include <epochscope/model/epoch_series.h>
#include <epochscope/model/job.h>
#include <epochscope/model/training_dynamics.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace epochscope {

/// Something that happened to a sample between two epochs.
enum class EventKind : std::uint8_t {
    /// It is predicted as another class.
    flip,
    /// The probability of its label changed by more than a half.
    jump,
    /// It moved farther in the plane than the mean of that epoch's moves and two of their standard
    /// deviations.
    move,
};

inline constexpr std::size_t event_kinds = 3;

/// How many of a kind happened at each epoch of a series.
using EventCounts = std::vector<std::array<std::size_t, event_kinds>>;

/// What happened in the training of N samples over E epochs, in the order of epochs, kinds and
/// samples: columns with an entry an event.
struct TrainingEvents {
    /// The index of the epoch at which it is seen, 1 or more.
    std::vector<std::uint32_t> epochs;
    std::vector<std::uint32_t> samples;
    std::vector<EventKind> kinds;
    /// Of a jump the change of the probability, -1..1; of a move the distance, in units of the
    /// plane; of a flip 0.
    std::vector<float> amounts;
    /// For each epoch of the series; of all events, also those that were too many for the columns.
    EventCounts counts;
    /// For each epoch of the series the distance beyond which a move is large; no number at the
    /// first.
    std::vector<double> large_moves;
    /// Whether probabilities of labels are a guess (see TrainingDynamics).
    bool estimated = false;
    /// What is missing, in sentences.
    std::vector<std::string> warnings;

    [[nodiscard]] std::size_t size() const { return epochs.size(); }
    /// Of all kinds and epochs.
    [[nodiscard]] std::size_t total() const;
};

/// The most events that columns hold, 13 bytes each; others are counted only.
inline constexpr std::size_t max_events = 10'000'000;

/// Finds the events of a series. Probabilities of labels are those of `dynamics`, whose evaluations
/// are told by the numbers of epochs, where it is not null; else they are had from predictions and
/// confidence as dynamics_of has them: exactly for two classes, otherwise as a guess where the
/// prediction is wrong. An epoch is compared with the one before it that is held. What is no
/// number, or a prediction that is no class, takes part in nothing. `most` events are listed. Lets
/// go of the memory of each epoch. O(samples x epochs). Throws Error where a file has become
/// shorter, Cancelled when stopped.
TrainingEvents training_events(const EpochSeries& series,
                               const TrainingDynamics* dynamics = nullptr, const Job& job = {},
                               std::size_t max = max_events);

}  // namespace epochscope
