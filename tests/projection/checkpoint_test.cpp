// Learning that is left off and gone on with.
#include "projection/swapping.h"
#include "support/catch.h"

#include <epochscope/model/error.h>
#include <epochscope/projection/checkpointing.h>
#include <epochscope/projection/dvi.h>
#include <epochscope/projection/timevis.h>

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

/// One run that is cut off after so many tellings of its progress; nothing where it came to its end
/// before, which `result` is then.
template <typename Learn, typename Result>
std::shared_ptr<const TrainingCheckpoint> cut_off(const Learn& learn, std::size_t after,
                                                  std::shared_ptr<const TrainingCheckpoint> from,
                                                  std::optional<Result>& result) {
    std::stop_source stop;
    std::size_t told = 0;
    const Job job{.progress =
                      [&](double) {
                          if (++told == after) stop.request_stop();
                      },
                  .stop = stop.get_token()};
    auto kept = from;
    Checkpointing checkpointing{.from = from};
    checkpointing.keep = [&](const TrainingCheckpoint& checkpoint) {
        kept = std::make_shared<const TrainingCheckpoint>(checkpoint);
    };
    try {
        result = learn(job, checkpointing);
    } catch (const Cancelled&) {
    }
    return kept;
}

/// Cuts a run off again and again, every so many tellings, until it is done.
template <typename Learn>
auto in_pieces(const Learn& learn, std::size_t after, std::size_t& pieces) {
    using Result = decltype(learn(Job{}, Checkpointing{}));
    std::optional<Result> result;
    std::shared_ptr<const TrainingCheckpoint> from;
    for (pieces = 0; !result && pieces < 200; ++pieces) from = cut_off(learn, after, from, result);
    REQUIRE(result);
    return *std::move(result);
}

}  // namespace

TEST_CASE("TimeVis that is left off and gone on with is TimeVis, to the bit") {
    const Recording recording = swapping(true);
    TimevisOptions options = quick_timevis();
    options.training.training_epochs = 4;
    options.threads = 2;
    const auto learn = [&](const Job& job, const Checkpointing& checkpointing) {
        return timevis(recording, options, job, {}, checkpointing);
    };
    const TimevisResult whole = learn({}, {});
    options.threads = 1;
    std::size_t pieces = 0;
    const TimevisResult found = in_pieces(learn, 23, pieces);
    CHECK(pieces > 4);
    CHECK(found.map == whole.map);
    CHECK(found.places == whole.places);
    CHECK(found.passes == whole.passes);
    CHECK(found.landmarks == whole.landmarks);
    CHECK(found.warnings == whole.warnings);
}

TEST_CASE("DVI that is left off and gone on with is DVI, to the bit, with all that it says") {
    // Without logits there are no boundary points, which is said of all epochs.
    const Recording recording = swapping(false);
    DviOptions options = quick_dvi();
    options.training.training_epochs = 2;
    const auto learn = [&](const Job& job, const Checkpointing& checkpointing) {
        return dvi(recording, options, job, {}, checkpointing);
    };
    const DviResult whole = learn({}, {});
    REQUIRE_FALSE(whole.warnings.empty());
    for (const std::size_t after : {11U, 150U}) {
        std::size_t pieces = 0;
        const DviResult found = in_pieces(learn, after, pieces);
        CHECK(pieces > 2);
        CHECK(found.maps == whole.maps);
        CHECK(found.places == whole.places);
        CHECK(found.passes == whole.passes);
        CHECK(found.warnings == whole.warnings);
    }
}

TEST_CASE("a checkpoint with the names of former versions is gone on with") {
    const Recording recording = swapping(true);
    DviOptions options = quick_dvi();
    options.training.training_epochs = 2;
    std::optional<DviResult> never;
    const auto learn = [&](const Job& job, const Checkpointing& checkpointing) {
        return dvi(recording, options, job, {}, checkpointing);
    };
    const auto kept = cut_off(learn, 200, nullptr, never);
    REQUIRE(kept);
    TrainingCheckpoint former = *kept;
    for (const auto& [now, before] : std::vector<std::pair<std::string, std::string>>{
             {"learning_rate", "rate"},
             {"training_epochs", "most_passes"},
             {"anchor_weight", "hold"},
             {"graph_neighbours", "complex_neighbours"},
             {"pair_loss", "loss"}}) {
        auto setting = former.settings.extract(now);
        REQUIRE_FALSE(setting.empty());
        setting.key() = before;
        former.settings.insert(std::move(setting));
    }
    const DviResult found =
        learn({}, {.from = std::make_shared<const TrainingCheckpoint>(std::move(former))});
    CHECK(found.places == learn({}, {}).places);
}

