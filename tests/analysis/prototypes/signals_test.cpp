#include "analysis/prototypes/run.h"
#include "support/catch.h"

#include <epochscope/analysis/prototype_batches.h>
#include <epochscope/analysis/prototype_signals.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>
#include <set>
#include <vector>

using namespace epochscope;
using tests::counted;
using tests::Run;

namespace {

struct Case {
    Recording recording;
    Clusters clusters;

    [[nodiscard]] const Table& rows() const { return recording.epoch(0).embeddings; }
};

/// Random samples in five dimensions, random clusters; of the last cluster nobody.
Case random_case(std::size_t samples, std::int32_t clusters, unsigned seed) {
    std::mt19937 random(seed);
    std::normal_distribution<float> normal;
    std::uniform_int_distribution<std::int32_t> any(0, clusters - 1);
    Run::Samples rows;
    std::vector<std::int32_t> ids;
    for (std::size_t i = 0; i < samples; ++i) {
        rows.push_back({normal(random), normal(random), normal(random), normal(random), 1});
        ids.push_back(any(random));
    }
    ids[0] = clusters - 1;
    const Recording recording = Run::recording({rows});
    Case made{recording, clusters_of(recording, counted(1), ids, false).epochs[0]};
    return made;
}

double cosine(std::span<const float> x, std::span<const float> y) {
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (std::size_t d = 0; d < x.size(); ++d) {
        xy += static_cast<double>(x[d]) * static_cast<double>(y[d]);
        xx += static_cast<double>(x[d]) * static_cast<double>(x[d]);
        yy += static_cast<double>(y[d]) * static_cast<double>(y[d]);
    }
    return xy / std::sqrt(xx * yy);
}

/// What the training loop does: B columns for B samples, none of them left out.
struct Plain {
    double accuracy = 0;
    double loss = 0;
};
Plain plain_result(const Case& of, const std::vector<std::size_t>& batch,
                   const std::vector<std::int32_t>& labels, double temperature) {
    Plain made;
    for (std::size_t i = 0; i < batch.size(); ++i) {
        std::vector<double> logits;
        for (const std::size_t other : batch) {
            const auto id = static_cast<std::size_t>(of.clusters.assignments[other]);
            logits.push_back(cosine(of.rows().row(batch[i]), of.clusters.prototypes().row(id)) /
                             temperature);
        }
        double sum = 0;
        for (const double logit : logits) sum += std::exp(logit);
        // Equal columns may differ by rounding here: those of one prototype are one.
        std::size_t best = 0;
        for (std::size_t c = 0; c < logits.size(); ++c)
            if (logits[c] > logits[best] + 1e-12) best = c;
        const auto label = static_cast<std::size_t>(labels[i]);
        made.accuracy += best == label ? 1.0 / static_cast<double>(batch.size()) : 0;
        made.loss += (std::log(sum) - logits[label]) / static_cast<double>(batch.size());
    }
    return made;
}

}  // namespace

