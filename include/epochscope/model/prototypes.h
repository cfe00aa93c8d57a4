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

/// The weights of a sample's K nearest prototypes; d are squared distances.
enum class WeightRule : std::uint8_t {
    /// 1 / sqrt(d), divided by the sum over all K.
    normalised,
    /// 1 / K.
    equal,
    /// 1 / sqrt(d).
    inverse,
};

/// L_i = the sum of w_k d_k over the K nearest, plus lambda times the sum of max(0, alpha - d_k)
/// over all others. d_k are squared distances in increasing order; among equal ones, the lower name
/// comes first.
struct PrototypeLoss {
    /// K, 1 and up.
    std::size_t nearest = 5;
    double alpha = 1;
    double lambda = 0.1;
    WeightRule rule = WeightRule::normalised;
};

/// The K prototypes of one level at one epoch, as views. Values of mapped files are not checked:
/// names may be out of range, positions NaN.
struct PrototypeEpoch {
    /// K rows of D; NaN for a prototype without samples.
    Table centres;
    /// The prototype of each sample, 0..K-1.
    std::span<const std::int32_t> assignments;
    /// The number of samples of each prototype.
    std::span<const std::int32_t> counts;
    /// The spread of its samples: see analysis/prototypes.h.
    std::span<const float> concentration;
    /// K points of the plane; NaN for a prototype without samples.
    std::span<const Point> positions;
    /// PrototypeLevel::listed nearest prototypes for each sample, nearest first, padded with -1.
    std::span<const std::int32_t> nearest;
    /// Their squared distances.
    std::span<const float> squares;
    /// For each sample, how many prototypes beyond the K nearest are nearer than alpha.
    std::span<const std::int32_t> hinges;
};

/// A number for each epoch.
struct PrototypeCurve {
    /// "acc_proto_naive", ...
    std::string name;
    /// Nothing if unknown.
    std::vector<std::optional<double>> values;
};

/// One number of clusters. A prototype keeps its name 0..K-1 from epoch to epoch.
struct PrototypeLevel {
    std::size_t count = 0;
    /// The number of nearest prototypes listed for each sample.
    std::size_t listed = 0;
    /// Its alpha is that of this level.
    PrototypeLoss loss;
    /// One an epoch of the series.
    std::vector<PrototypeEpoch> epochs;
    std::vector<PrototypeCurve> curves;
    /// Curve m - 1: the mean number of prototypes that occur m times in a batch.
    std::vector<PrototypeCurve> multiplicities;
};

/// How the positions of prototypes were computed.
enum class PrototypePlacement : std::uint8_t {
    /// By the map that projected the samples.
    map,
    /// As weighted means of their samples' positions; samples near the prototype weigh more.
    samples,
};

/// The prototypes of a series at each epoch. Cheap to copy.
struct Prototypes {
    std::vector<PrototypeLevel> levels;
    PrototypePlacement placing = PrototypePlacement::samples;
    /// Whether embeddings were scaled to length 1.
    bool normalised = false;
    /// Whether the run recorded the clusters; otherwise k-means found them.
    bool recorded = false;
    /// The options of the batch signals: see BatchOptions.
    std::size_t batch = 0;
    std::size_t negatives = 0;
    double temperature = 0;
    std::uint64_t seed = 0;
    /// Keeps alive the memory that epochs view.
    std::shared_ptr<const EpochMemory> memory;
};

/// "normalised", "equal", "inverse".
std::string_view name_of(WeightRule rule);
/// The rule of this name; nothing if there is none.
std::optional<WeightRule> weight_rule(std::string_view name);

}  // namespace epochscope
