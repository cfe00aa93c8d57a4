#pragma once

#include <epochscope/model/job.h>
#include <epochscope/model/option.h>
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

/// What the features and logits of an epoch tell of the state of a training. Undefined values are
/// nothing, never 0.
enum class HealthSignal : std::uint8_t {
    /// The fraction of samples that are predicted as labelled, 0..1.
    accuracy,
    /// The mean loss: recorded, or else the cross-entropy of the logits.
    loss,
    /// The mean of the logit of the label minus the largest other one.
    margin,
    /// Expected calibration error, 0..1, in 15 bins of equal width (Guo et al. 2017).
    ece,
    /// The fraction of samples whose prediction differs from that of the epoch before.
    flips,
    /// Neural collapse, NC1: tr(S_W S_B^+) / C of the within-class and between-class covariances
    /// (Papyan et al. 2020). Falls to 0 as classes contract.
    nc1,
    /// The mean Euclidean distance between the centres of two classes.
    centre_distance,
    /// The mean squared distance of a sample from the centre of its class.
    within_variance,
    /// The exponential of the entropy of the singular values of the features (RankMe, Garrido et
    /// al. 2023), at least 1.
    effective_rank,
    /// The mean squared distance of two samples of one class, features scaled to length 1, 0..4
    /// (Wang & Isola 2020, with the pairs that labels make).
    alignment,
    /// The logarithm of the mean of exp(-2 d^2) over pairs of samples, likewise; 0 if all are equal
    /// (Wang & Isola 2020).
    uniformity,
    /// The fraction of features that are equal for all samples, 0..1.
    dead_features,
    /// The fraction of the 15 nearest neighbours in feature space that were not among them at the
    /// epoch before.
    drift,
    /// The fraction of samples with a feature or logit that is not finite. They do not count in
    /// other signals.
    not_finite,
};

/// Its name in files, messages and tables; empty beyond the last one.
constexpr std::string_view name_of(HealthSignal signal) {
    switch (signal) {
        case HealthSignal::accuracy:
            return "accuracy";
        case HealthSignal::loss:
            return "loss";
        case HealthSignal::margin:
            return "margin";
        case HealthSignal::ece:
            return "ece";
        case HealthSignal::flips:
            return "flips";
        case HealthSignal::nc1:
            return "nc1";
        case HealthSignal::centre_distance:
            return "centre_distance";
        case HealthSignal::within_variance:
            return "within_variance";
        case HealthSignal::effective_rank:
            return "effective_rank";
        case HealthSignal::alignment:
            return "alignment";
        case HealthSignal::uniformity:
            return "uniformity";
        case HealthSignal::dead_features:
            return "dead_features";
        case HealthSignal::drift:
            return "drift";
        case HealthSignal::not_finite:
            return "not_finite";
    }
    return {};
}

inline constexpr std::size_t health_signal_count = [] {
    std::size_t count = 0;
    while (!name_of(static_cast<HealthSignal>(count)).empty()) ++count;
    return count;
}();

/// The health of one epoch.
struct EpochHealth {
    /// The epoch's number.
    std::int64_t number = 0;
    /// In the order of HealthSignal.
    std::array<std::optional<double>, health_signal_count> values;
    /// The accuracy of each class, 0..1; nothing for a class without evaluated samples. Empty
    /// without logits.
    std::vector<std::optional<double>> class_accuracy;

    [[nodiscard]] const std::optional<double>& operator[](HealthSignal signal) const {
        return values[static_cast<std::size_t>(signal)];
    }
};

/// Signals of features are measured on at most this many samples, drawn by a fixed seed, and those
/// of pairs of samples (and effective_rank) on at most so many.
inline constexpr std::size_t health_samples = 10'000;
inline constexpr std::size_t health_pair_samples = 2'000;

/// Measures the epochs of a recording one after another; keeps what comparing with the epoch before
/// needs. The result does not depend on the number of threads.
class HealthMeter {
  public:
    /// 0 threads: all.
    explicit HealthMeter(int threads = 0) : threads_(threads) {}

    /// Measures an epoch, which must be later than those before and of the same samples. Throws
    /// Cancelled. O(samples x (dimension + classes) x classes).
    EpochHealth measure(const Recording& recording, std::size_t epoch, const Job& job = {});

  private:
    int threads_;
    std::vector<std::int32_t> last_predictions_;
    /// The sampled neighbours of the epoch before; empty at first.
    std::vector<std::int32_t> last_neighbours_;
};

/// The health of all epochs.
std::vector<EpochHealth> measure_health(const Recording& recording, int threads = 0,
                                        const Job& job = {});

}  // namespace epochscope