TEST_CASE("signals of batches are those of a plain training loop, with both numberings") {
    const Case of = random_case(40, 6, 1);
    BatchOptions options;
    options.batch = 8;
    options.negatives = 0;
    options.temperature = 0.5;
    options.seed = 3;
    const BatchSignals signals = batch_signals(of.rows(), of.clusters, 7, options);
    Plain naive;
    Plain adjusted;
    double distinct = 0;
    for (const auto& batch : batches_of(40, 8, 3, 7)) {
        std::vector<std::int32_t> numbers;
        std::vector<std::int32_t> prototypes;
        for (const std::size_t sample : batch) {
            numbers.push_back(static_cast<std::int32_t>(numbers.size()));
            prototypes.push_back(of.clusters.assignments[sample]);
        }
        const Plain with = plain_result(of, batch, adjusted_labels(prototypes), 0.5);
        const Plain without = plain_result(of, batch, numbers, 0.5);
        naive.accuracy += without.accuracy / 5;
        naive.loss += without.loss / 5;
        adjusted.accuracy += with.accuracy / 5;
        adjusted.loss += with.loss / 5;
        distinct += static_cast<double>(distinct_count(prototypes)) / 5;
    }
    CHECK(signals.accuracy_naive == Approx(naive.accuracy));
    CHECK(signals.accuracy_adjusted == Approx(adjusted.accuracy));
    CHECK(signals.cross_entropy == Approx(naive.loss));
    // Numbering anew changes the accuracy and not the loss.
    CHECK(naive.accuracy < adjusted.accuracy);
    CHECK(signals.cross_entropy == Approx(adjusted.loss));
    CHECK(signals.distinct == Approx(distinct));
    CHECK(signals.accuracy_naive <= signals.distinct / 8 + 1e-12);
    CHECK(signals.cross_entropy >= signals.floor);
    double samples = 0;
    for (std::size_t m = 0; m < signals.multiplicities.size(); ++m)
        samples += static_cast<double>(m + 1) * signals.multiplicities[m];
    CHECK(samples == Approx(8));
}

TEST_CASE("where every sample is nearest to its prototype, both accuracies are what they can be") {
    // Samples along the axes, each axis a cluster.
    Run::Samples rows;
    std::vector<std::int32_t> ids;
    for (std::int32_t i = 0; i < 32; ++i) {
        std::vector<float> row(4, 0);
        row[static_cast<std::size_t>(i % 4)] = 1;
        rows.push_back(row);
        ids.push_back(i % 4);
    }
    const Recording recording = Run::recording({rows});
    const Clusters clusters = clusters_of(recording, counted(1), ids, true).epochs[0];
    BatchOptions options;
    options.batch = 16;
    const BatchSignals signals = batch_signals(recording.epoch(0).embeddings, clusters, 1, options);
    CHECK(signals.accuracy_adjusted == Approx(1));
    CHECK(signals.accuracy_naive == Approx(signals.distinct / 16));
    // A loss that could not be less: nothing but equal columns is left at this temperature.
    options.temperature = 0.001;
    const BatchSignals cold = batch_signals(recording.epoch(0).embeddings, clusters, 1, options);
    CHECK(cold.cross_entropy == Approx(cold.floor));
}

TEST_CASE("negatives are prototypes that the batch has not, as many as are left") {
    const Case of = random_case(60, 20, 2);
    BatchOptions options;
    options.batch = 4;
    options.negatives = 5;
    const BatchSignals some = batch_signals(of.rows(), of.clusters, 1, options);
    CHECK(some.negatives == Approx(5));
    options.negatives = 1000;
    const BatchSignals all = batch_signals(of.rows(), of.clusters, 1, options);
    const auto there = std::count_if(of.clusters.counts.begin(), of.clusters.counts.end(),
                                     [](std::int32_t count) { return count > 0; });
    CHECK(all.negatives == Approx(static_cast<double>(there) - all.distinct));
    CHECK(all.distinct == some.distinct);
    // More columns to be wrong about, and to share a softmax with.
    CHECK(all.accuracy_adjusted <= some.accuracy_adjusted);
    CHECK(all.cross_entropy > some.cross_entropy);
    options.threads = 1;
    const BatchSignals one = batch_signals(of.rows(), of.clusters, 1, options);
    CHECK(one.cross_entropy == all.cross_entropy);
    options.batch = 61;
    CHECK_THROWS_AS(batch_signals(of.rows(), of.clusters, 1, options), Error);
}

