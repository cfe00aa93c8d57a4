#pragma once

#include <epochscope/model/epoch_series.h>
#include <epochscope/model/job.h>
#include <epochscope/model/training_dynamics.h>
#include <epochscope/model/trust.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace epochscope {

/// What happened between two epochs: to a sample, but for the last one.
enum class EventKind : std::uint8_t {
    /// Its prediction changed.
    flip,
    /// The probability of its label changed by more than 0.5.
    jump,
    /// It moved in the plane by more than the mean of that epoch plus two standard deviations.
    move,
    /// It moved in the plane and not in feature space, and the other way round: see motion.h.
    false_move,
    frozen_move,
    /// The run itself went wrong: see analysis/alerts.h.
    alert,
};

/// The kinds of events of samples.
inline constexpr std::size_t event_kinds = 5;

/// The number of events of each of these kinds, for each epoch of a series.
using EventCounts = std::vector<std::array<std::size_t, event_kinds>>;

/// The events of N samples over E epochs, as columns with one entry an event, sorted by epoch, kind
/// and sample.
struct TrainingEvents {
    /// The index of the later epoch, at least 1.
    std::vector<std::uint32_t> epochs;
    std::vector<std::uint32_t> samples;
    std::vector<EventKind> kinds;
    /// For a jump, the change of the probability, -1..1; for a move, the distance in units of the
    /// plane; for a false or frozen move, its motion; for a flip, 0.
    std::vector<float> amounts;
    /// For each epoch of the series; includes events that are not listed.
    EventCounts counts;
    /// For each epoch of the series, the threshold of moves; NaN at the first.
    std::vector<double> large_moves;
    /// Whether probabilities of labels are estimates (see TrainingDynamics).
    bool estimated = false;
    /// Sentences about what is missing.
    std::vector<std::string> warnings;

    [[nodiscard]] std::size_t size() const { return epochs.size(); }
    /// The number of events of all kinds and epochs.
    [[nodiscard]] std::size_t total() const;
};

/// The maximum number of listed events, 13 bytes each.
inline constexpr std::size_t max_events = 10'000'000;

/// Finds the events of a series. Probabilities of labels are those of `dynamics`, matched by epoch
/// numbers, or, if it is null, computed from predictions and confidence as in dynamics_of: exact
/// for two classes, else an estimate for wrong predictions. Each epoch is compared with the
/// previous one of the series. False and frozen moves are those of `trust`, if it is not null and
/// has motion. Ignores NaN and predictions out of range. Lists at most `max`
/// events. Releases the memory of each epoch. Throws Error if a file has become shorter, and
/// Cancelled. O(samples x epochs).
TrainingEvents training_events(const EpochSeries& series,
                               const TrainingDynamics* dynamics = nullptr, const Job& job = {},
                               std::size_t max = max_events, const Trust* trust = nullptr);

}  // namespace epochscope
