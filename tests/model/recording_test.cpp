#include "support/catch.h"

#include <epochscope/model/error.h>
#include <epochscope/model/recording.h>

#include <cmath>
#include <functional>
#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <vector>

using namespace epochscope;
using epochscope::tests::contains;

namespace {

/// Two samples in three dimensions, two classes, epochs 1 and 4; what a test changes before it
/// asks for the recording.
struct Run : EpochMemory {
    std::vector<std::int32_t> labels{0, 1};
    std::vector<float> embeddings{1, 2, 3, 4, 5, 6};
    std::vector<float> logits{0, 1, 3, 1};
    std::vector<float> weight{1, 0, 0, 0, 1, 0};
    std::vector<float> bias{0, 1};
    std::vector<float> losses{0.5F, 2};
    std::vector<RecordedEpoch> epochs;

    Run() {
        for (const std::int64_t number : {1, 4})
            epochs.push_back({.number = number,
                              .embeddings = {embeddings, 3},
                              .logits = {logits, 2},
                              .head = LinearHead{{weight, 3}, bias},
                              .losses = losses});
    }
};

Recording recording_of(std::shared_ptr<Run> run, std::vector<std::string> names = {"a", "b"}) {
    const Run& r = *run;
    return {Classes{std::move(names), {}}, r.labels, r.epochs, std::move(run)};
}

/// What is said of the run after a change.
std::string refusal(const std::function<void(Run&)>& change) {
    auto run = std::make_shared<Run>();
    change(*run);
    try {
        recording_of(run);
    } catch (const Error& error) {
        return error.what();
    }
    return "nothing";
}

}  // namespace

TEST_CASE("a recording knows its sizes and keeps its memory", "[model]") {
    const Recording recording = recording_of(std::make_shared<Run>());
    CHECK(recording.sample_count() == 2);
    CHECK(recording.dimension() == 3);
    CHECK(recording.class_count() == 2);
    CHECK(recording.epoch_count() == 2);
    CHECK(recording.has_logits());
    CHECK(recording.epoch(1).number == 4);
    CHECK(recording.epoch(0).embeddings.row(1)[0] == 4);
    CHECK(recording.epoch(0).head->weight.row(1)[1] == 1);
    CHECK_FALSE(recording.fault());
    check_values(recording, 0);
}

TEST_CASE("logits of some epochs alone are not had", "[model]") {
    auto run = std::make_shared<Run>();
    run->epochs[1].logits = {};
    CHECK_FALSE(recording_of(run).has_logits());
}

TEST_CASE("what contradicts itself is no recording", "[model]") {
    const float odd[4]{};
    CHECK(refusal([](Run&) {}) == "nothing");
    CHECK_THAT(refusal([](Run& r) { r.epochs.clear(); }), contains("epochs: there are none"));
    CHECK_THAT(refusal([](Run& r) { r.labels.clear(); }), contains("there are no samples"));
    CHECK_THAT(refusal([](Run& r) { r.labels[1] = 2; }),
               contains("labels: entry 1 is 2, expected 0..1"));
    CHECK_THAT(refusal([&](Run& r) {
                   r.epochs[1].embeddings = {odd, 2};
               }),
               contains("epoch \"4\": embeddings is 2 x 2, expected 2 x 3"));
    CHECK_THAT(refusal([&](Run& r) {
                   r.epochs[1].embeddings = {{odd, 3}, 3};
               }),
               contains("epoch \"4\": embeddings is 1 x 3, expected 2 x 3"));
    CHECK_THAT(refusal([&](Run& r) { r.epochs[0].embeddings = {}; }),
               contains("epoch \"1\": embeddings has no columns"));
    CHECK_THAT(refusal([&](Run& r) {
                   r.epochs[1].logits = {odd, 4};
               }),
               contains("epoch \"4\": predictions is 1 x 4, expected 2 x 2"));
    CHECK_THAT(refusal([&](Run& r) {
                   r.epochs[0].head->weight = {odd, 2};
               }),
               contains("epoch \"1\": head_weight is 2 x 2, expected 2 x 3"));
    CHECK_THAT(refusal([&](Run& r) { r.epochs[0].head->bias = odd; }),
               contains("epoch \"1\": head_bias has 4 entries, expected 2"));
    CHECK_THAT(refusal([&](Run& r) { r.epochs[1].losses = odd; }),
               contains("epoch \"4\": losses has 4 entries, expected 2"));
    CHECK_THAT(refusal([](Run& r) { r.epochs[1].number = 1; }),
               contains("epoch \"1\": occurs twice"));
    CHECK_THAT(refusal([](Run& r) { r.epochs[1].number = 0; }),
               contains("epoch \"0\": comes after a later one"));
    CHECK_THROWS_WITH(recording_of(std::make_shared<Run>(), {}), contains("there are none"));
}

TEST_CASE("a number that is not finite is named by epoch and sample", "[model]") {
    const auto said_of = [](const std::function<void(Run&)>& change) -> std::string {
        auto run = std::make_shared<Run>();
        change(*run);
        try {
            check_values(recording_of(run), 1);
        } catch (const Error& error) {
            return error.what();
        }
        return "nothing";
    };
    constexpr float nan = std::numeric_limits<float>::quiet_NaN();
    constexpr float infinite = std::numeric_limits<float>::infinity();
    CHECK(said_of([](Run&) {}) == "nothing");
    CHECK(said_of([](Run& r) { r.embeddings[4] = nan; }) ==
          "epoch \"4\": embeddings[1] holds nan, expected finite numbers");
    // These samples are not evaluated.
    CHECK(said_of([](Run& r) { r.logits[1] = infinite; }) == "nothing");
    CHECK(said_of([](Run& r) { r.losses[0] = nan; }) == "nothing");
    CHECK(said_of([](Run& r) { r.weight[5] = -infinite; }) ==
          "epoch \"4\": head_weight[1] holds -inf, expected finite numbers");
    CHECK(said_of([](Run& r) { r.bias[1] = nan; }) ==
          "epoch \"4\": head_bias[1] holds nan, expected finite numbers");
}

TEST_CASE("logits say a class and how sure they are", "[model]") {
    const std::vector<float> logits{0, 0, 1, 3, 1000, -1000};
    const Predictions verdicts = predictions_from({logits, 2});
    CHECK(verdicts.predictions == std::vector<std::int32_t>{0, 1, 0});
    CHECK(verdicts.confidence[0] == 0.5F);
    CHECK(verdicts.confidence[1] == Approx(1 / (1 + std::exp(-2.0))));
    CHECK(verdicts.confidence[2] == 1);
    CHECK(predictions_from({}).predictions.empty());
    const std::vector<float> broken{0, std::numeric_limits<float>::quiet_NaN(), 1, 0};
    CHECK(predictions_from({broken, 2}).predictions == std::vector<std::int32_t>{-1, 0});
    CHECK(std::isnan(predictions_from({broken, 2}).confidence[0]));
}