TEST_CASE("weights go by distance as their rule says") {
    const std::vector<double> squares{1, 4, 16};
    CHECK(prototype_weights(squares, WeightRule::equal) ==
          std::vector<double>{1.0 / 3, 1.0 / 3, 1.0 / 3});
    CHECK(prototype_weights(squares, WeightRule::inverse) == std::vector<double>{1, 0.5, 0.25});
    const auto shared = prototype_weights(squares, WeightRule::normalised);
    CHECK(shared[0] == Approx(4.0 / 7));
    CHECK(shared[1] == Approx(2.0 / 7));
    CHECK(shared[2] == Approx(1.0 / 7));
    const std::vector<double> met{0, 0, 4};
    CHECK(prototype_weights(met, WeightRule::normalised) == std::vector<double>{0.5, 0.5, 0});
    CHECK(prototype_weights(met, WeightRule::inverse) == std::vector<double>{0, 0, 0.5});
    CHECK(prototype_weights({}, WeightRule::equal).empty());
    for (const auto rule : {WeightRule::normalised, WeightRule::equal, WeightRule::inverse})
        CHECK(weight_rule(name_of(rule)) == rule);
    CHECK_FALSE(weight_rule("none"));
}

TEST_CASE("the loss pulls to the nearest prototypes and pushes from those that are too near") {
    // Prototypes at 0, 1, 3, 3 and 10 on a line, of one sample each, and a sample at 0.
    const Recording recording = Run::recording({{{0}, {1}, {3}, {3}, {10}}});
    const std::vector<std::int32_t> ids{4, 0, 3, 1, 2};
    const Clusters clusters = clusters_of(recording, counted(1), ids, false).epochs[0];
    const PrototypeLoss loss{.nearest = 2, .alpha = 10, .lambda = 0.5, .rule = WeightRule::equal};
    const SampleLosses made = sample_losses(recording.epoch(0).embeddings, clusters, loss, 4);
    CHECK(made.listed == 4);
    // The first sample: squares 0 (4), 1 (0), 9 (1), 9 (3), 100 (2).
    CHECK(std::vector(made.nearest.begin(), made.nearest.begin() + 4) ==
          std::vector<std::int32_t>{4, 0, 1, 3});
    CHECK(std::vector(made.squares.begin(), made.squares.begin() + 4) ==
          std::vector<float>{0, 1, 9, 9});
    CHECK(made.hinges[0] == 2);
    // Sums of the five samples, at 0, 1, 3, 3 and 10: pulls and hinges of the others.
    const double pulls = (0 + 1) / 2.0 + (0 + 1) / 2.0 + 0 + 0 + (0 + 49) / 2.0;
    const double hinges = (1 + 1) + (6 + 6) + (6 + 1) + (6 + 1) + 0;
    CHECK(made.mean.pull == Approx(pulls / 5));
    CHECK(made.mean.push == Approx(0.5 * hinges / 5));
    CHECK(made.mean.hinges == Approx(8.0 / 5));
}

TEST_CASE("prototypes without samples are nobody's, and lists end where there are no more") {
    const Recording recording = Run::recording({{{0, 0}, {2, 0}, {5, 5}}});
    const std::vector<std::int32_t> ids{0, 0, 2};
    const Clusters clusters = clusters_of(recording, counted(1), ids, false).epochs[0];
    const SampleLosses made = sample_losses(recording.epoch(0).embeddings, clusters, {}, 9, 1);
    CHECK(made.listed == 3);
    CHECK(std::vector(made.nearest.begin(), made.nearest.begin() + 3) ==
          std::vector<std::int32_t>{0, 2, -1});
    CHECK(std::isfinite(made.mean.pull));
}

TEST_CASE("sample losses are the same for any number of threads") {
    const Case of = random_case(500, 30, 4);
    const PrototypeLoss loss{.nearest = 3, .alpha = 4, .lambda = 0.1};
    const SampleLosses one = sample_losses(of.rows(), of.clusters, loss, 5, 1);
    const SampleLosses four = sample_losses(of.rows(), of.clusters, loss, 5, 4);
    CHECK(one.nearest == four.nearest);
    CHECK(one.mean.pull == four.mean.pull);
    CHECK(one.mean.push == four.mean.push);
}
