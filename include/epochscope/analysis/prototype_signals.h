#pragma once

#include <epochscope/analysis/prototypes.h>
#include <epochscope/model/prototypes.h>
#include <epochscope/model/recording.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <stop_token>
#include <string_view>
#include <vector>

namespace epochscope {

/// The weights of the K nearest prototypes by their squared distances. If distances are 0,
/// `normalised` divides the weight among these only (its limit), and `inverse` gives them 0: they
/// add nothing to the loss.
std::vector<double> prototype_weights(std::span<const double> squares, WeightRule rule);

/// The two terms of PrototypeLoss, of a sample or as a mean.
struct LossTerms {
    /// The sum of w_k d_k over the K nearest.
    double pull = 0;
    /// lambda times the sum of max(0, alpha - d_k) over all others.
    double push = 0;
    /// The number of these that are above 0.
    double hinges = 0;
};

/// The nearest prototypes and the loss of each sample.
struct SampleLosses {
    /// The number of prototypes listed for each sample.
    std::size_t listed = 0;
    /// Rows of `listed`: nearest first, the lower name first among equally near ones, padded with
    /// -1.
    std::vector<std::int32_t> nearest;
    std::vector<float> squares;
    /// One a sample.
    std::vector<std::int32_t> hinges;
    /// The mean over samples.
    LossTerms mean;
};

/// Ranks all prototypes with samples for each row, in double precision. Rows are normalised if the
/// prototypes are. The result does not depend on the number of threads. Throws Cancelled. O(N K D).
SampleLosses sample_losses(const Table& rows, const Clusters& clusters, const PrototypeLoss& loss,
                           std::size_t listed, int threads = 0, const std::stop_token& stop = {});

struct BatchOptions {
    /// B, 1..N.
    std::size_t batch = 64;
    /// r: prototypes of no sample of the batch, drawn for each batch; fewer if fewer are left.
    std::size_t negatives = 16;
    /// Divides the cosines, which gives the logits.
    double temperature = 0.2;
    std::uint64_t seed = 0;
    int threads = 0;
};

/// The batch signals of an epoch: means over its complete batches.
struct BatchSignals {
    /// The fraction of samples whose largest logit (the first of equal ones) is in their target
    /// column: column i for sample i of the batch; and for adjusted targets (see adjusted_labels).
    double accuracy_naive = 0;
    double accuracy_adjusted = 0;
    /// U.
    double distinct = 0;
    /// The mean cross-entropy, which is the same for both kinds of targets, and its minimum.
    double cross_entropy = 0;
    double floor = 0;
    /// The mean number of negatives.
    double negatives = 0;
    /// Entry m - 1: the number of prototypes that occur m times.
    std::vector<double> multiplicities;
};

/// Computes the batch signals. Logits are cosines of samples and prototypes, as in a loss on
/// normalised features, whatever was clustered. The seed and `epoch` determine the batches. The
/// result does not depend on the number of threads. Throws Error if a batch is 0 or more than the
/// samples, and Cancelled. O(N (B + r) D).
BatchSignals batch_signals(const Table& rows, const Clusters& clusters, std::int64_t epoch,
                           const BatchOptions& options, const std::stop_token& stop = {});

/// The mean of a curve of a level over the epochs at which it is known; nothing if there is none.
std::optional<double> mean_over_epochs(const PrototypeLevel& level, std::string_view curve);

}  // namespace epochscope
