#include "support/catch.h"
#include "support/data.h"

#include <epochscope/analysis/linear_heads.h>
#include <epochscope/io/recording.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

struct Values {
    std::vector<float> embeddings;
    std::vector<float> logits;
    std::vector<float> weight;
    std::vector<float> bias;
};

struct Run : EpochMemory {
    std::vector<std::int32_t> labels;
    Values values;
};

/// A recording of one epoch; `logits` and the head may be empty.
Recording recording_of(Values given, std::size_t samples, std::size_t classes) {
    const auto run = std::make_shared<Run>();
    run->labels.resize(samples);
    run->values = std::move(given);
    const Values& values = run->values;
    const std::size_t dimension = values.embeddings.size() / samples;
    RecordedEpoch epoch{.number = 3,
                        .embeddings = {values.embeddings, dimension},
                        .logits = {},
                        .head = {},
                        .losses = {}};
    if (!values.logits.empty()) epoch.logits = {values.logits, classes};
    if (!values.bias.empty()) epoch.head = LinearHead{{values.weight, dimension}, values.bias};
    return {Classes{std::vector<std::string>(classes, "class"), {}}, run->labels, {epoch}, run};
}

Recording recording_of(std::vector<float> embeddings, std::vector<float> logits,
                       std::size_t samples, std::size_t classes) {
    return recording_of({.embeddings = std::move(embeddings),
                         .logits = std::move(logits),
                         .weight = {},
                         .bias = {}},
                        samples, classes);
}

std::vector<float> random_values(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    std::vector<float> values(count);
    for (float& value : values)
        value = static_cast<float>(static_cast<double>(random()) / 4294967296.0 - 0.5);
    return values;
}

/// weight x + bias of each row, and `bend` times what no linear head has.
std::vector<float> logits_of(const std::vector<float>& embeddings, const std::vector<float>& weight,
                             const std::vector<float>& bias, double bend = 0) {
    const std::size_t dimension = weight.size() / bias.size();
    std::vector<float> logits;
    for (std::size_t i = 0; i < embeddings.size(); i += dimension)
        for (std::size_t c = 0; c < bias.size(); ++c) {
            double sum = bias[c];
            for (std::size_t d = 0; d < dimension; ++d)
                sum += double{weight[c * dimension + d]} * embeddings[i + d];
            logits.push_back(static_cast<float>(sum + bend * sum * sum));
        }
    return logits;
}

double greatest_difference(const std::vector<float>& a, const std::vector<float>& b) {
    double greatest = a.size() == b.size() ? 0 : std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        greatest = std::max(greatest, std::abs(double{a[i]} - b[i]));
    return greatest;
}

}  // namespace

TEST_CASE("a head is found by least squares that are worked out by hand", "[analysis]") {
    // Logits of class 0: 1, 3 and 2 at x = 0, 1 and 2: the line 1.5 + 0.5 x; class 1 has their
    // opposite. Misses 0.5, 1, 0.5: 1.5 of the 2 that they vary about their mean, squared.
    const auto head = head_of(recording_of({0, 1, 2}, {1, -1, 3, -3, 2, -2}, 3, 2), 0);
    REQUIRE(head.has_value());
    CHECK_FALSE(head->recorded);
    CHECK(greatest_difference(head->weight, {0.5F, -0.5F}) < 1e-6);
    CHECK(greatest_difference(head->bias, {1.5F, -1.5F}) < 1e-6);
    CHECK(head->residual == Approx(std::sqrt(0.75)));
    CHECK(head->view().weight.columns == 1);
    CHECK(head->view().weight.row(1)[0] == head->weight[1]);
}

TEST_CASE("a head is recovered from what it made", "[analysis]") {
    const std::vector<float> x = random_values(700 * 20, 1);
    const std::vector<float> weight = random_values(std::size_t{5} * 20, 2);
    const std::vector<float> bias = random_values(5, 3);
    const auto head = head_of(recording_of(x, logits_of(x, weight, bias), 700, 5), 0);
    REQUIRE(head.has_value());
    CHECK(greatest_difference(head->weight, weight) < 1e-6);
    CHECK(greatest_difference(head->bias, bias) < 1e-6);
    CHECK(head->residual < 1e-6);
    const auto bent = head_of(recording_of(x, logits_of(x, weight, bias, 3), 700, 5), 0);
    CHECK(bent->residual > head_residual_limit);
}

TEST_CASE("heads are the same for any number of threads", "[analysis]") {
    const std::vector<float> x = random_values(std::size_t{3000} * 7, 4);
    const Recording recording = recording_of(x, random_values(9000, 5), 3000, 3);
    const auto one = head_of(recording, 0, 1);
    const auto two = head_of(recording, 0, 2);
    CHECK(one->weight == two->weight);
    CHECK(one->bias == two->bias);
    CHECK(one->residual == two->residual);
}

TEST_CASE("features that never vary or follow others get the smallest weights", "[analysis]") {
    // The second feature is constant, the third the first once more: of 2 x they get 1 x each.
    std::vector<float> x;
    std::vector<float> logits;
    for (const float value : {0.F, 1.F, 2.F, 5.F}) {
        x.insert(x.end(), {value, 1000.1F, value});
        logits.insert(logits.end(), {2 * value + 1, 0});
    }
    const auto head = head_of(recording_of(x, logits, 4, 2), 0);
    REQUIRE(head.has_value());
    CHECK(greatest_difference(head->weight, {1, 0, 1, 0, 0, 0}) < 1e-6);
    CHECK(greatest_difference(head->bias, {1, 0}) < 1e-6);
    CHECK(head->residual < 1e-6);
}

