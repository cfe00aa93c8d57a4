#pragma once

#include <epochscope/analysis/prototypes.h>
#include <epochscope/model/prototypes.h>
#include <epochscope/model/recording.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace epochscope {

/// The weights of the K nearest prototypes, by their squared distances. Where some are at distance
/// 0, `normalised` shares itself out among these alone, as it does in the limit, and `inverse` has
/// 0 for them: either way they add nothing to the loss.
std::vector<double> prototype_weights(std::span<const double> squares, WeightRule rule);

/// The two terms of PrototypeLoss of a sample, or of all of them on average.
struct LossTerms {
    /// Sum of w_k d_k over the K nearest.
    double pull = 0;
    /// lambda times the sum of max(0, alpha - d_k) over all others.
    double push = 0;
    /// How many of these are above 0.
    double hinges = 0;
};

/// The nearest prototypes of each sample, and what the loss makes of them.
struct SampleLosses {
    /// How many are listed for each sample.
    std::size_t listed = 0;
    /// Rows of `listed`: nearest first, of equally near ones the lower name, -1 where there are no
    /// more.
    std::vector<std::int32_t> nearest;
    std::vector<float> squares;
    /// One a sample.
    std::vector<std::int32_t> hinges;
    /// On average.
    LossTerms mean;
};

/// Ranks all prototypes for each row, in double precision; those without samples are left out.
/// Rows are as the prototypes: of length 1 where these are. The same for any number of threads.
/// Throws Cancelled when stopped. O(N K D).
SampleLosses sample_losses(const Table& rows, const Clusters& clusters, const PrototypeLoss& loss,
                           std::size_t listed, int threads = 0, const std::stop_token& stop = {});

struct BatchOptions {
    /// B, 1..N.
    std::size_t batch = 64;
    /// r: prototypes that no sample of the batch has, drawn for each batch; fewer where fewer are
    /// left.
    std::size_t negatives = 16;
    /// Logits are cosines divided by it.
    double temperature = 0.2;
    std::uint64_t seed = 0;
    int threads = 0;
};

/// What a loss that goes by batches sees of an epoch: means over its whole batches.
struct BatchSignals {
    /// The share of samples whose greatest logit (of equal ones the first column) is that of their
    /// own column: column i for sample i of the batch; and where repeated prototypes count as one
    /// (see adjusted_labels).
    double accuracy_naive = 0;
    double accuracy_adjusted = 0;
    /// U.
    double distinct = 0;
    /// The mean of -ln softmax of the own column, which is the same with both numberings; and what
    /// it is at least.
    double cross_entropy = 0;
    double floor = 0;
    /// How many negatives there were on average.
    double negatives = 0;
    /// Entry m - 1: how many prototypes occur m times.
    std::vector<double> multiplicities;
};

/// Logits are cosines of samples and prototypes, as a loss on normalised features has them,
/// whatever was clustered. `epoch` decides which batches are drawn, with the seed. The same for any
/// number of threads. Throws Error for a batch that is 0 or larger than there are samples,
/// Cancelled when stopped. O(N (B + r) D).
BatchSignals batch_signals(const Table& rows, const Clusters& clusters, std::int64_t epoch,
                           const BatchOptions& options, const std::stop_token& stop = {});

}  // namespace epochscope
