#pragma once

#include <epochscope/compute/team.h>
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

/// The faithfulness metrics of an embedding:
///
/// - nn_pv: the fraction of a sample's k nearest neighbours in feature space that are among its k
/// nearest
///   in the plane (neighbourhood preservation; "NN preserving" in Yang et al. 2022, there including
///   the sample itself and as a count).
/// - boundary_pv: the same for the k nearest boundary points (boundary.h).
/// - rec_pv: the fraction of samples whose predicted class equals that of their position mapped
/// back to
///   feature space.
/// - temp_pv: for each sample, Pearson's r over the steps between epochs, between the fraction of
/// preserved
///   neighbours in feature space and the distance moved in the plane. Lower is better. Undefined
///   for a single epoch.
/// - temp_l: the fraction of a sample's k nearest epochs in feature space (itself at other epochs)
/// that are
///   among its k nearest in the plane. Chance level: k / (E - 1).
/// - temp_g_tau, temp_g_rho: for each sample and epoch, Kendall's tau-b (Spearman's rho) between
/// its
///   distances to itself at the other epochs in feature space and in the plane.
/// - step_agreement: for each step between epochs, reported for the later one, Spearman's rho over
/// samples
///   between the distances moved in feature space and in the plane.
/// - cross_nn: of a sample at one epoch, the fraction of its k nearest among all samples (itself
///   too) at another epoch, in feature space, that are its k nearest there in the plane. Mean over
///   500 samples and, for each epoch, 6 others, both drawn (all, where there are no more). Chance
///   level: k / N.
/// - travel: the length of all paths over the spread of the run, in the plane, divided by the same
///   in feature space. Spread: the root mean square distance from the mean. 1 is true; less: motion
///   is hidden; more: motion is made up. One value for all epochs.
/// - spread: the spread of an epoch over that of the last, in the plane. True is what the features
///   have, see FaithfulnessReport::features.
/// - trustworthiness, continuity: Venna & Kaski 2001, with k: 1 minus the normalised excess ranks
/// of false
///   neighbours in the plane, and of missing ones.
///
/// A sample is not its own neighbour. Distances are Euclidean, in double precision. Equally distant
/// neighbours (or epochs) share the remaining places: every value is the expected one if ties are
/// put in a random order, in each space by itself. So the order of samples does not matter, and an
/// embedding with all samples in one place scores exactly chance, whatever the features do. If that
/// is so at every epoch, its one place shows the path of no sample: it counts as standing still.
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
    continuity,
    cross_nn,
    travel,
    spread
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
        case Metric::cross_nn:
            return {"cross_nn", MetricScope::paths};
        case Metric::travel:
            return {"travel", MetricScope::all_paths};
        case Metric::spread:
            return {"spread", MetricScope::paths};
    }
    return {};
}

inline constexpr std::size_t metric_count = [] {
    std::size_t count = 0;
    while (!info_of(static_cast<Metric>(count)).name.empty()) ++count;
    return count;
}();

constexpr std::string_view name_of(Metric metric) { return info_of(metric).name; }

/// A metric of an embedding. Undefined values are nothing, never 0.
struct MetricSummary {
    /// The mean over samples and epochs at which it is defined.
    std::optional<double> mean;
    /// The means of the thirds of the epochs: epoch e of E is in third 3 e / E. Nothing with fewer
    /// than three epochs.
    std::optional<double> early;
    std::optional<double> middle;
    std::optional<double> late;
    /// One an epoch: the mean over samples.
    std::vector<std::optional<double>> per_epoch;
    /// The fraction of samples (and epochs) for which it is undefined, 0..1.
    double undefined = 0;
    /// Why a value above is nothing; empty if none is.
    std::string reason;
};

/// All metrics of an embedding.
struct Faithfulness {
    /// In the order of Metric.
    std::array<MetricSummary, metric_count> figures;
    /// nn_pv of each sample, a row of N an epoch; NaN if undefined.
    std::vector<float> preserved;
    /// temp_l of each sample, the mean over epochs; NaN if undefined.
    std::vector<double> kept_epochs;
    /// temp_g_tau of each sample, likewise.
    std::vector<double> kept_order;

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
    /// k of nn_pv, boundary_pv, temp_pv, trustworthiness, continuity and cross_nn. Limited to half
    /// of the other samples, since an embedding can hardly miss one of more.
    std::size_t neighbours = 15;
    /// k of temp_l. Limited to half of the other epochs.
    std::size_t near_epochs = 5;
    /// For the boundary points, and the epochs and samples of cross_nn.
    std::uint64_t seed = 0;
    /// 0: all. The result does not depend on it.
    int threads = 0;
    /// Who measures; the figures are whole at rank 0 alone.
    Team team = {};
};

/// What is found of several embeddings of the same epochs.
struct FaithfulnessReport {
    /// The numbers of neighbours and epochs that were used, after the limits above; may be 0.
    std::size_t neighbours = 0;
    std::size_t near_epochs = 0;
    /// The features themselves, as if they were an embedding that preserves everything, ties
    /// included: what none can exceed.
    Faithfulness features;
    /// One for each embedding.
    std::vector<Faithfulness> embeddings;
    /// Warnings for the user, in sentences.
    std::vector<std::string> warnings;
};

/// Measures M embeddings of several epochs of a recording; feature space is processed once for all.
/// `epochs` are increasing indices of the recording. Throws Error if counts differ, or a feature or
/// a position is not finite. Throws Cancelled. Keeps copies of two epochs and some rows in memory,
/// and O(N E) for each embedding. O(E N^2 (D + k M) + N E^2 (D + E M)).
FaithfulnessReport measure_faithfulness(const Recording& recording,
                                        std::span<const std::size_t> epochs,
                                        std::span<const Embedding> embeddings,
                                        const FaithfulnessOptions& options = {},
                                        const Job& job = {});

/// The indices of a series' epochs in a recording, by their numbers. Throws Error if the recording
/// lacks an epoch, or the numbers of samples differ.
std::vector<std::size_t> epochs_of(const Recording& recording, const EpochSeries& series);

}  // namespace epochscope