TEST_CASE("checkpoints come as often as they are asked for, and change nothing") {
    const Recording recording = swapping(true);
    TimevisOptions options = quick_timevis();
    options.training.training_epochs = 2;
    std::vector<TrainingCheckpoint> kept;
    Checkpointing checkpointing;
    checkpointing.apart = std::chrono::milliseconds(0);
    checkpointing.keep = [&](const TrainingCheckpoint& one) { kept.push_back(one); };
    const LearnedMap map = timevis(recording, options, {}, {}, checkpointing).map;
    CHECK(map == timevis(recording, options).map);
    // One before each batch.
    REQUIRE(kept.size() > 10);
    CHECK(kept[0].training->batches == 0);
    CHECK(kept[3].training->batches == 3);
    CHECK(kept[3].training->encoder.steps == 3);
    CHECK(kept.back().training->passes.size() == 1);
    CHECK(kept[3].settings.at("method") == "timevis");

    kept.clear();
    checkpointing.apart = std::chrono::hours(1);
    timevis(recording, options, {}, {}, checkpointing);
    CHECK(kept.empty());
}

TEST_CASE("a checkpoint of something else is refused by what is different") {
    const Recording recording = swapping(true);
    DviOptions options = quick_dvi();
    options.training.training_epochs = 2;
    std::optional<DviResult> never;
    const auto learn = [&](const Job& job, const Checkpointing& checkpointing) {
        return dvi(recording, options, job, {}, checkpointing);
    };
    const auto kept = cut_off(learn, 200, nullptr, never);
    REQUIRE(kept);
    REQUIRE_FALSE(kept->maps.empty());
    const Checkpointing from{.from = kept};
    options.training.learning_rate = 0.004;
    CHECK_THROWS_WITH(
        learn({}, from),
        contains("was made with learning_rate 0.005, expected 0.004 as it is asked for now"));
    CHECK_THROWS_WITH(timevis(recording, quick_timevis(), {}, {}, from),
                      contains("made with method dvi, expected timevis"));
    options.training.learning_rate = 0.005;
    CHECK_THROWS_WITH(dvi(swapping(false), options, {}, {}, from),
                      contains("was made of another recording"));
    TrainingCheckpoint damaged = *kept;
    const auto fault = [&] {
        try {
            learn({}, {.from = std::make_shared<const TrainingCheckpoint>(damaged)});
        } catch (const Error& error) {
            return std::string(error.what());
        }
        return std::string("none");
    };
    damaged.training.emplace();
    CHECK_THAT(fault(), contains("an encoder of 0 parameters"));
    damaged = *kept;
    damaged.maps.resize(epochs, damaged.maps.front());
    CHECK_THAT(fault(), contains("expected fewer epochs than 6"));
    damaged = *kept;
    damaged.maps.back().middle.pop_back();
    CHECK_THAT(fault(), contains("maps of other layers"));
}

TEST_CASE("a loss that turns to no number leaves what was last good") {
    const Recording recording = swapping(true);
    TimevisOptions options = quick_timevis();
    // Steps of Adam are as long as the rate, and layers multiply.
    options.training.learning_rate = 1000;
    options.training.hidden_layers = 20;
    std::optional<TrainingCheckpoint> kept;
    Checkpointing checkpointing;
    checkpointing.keep = [&](const TrainingCheckpoint& one) { kept = one; };
    CHECK_THROWS_WITH(timevis(recording, options, {}, {}, checkpointing),
                      contains("timevis, pass 1: the loss is no number any more"));
    REQUIRE(kept);
    REQUIRE(kept->training);
    CHECK(kept->training->batches == 0);
    for (const float value : kept->training->encoder.parameters) CHECK(std::isfinite(value));
}

TEST_CASE("recordings that differ in anything have other fingerprints") {
    const std::vector<std::vector<float>> rows{{1, 2, 3, 4, 5, 6}};
    const std::uint64_t one = fingerprint_of(recording_of(rows, 2));
    CHECK(fingerprint_of(recording_of(rows, 2)) == one);
    CHECK(fingerprint_of(recording_of(rows, 3)) != one);
    CHECK(fingerprint_of(recording_of({{1, 2, 3, 4, 6, 5}}, 2)) != one);
    CHECK(fingerprint_of(recording_of({{1, 2, 3, 4, 5, 6}, {1, 2, 3, 4, 5, 6}}, 2)) != one);
    const std::uint64_t judged = fingerprint_of(recording_of(rows, 2, {{0, 0, 1}}));
    CHECK(judged != one);
    CHECK(fingerprint_of(recording_of(rows, 2, {{0, 1, 0}})) != judged);
}
