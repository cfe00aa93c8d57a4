#pragma once

#include <epochscope/model/job.h>
#include <epochscope/model/recording.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace epochscope {

struct InfluenceOptions {
    /// The number of proponents and of opponents of a sample, or fewer if there are fewer.
    std::size_t count = 10;
    /// The learning rate at each epoch of the recording, >= 0. Empty: 1 at each.
    std::span<const double> rates = {};
    /// 0: all. The result does not depend on it.
    int threads = 0;
};

/// A sample that taught another one, and how much at each epoch of the recording.
struct Teacher {
    std::int32_t sample = 0;
    /// The sum of `by_epoch`. > 0: learning the sample lowered the loss of the other one; < 0: it
    /// raised it.
    double score = 0;
    std::vector<double> by_epoch;
};

/// The strongest influences on a sample, strongest first; the lower index first among equal ones.
struct SampleTeachers {
    std::int32_t sample = 0;
    /// The score of the sample for itself, >= 0.
    double self = 0;
    /// Other samples with a score > 0, and those with a score < 0. Empty if nothing is known of the
    /// sample, or it has no label.
    std::vector<Teacher> proponents;
    std::vector<Teacher> opponents;
};

struct TeachersFound {
    /// One for each of the samples that were asked for.
    std::vector<SampleTeachers> samples;
    /// About epochs without logits, samples that are absent, and samples without a label.
    std::vector<std::string> warnings;
};

/// TracIn of the last layer (Pruthi et al. 2020, Estimating Training Data Influence by Tracing
/// Gradient Descent, section 4.2; Captum's TracInCPFast): the influence of j on i is the sum over
/// epochs of rate <x_i, x_j> <p_i - y_i, p_j - y_j>, where x are features, p the softmax of logits
/// and y is 1 at the label and 0 elsewhere. These are products of the gradients of both
/// cross-entropies with respect to the weights of the last layer, without its bias.
///
/// Exact over all samples, in double precision. A sample without a label counts for nothing, and so
/// does one at epochs where its features or logits are not finite or it is absent. Throws Error if
/// no epoch has logits, no sample has a label, a sample is out of range, or the rates do not fit;
/// Cancelled. O(Q N (D + C) E) for Q samples; about 256 MiB, and `samples` x 2 count x E numbers.
TeachersFound teachers_of(const Recording& recording, std::span<const std::size_t> samples,
                          const InfluenceOptions& options = {}, const Job& job = {});

/// What the opponents of a sample vote for.
struct OpponentsVote {
    /// The class with the largest share; the first of equal ones.
    std::int32_t proposed = 0;
    /// Its share of all votes, 0..1.
    double share = 0;
};

/// Each opponent votes for its label with the weight |score|: a sample with a wrong label is held
/// back most by samples of its true class. Nothing without opponents. O(opponents).
std::optional<OpponentsVote> vote_of_opponents(const SampleTeachers& teachers,
                                               std::span<const std::int32_t> labels);

}  // namespace epochscope
