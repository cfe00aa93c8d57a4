#pragma once

#include <epochscope/model/epoch_series.h>
#include <epochscope/model/job.h>
#include <epochscope/model/plane_map.h>
#include <epochscope/model/recording.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

/// What is measured of a picture, as Metric's entries are in order:
///
/// - nn_pv: the share of a sample's k nearest in feature space that are among its k nearest in the
///   plane (van der Maaten & Hinton's neighbours; "NN preserving" in Yang et al. 2022, there with
///   the sample itself and as a count).
/// - boundary_pv: the same of the k nearest boundary points (boundary.h).
/// - rec_pv: the share of samples whose predicted class is that of their place taken back to
/// feature
///   space.
/// - temp_pv: for each sample Pearson's r, over the steps from an epoch to the next, between the
///   share of neighbours that it keeps in feature space and how far it moves in the plane. Less is
///   better. Of an epoch by itself it is not defined.
/// - temp_l: the share of a sample's k nearest epochs in feature space (itself at other epochs)
/// that
///   are among its k nearest in the plane. Chance is k / (E - 1).
/// - temp_g_tau, temp_g_rho: for each sample and epoch Kendall's tau-b (Spearman's rho) between the
///   distances to itself at the other epochs in feature space and in the plane.
/// - step_agreement: for each step from an epoch to the next, told of the later one, Spearman's rho
///   over samples between how far they moved in feature space and in the plane.
/// - trustworthiness, continuity: Venna & Kaski 2001, at k: 1 less what those shown near but far in
///   truth, or near in truth but shown far, exceed k by in the order of distances.
///
/// A sample is never its own neighbour. Distances are Euclidean, of double precision. Of equally
/// far neighbours none comes first: they share the places that are left, weights taking the stead
/// of sets (the share kept is then the sum of the lesser weights). So no order of samples matters,
/// what is the same in both spaces is kept whole, and a constant picture (of features that differ)
/// is worth exactly what chance is.
enum class Metric : std::uint8_t {
    nn_pv,
    boundary_pv,
    rec_pv,
    temp_pv,
    temp_l,
    temp_g_tau,
    temp_g_rho,
    step_agreement,
    trustworthiness,
    continuity
};
/// What a metric compares.
enum class MetricScope : std::uint8_t {
    /// The embedding of one epoch.
    epoch,
    /// The paths of samples; it has a value for each epoch.
    paths,
    /// The paths of samples; it has one value for all epochs.
    all_paths
};
struct MetricInfo {
    /// Its name in files, messages and tables.
    std::string_view name;
    MetricScope scope = MetricScope::epoch;
};

/// All metrics, in the order of Metric.
constexpr MetricInfo info_of(Metric metric) {
    switch (metric) {
        case Metric::nn_pv:
            return {"nn_pv"};
        case Metric::boundary_pv:
            return {"boundary_pv"};
        case Metric::rec_pv:
            return {"rec_pv"};
        case Metric::temp_pv:
            return {"temp_pv", MetricScope::all_paths};
        case Metric::temp_l:
            return {"temp_l", MetricScope::paths};
        case Metric::temp_g_tau:
            return {"temp_g_tau", MetricScope::paths};
        case Metric::temp_g_rho:
            return {"temp_g_rho", MetricScope::paths};
        case Metric::step_agreement:
            return {"step_agreement", MetricScope::paths};
        case Metric::trustworthiness:
            return {"trustworthiness"};
        case Metric::continuity:
            return {"continuity"};
    }
    return {};
}

inline constexpr std::size_t metric_count = [] {
    std::size_t count = 0;
    while (!info_of(static_cast<Metric>(count)).name.empty()) ++count;
    return count;
}();

constexpr std::string_view name_of(Metric metric) { return info_of(metric).name; }

/// One metric of one picture. What is not defined is nothing, never 0.
struct MetricSummary {
    /// Over samples and epochs where it is defined.
    std::optional<double> mean;
    /// The same over the thirds of the epochs: epoch e of E is in third 3 e / E. Nothing where
    /// there are fewer than three.
    std::optional<double> early;
    std::optional<double> middle;
    std::optional<double> late;
    /// One an epoch: the mean over samples.
    std::vector<std::optional<double>> per_epoch;
    /// The share of samples (and epochs) of which it is not defined, 0..1.
    double undefined = 0;
    /// Why something above is nothing; empty where nothing is.
    std::string reason;
};

/// All metrics of one picture.
struct Faithfulness {
    /// In the order of Metric.
    std::array<MetricSummary, metric_count> figures;
    /// For each epoch and sample the share of its neighbours that are kept (nn_pv of the sample),
    /// rows of N; no numbers where it is not defined.
    std::vector<float> preserved;

    [[nodiscard]] const MetricSummary& operator[](Metric metric) const {
        return figures[static_cast<std::size_t>(metric)];
    }
};

/// An embedding of all samples in the plane, at each of the epochs that are measured.
struct Embedding {
    std::vector<std::span<const Point>> places;
    /// The maps that placed the samples: one, or one for each of these epochs. Without maps,
    /// boundary_pv and rec_pv are undefined. Its logits are not used.
    PlaneMap map = {};
};

struct FaithfulnessOptions {
    /// How many neighbours: k of nn_pv, boundary_pv, temp_pv, trustworthiness and continuity. No
    /// more than half of the others, since of more a picture can hardly miss one.
    std::size_t neighbours = 15;
    /// How many epochs: k of temp_l; no more than half of the others.
    std::size_t near_epochs = 5;
    /// For the boundary points.
    std::uint64_t seed = 0;
    /// 0: all there are. The same result for any number.
    int threads = 0;
};

/// What is found of several embeddings of the same epochs.
struct FaithfulnessReport {
    /// How many neighbours and epochs there were in truth: fewer where there are not enough; 0
    /// where not even one can be half of the others.
    std::size_t neighbours = 0;
    std::size_t near_epochs = 0;
    /// The features themselves, as if they were an embedding: what none can exceed.
    Faithfulness features;
    /// One for each embedding.
    std::vector<Faithfulness> embeddings;
    /// What the user should know, in sentences.
    std::vector<std::string> warnings;
};

/// Measures embeddings of some epochs of a recording, computing what concerns feature space once
/// for all of them. `epochs` are indices of the recording, rising. Throws Error if counts do not
/// fit or a feature or a place is not finite, Cancelled when stopped. Holds copies of two epochs
/// and some rows in memory, besides O(N E) for each of the M embeddings. O(E N^2 (D + k M) + N E^2
/// (D + E M)).
FaithfulnessReport measure_faithfulness(const Recording& recording,
                                        std::span<const std::size_t> epochs,
                                        std::span<const Embedding> embeddings,
                                        const FaithfulnessOptions& options = {},
                                        const Job& job = {});

/// The epochs of a recording that a series has, by their numbers. Throws Error where the series has
/// others, or not as many samples.
std::vector<std::size_t> epochs_of(const Recording& recording, const EpochSeries& series);

}  // namespace epochscope
