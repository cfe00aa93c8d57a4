#pragma once

#include <epochscope/analysis/training_signals.h>
#include <epochscope/model/epoch_series.h>
#include <epochscope/model/geometry.h>
#include <epochscope/model/job.h>
#include <epochscope/model/training_dynamics.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

/// The two signals of a map and the filters of its samples. The options and defaults of TrustAI's
/// plot_map.py.
struct MapOptions {
    Signal vertical = Signal::avg_probs;
    Signal horizontal = Signal::label_var;
    /// Samples pass if this signal is at least `threshold`.
    std::optional<Signal> criterion;
    double threshold = 0;
    /// Samples pass if they were learnt (or forgotten) at least this often, and are grouped by that
    /// number. Not both.
    std::optional<double> min_learnt;
    std::optional<double> min_forgotten;
    /// Whether samples are grouped by their mark (Signal::s_label).
    bool by_mark = false;
};

/// Markers, in the shapes of matplotlib's X v ^ < > D o.
enum class MapMarker : std::uint8_t { cross, down, up, left, right, diamond, disc };

/// A group of samples.
struct MapGroup {
    std::string name;
    MapMarker marker = MapMarker::cross;
    Colour colour;
};

/// A data map as in TrustAI. Groups are by correct_ratio: < 0.2, < 0.4, < 0.6, < 0.8, < 1 and 1; or
/// by how often samples were learnt (or forgotten): never and never right, never and sometimes
/// right, never and always right, once, twice, more often; or by marks: mislabelled on purpose,
/// made hard on purpose, others.
struct DataMap {
    Signal vertical = Signal::avg_probs;
    Signal horizontal = Signal::label_var;
    /// In the order of the legend; they may be empty.
    std::vector<MapGroup> groups;
    /// The increasing samples that pass, and for each its position and its index in `groups`.
    std::vector<std::uint32_t> samples;
    std::vector<double> x;
    std::vector<double> y;
    std::vector<std::uint8_t> group;
    /// The number of samples of each group.
    std::vector<std::size_t> counts;
    /// The number of samples that pass but have no position, because a signal is unknown.
    std::size_t unplaced = 0;
};

/// Throws Error if more than one of min_learnt, min_forgotten and by_mark is set. O(samples).
DataMap data_map(const SignalTable& table, const MapOptions& options = {});

/// The regions of a Dataset Cartography map. Easy and hard samples have a variability of at most
/// `low_variability` and a confidence of at least `high_confidence` or at most `low_confidence`
/// (the bounds of Data-IQ, Seedat et al. 2022); others are ambiguous. Variability is at most 0.5;
/// with 0.3, samples learnt within the first few of about twenty evaluations are still easy.
/// Unknown without evaluations.
enum class MapRegion : std::uint8_t { easy_to_learn, ambiguous, hard_to_learn, unknown };

inline constexpr double low_confidence = 0.25;
inline constexpr double high_confidence = 0.75;
inline constexpr double low_variability = 0.3;

inline MapRegion region_of(double confidence, double variability) {
    const bool known = !std::isnan(confidence) && !std::isnan(variability);
    // Branch-free: branches would be unpredictable over many samples.
    const MapRegion sure = confidence >= high_confidence  ? MapRegion::easy_to_learn
                           : confidence <= low_confidence ? MapRegion::hard_to_learn
                                                          : MapRegion::ambiguous;
    const MapRegion region = variability > low_variability ? MapRegion::ambiguous : sure;
    return known ? region : MapRegion::unknown;
}
/// The region of each sample.
std::vector<MapRegion> regions_of(const SignalTable& table);
/// "easy-to-learn", "ambiguous", "hard-to-learn", "unknown".
std::string_view name_of(MapRegion region);

/// Sets of samples that deserve inspection.
enum class MapPreset : std::uint8_t {
    /// Hard to learn: confidently predicted as another class.
    mislabelled,
    ambiguous,
    easy,
    /// Forgotten at least a given number of times.
    forgotten,
    /// Evaluated, but never right.
    never_learnt,
};
inline constexpr std::size_t map_preset_count = 5;

/// The samples of a preset, in increasing order; `times` is for `forgotten` only. O(samples).
std::vector<std::uint32_t> samples_of(const SignalTable& table, MapPreset preset, double times = 1);
/// The number of samples of a preset. O(samples).
std::size_t count_of(const SignalTable& table, MapPreset preset, double times = 1);

/// The samples that more speaks for than against being mislabelled (Signal::suspicion above 0.5),
/// at most `most` of them: by falling suspicion, then by index. O(samples + most log most).
std::vector<std::uint32_t> most_suspicious(const SignalTable& table, std::size_t most);

/// How a part of the samples is chosen by a signal, as Dataset Cartography selects training data.
struct SampleChoice {
    Signal metric = Signal::variability;
    /// 0..1; round(fraction x N) samples are chosen.
    double fraction = 1;
    /// Reverses the order.
    bool worst = false;
    /// Seven tenths of them, rounded down, from the beginning of the order and the rest from its
    /// end.
    bool both_ends = false;
};

/// All samples in the order of choice: by the signal (see SignalInfo::small_first), then by index;
/// samples with an unknown signal come last. O(N log N).
std::vector<std::uint32_t> ranked(const SignalTable& table, Signal metric, bool worst = false);

/// The chosen samples, in that order. Throws Error if the fraction is outside 0..1, or if too few
/// samples have the signal. O(N log N).
std::vector<std::uint32_t> chosen(const SignalTable& table, const SampleChoice& choice);

/// A data map over time.
struct MapOverTime {
    /// One epoch an evaluation, with predictions and confidence if they are known for all samples.
    /// The frame is slightly larger than the bounding box of all positions.
    EpochSeries series;
    /// The samples of the series, in increasing order.
    std::vector<std::uint32_t> samples;
};

/// Computes the positions after each evaluation from the evaluations so far. All evaluations
/// determine which samples pass. A sample without a position at any time is left out; before its
/// first position, it stays there. Throws Error if no sample is left, and Cancelled. O(samples x
/// evaluations).
MapOverTime map_over_time(const TrainingDynamics& dynamics, const MapOptions& options = {},
                          const Job& job = {}, int threads = 0);

}  // namespace epochscope
