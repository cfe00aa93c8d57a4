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

/// What is to be drawn: two signals against each other, of the samples that pass all that is asked
/// of them. The options of TrustAI's plot_map.py, whose defaults these are.
struct MapOptions {
    Signal vertical = Signal::avg_probs;
    Signal horizontal = Signal::label_var;
    /// Keeps the samples of which this signal is at least `threshold`.
    std::optional<Signal> criterion;
    double threshold = 0;
    /// Keeps the samples that were learnt (or forgotten) at least so often, and groups them by how
    /// often that was. Not both.
    std::optional<double> min_learnt;
    std::optional<double> min_forgotten;
};

/// How a group is marked, by the shapes of matplotlib's letters X v ^ < > D o.
enum class MapMarker : std::uint8_t { cross, down, up, left, right, diamond, disc };

/// What the samples of a group share.
struct MapGroup {
    std::string name;
    MapMarker marker = MapMarker::cross;
    Colour colour;
};

/// A data map as TrustAI draws it. Groups are by correct_ratio, < 0.2, < 0.4, < 0.6, < 0.8, < 1 and
/// 1, else by how often samples were learnt (or forgotten): never and never right, never and at
/// times right, never and always right, once, twice, more often.
struct DataMap {
    Signal vertical = Signal::avg_probs;
    Signal horizontal = Signal::label_var;
    /// Six, in the order of the legend; any may be empty.
    std::vector<MapGroup> groups;
    /// The samples kept, rising, and of each its place and its index in `groups`.
    std::vector<std::uint32_t> samples;
    std::vector<double> x;
    std::vector<double> y;
    std::vector<std::uint8_t> group;
    /// How many samples each group has.
    std::vector<std::size_t> counts;
    /// How many passed, but have no place: one of the two signals is not known of them.
    std::size_t unplaced = 0;
};

/// Throws Error where samples are to be kept by both times.
DataMap data_map(const SignalTable& table, const MapOptions& options = {});

/// The regions of Dataset Cartography's map. Easy and hard are sure ones, with a variability up to
/// `low_variability` and a confidence from `high_confidence` on, or up to `low_confidence` (the
/// bounds of Data-IQ, Seedat et al. 2022); all else is ambiguous. Of the 0.5 that variability can
/// be, 0.3 leaves among the easy what is learnt within the first few of some twenty evaluations.
/// Unknown without evaluations.
enum class MapRegion : std::uint8_t { easy_to_learn, ambiguous, hard_to_learn, unknown };

inline constexpr double low_confidence = 0.25;
inline constexpr double high_confidence = 0.75;
inline constexpr double low_variability = 0.3;

inline MapRegion region_of(double confidence, double variability) {
    const bool known = !std::isnan(confidence) && !std::isnan(variability);
    // Without branches: of many samples nobody could foretell them.
    const MapRegion sure = confidence >= high_confidence  ? MapRegion::easy_to_learn
                           : confidence <= low_confidence ? MapRegion::hard_to_learn
                                                          : MapRegion::ambiguous;
    const MapRegion region = variability > low_variability ? MapRegion::ambiguous : sure;
    return known ? region : MapRegion::unknown;
}
/// Of every sample.
std::vector<MapRegion> regions_of(const SignalTable& table);
/// "easy-to-learn", "ambiguous", "hard-to-learn", "unknown".
std::string_view name_of(MapRegion region);

/// Samples to look at.
enum class MapPreset : std::uint8_t {
    /// Hard to learn: confidently predicted to be something else.
    mislabelled,
    ambiguous,
    easy,
    /// Forgotten at least so often.
    forgotten,
    /// Evaluated, and never right.
    never_learnt,
};

/// Those samples, rising; `times` counts for `forgotten` alone.
std::vector<std::uint32_t> samples_of(const SignalTable& table, MapPreset preset, double times = 1);
/// How many they are.
std::size_t count_of(const SignalTable& table, MapPreset preset, double times = 1);

/// Part of the samples by one signal, as Dataset Cartography chooses what to train on.
struct SampleChoice {
    Signal metric = Signal::variability;
    /// How many: round(fraction x N), 0..1.
    double fraction = 1;
    /// From the other end.
    bool worst = false;
    /// Seven tenths of them, rounded down, from the end that is meant and the others from the other
    /// end.
    bool both_ends = false;
};

/// All samples in the order in which they are chosen; of equal ones the lower index first; last
/// those of which the signal is not known. O(N log N).
std::vector<std::uint32_t> ranked(const SignalTable& table, Signal metric, bool worst = false);

/// The samples chosen, in that order. Throws Error for a fraction outside 0..1, and where fewer
/// samples have the signal than are to be chosen.
std::vector<std::uint32_t> chosen(const SignalTable& table, const SampleChoice& choice);

/// The map over time.
struct MapOverTime {
    /// An epoch for each evaluation, by its number, with predictions and confidence where they are
    /// known of all. The frame is a little wider than all places.
    EpochSeries series;
    /// The samples that are in it, rising.
    std::vector<std::uint32_t> samples;
};

/// After each evaluation every sample where the map would have it so far. Which samples are kept is
/// decided by all evaluations; those that never have a place are left out, and those that have none
/// yet stand where they will stand first. Throws Error where none is left; Cancelled when stopped.
/// O(samples x evaluations).
MapOverTime map_over_time(const TrainingDynamics& dynamics, const MapOptions& options = {},
                          const Job& job = {}, int threads = 0);

}  // namespace epochscope