TEST_CASE("fewer samples than features have a head of the smallest weights", "[analysis]") {
    // Two samples that differ by (3, 4, 0), their logits by 5: the weights are (3, 4, 0) / 5.
    const auto head = head_of(recording_of({0, 0, 7, 3, 4, 7}, {1, 0, 6, 0}, 2, 2), 0);
    REQUIRE(head.has_value());
    CHECK(greatest_difference(head->weight, {0.6F, 0.8F, 0, 0, 0, 0}) < 1e-6);
    CHECK(greatest_difference(head->bias, {1, 0}) < 1e-6);
    CHECK(head->residual < 1e-6);
}

TEST_CASE("what never varies has a head of no weights", "[analysis]") {
    const auto still =
        head_of(recording_of({0.1F, 0.7F, 0.1F, 0.7F, 0.1F, 0.7F}, {2, 1, 2, 1, 2, 1}, 3, 2), 0);
    REQUIRE(still.has_value());
    CHECK(still->weight == std::vector<float>{0, 0, 0, 0});
    CHECK(still->bias == std::vector<float>{2, 1});
    CHECK(still->residual == 0);
    const auto alone = head_of(recording_of({4, 2}, {3, 8, 1}, 1, 3), 0);
    REQUIRE(alone.has_value());
    CHECK(alone->weight == std::vector<float>(6, 0));
    CHECK(alone->bias == std::vector<float>{3, 8, 1});
    CHECK(alone->residual == 0);
}

TEST_CASE("what all classes share does not count against a head", "[analysis]") {
    // Logarithms of softmax: of a linear head's logits the same is taken from all classes.
    const std::vector<float> x = random_values(400 * 3, 6);
    const std::vector<float> weight = random_values(12, 7);
    std::vector<float> logits = logits_of(x, weight, {1, 2, 3, 4});
    for (std::size_t i = 0; i < logits.size(); i += 4) {
        double sum = 0;
        for (std::size_t c = 0; c < 4; ++c) sum += std::exp(double{logits[i + c]});
        for (std::size_t c = 0; c < 4; ++c) logits[i + c] -= static_cast<float>(std::log(sum));
    }
    const auto head = head_of(recording_of(x, logits, 400, 4), 0);
    CHECK(head->residual < 1e-5);
    for (std::size_t d = 0; d < 3; ++d)
        CHECK(head->weight[d] - head->weight[3 + d] ==
              Approx(double{weight[d]} - weight[3 + d]).margin(1e-5));
}

TEST_CASE("a recorded head is taken as it is, and held against the logits", "[analysis]") {
    Values run{.embeddings = {0, 1, 2}, .logits = {}, .weight = {1, 0}, .bias = {0, 0.25F}};
    const auto alone = head_of(recording_of(run, 3, 2), 0);
    REQUIRE(alone.has_value());
    CHECK(alone->recorded);
    CHECK(alone->weight == run.weight);
    CHECK(alone->bias == run.bias);
    CHECK(alone->residual == 0);
    run.logits = {0, 0.25F, 1, 0.25F, 2, 0.25F};
    CHECK(head_of(recording_of(run, 3, 2), 0)->residual == 0);
    // Of another epoch: what it says falls where the logits rise.
    run.logits = {0, 0.25F, -1, 0.25F, -2, 0.25F};
    CHECK(head_of(recording_of(run, 3, 2), 0)->residual > 1);
}

TEST_CASE("where there are no logits there is no head, and no numbers are refused", "[analysis]") {
    CHECK_FALSE(head_of(recording_of({1, 2, 3}, {}, 3, 2), 0).has_value());
    const float nan = std::numeric_limits<float>::quiet_NaN();
    CHECK_THROWS_AS(head_of(recording_of({1, nan, 3}, {1, 2, 3}, 3, 1), 0), Error);
    // The others decide.
    CHECK(head_of(recording_of({1, 2, 3, 4}, {1, nan, 3, 4}, 4, 1), 0)->residual < 1e-6);
}

TEST_CASE("the heads of a recorded run are recovered from its logits", "[analysis]") {
    const RecordedRun run = open_recording(test_data("digits-recording"));
    const RecordedEpoch& recorded = run.recording.epoch(4);
    CHECK(head_of(run.recording, 4)->recorded);
    CHECK(head_of(run.recording, 4)->residual < 1e-4);
    std::vector<RecordedEpoch> headless{recorded};
    headless[0].head.reset();
    // The run outlives the copy.
    const Recording copy(run.recording.classes(), run.recording.labels(), std::move(headless),
                         std::make_shared<Run>());
    const auto fitted = head_of(copy, 0);
    REQUIRE(fitted.has_value());
    CHECK_FALSE(fitted->recorded);
    CHECK(fitted->residual < 1e-4);
    // Eleven of the 64 features are zero for every sample: nothing is known of their weights.
    std::size_t dead = 0;
    for (std::size_t d = 0; d < recorded.embeddings.columns; ++d) {
        bool varies = false;
        for (std::size_t i = 0; i < recorded.embeddings.rows(); ++i)
            varies = varies || recorded.embeddings.row(i)[d] != 0;
        dead += varies ? 0 : 1;
        for (std::size_t c = 0; c < recorded.logits.columns; ++c) {
            const float wanted = varies ? recorded.head->weight.row(c)[d] : 0;
            CHECK(fitted->view().weight.row(c)[d] == Approx(wanted).margin(1e-4));
        }
    }
    CHECK(dead == 11);
}
