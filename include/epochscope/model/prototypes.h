#pragma once

#include <epochscope/model/epoch_memory.h>
#include <epochscope/model/geometry.h>
#include <epochscope/model/recording.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

/// How the distances of a sample to its K nearest prototypes are weighed; d are squared distances.
enum class WeightRule : std::uint8_t {
    /// 1 / sqrt(d), divided by the sum of all K of them.
    normalised,
    /// 1 / K.
    equal,
    /// 1 / sqrt(d).
    inverse,
};

/// L_i = sum over the K nearest of w_k d_k, and lambda times the sum over all others of
/// max(0, alpha - d_k): d_k are squared distances, sorted upwards, of equal ones the lower name
/// first.
struct PrototypeLoss {
    /// K, 1 and up.
    std::size_t nearest = 5;
    double alpha = 1;
    double lambda = 0.1;
    WeightRule rule = WeightRule::normalised;
};

/// The prototypes of one level at one epoch, K of them, as views. Nobody has checked the values of
/// a mapped file: names may be none of 0..K-1, places no numbers.
struct PrototypeEpoch {
    /// K rows of D; no numbers for a prototype without samples.
    Table centres;
    /// The prototype of each sample, 0..K-1.
    std::span<const std::int32_t> assignments;
    /// How many samples each prototype has.
    std::span<const std::int32_t> counts;
    /// How spread its samples are: see analysis/prototypes.h.
    std::span<const float> concentration;
    /// Where each lies in the plane; no numbers for a prototype without samples.
    std::span<const Point> positions;
    /// For each sample its nearest prototypes, PrototypeLevel::listed of them, nearest first; -1
    /// where there are fewer.
    std::span<const std::int32_t> nearest;
    /// The squares of their distances.
    std::span<const float> squares;
    /// For each sample how many prototypes beyond the K nearest are nearer than alpha allows.
    std::span<const std::int32_t> hinges;
};

/// A number for each epoch.
struct PrototypeCurve {
    /// "acc_proto_naive", ...
    std::string name;
    /// Nothing where it is not known.
    std::vector<std::optional<double>> values;
};

/// One number of clusters. A prototype keeps its name 0..K-1 from epoch to epoch.
struct PrototypeLevel {
    std::size_t count = 0;
    /// How many nearest prototypes are listed for each sample.
    std::size_t listed = 0;
    /// With the alpha of this level.
    PrototypeLoss loss;
    /// One an epoch of the series.
    std::vector<PrototypeEpoch> epochs;
    std::vector<PrototypeCurve> curves;
    /// Curve m - 1: how many prototypes occur m times in a batch, on average.
    std::vector<PrototypeCurve> multiplicities;
};

/// How prototypes came to their places in the plane.
enum class PrototypePlacement : std::uint8_t {
    /// By the map that placed the samples.
    map,
    /// At the centre of their samples, those near to the prototype counting more.
    samples,
};

/// What samples are pulled to, at each epoch of a series. Cheap to copy.
struct Prototypes {
    std::vector<PrototypeLevel> levels;
    PrototypePlacement placing = PrototypePlacement::samples;
    /// Whether embeddings were scaled to length 1.
    bool normalised = false;
    /// Whether a run recorded the clusters; else they were found by k-means.
    bool recorded = false;
    /// The samples of a batch, and the prototypes beside theirs, that the signals are of.
    std::size_t batch = 0;
    std::size_t negatives = 0;
    double temperature = 0;
    std::uint64_t seed = 0;
    /// Keeps alive what epochs view.
    std::shared_ptr<const EpochMemory> memory;
};

/// "normalised", "equal", "inverse".
std::string_view name_of(WeightRule rule);
/// The rule of this name; nothing where there is none.
std::optional<WeightRule> weight_rule(std::string_view name);

}  // namespace epochscope
