#include "support/catch.h"

#include <epochscope/analysis/prepared_recording.h>
#include <epochscope/model/error.h>

#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <vector>

using namespace epochscope;
using tests::contains;

namespace {

constexpr float absent_value = std::numeric_limits<float>::quiet_NaN();
constexpr float infinite = std::numeric_limits<float>::infinity();

struct Rows : EpochMemory {
    std::vector<std::int32_t> labels;
    std::vector<std::vector<float>> embeddings;
};

/// Samples of two dimensions, epochs numbered from 1.
Recording recording_of(std::vector<std::vector<float>> embeddings) {
    const auto rows = std::make_shared<Rows>();
    rows->labels.resize(embeddings.front().size() / 2);
    rows->embeddings = std::move(embeddings);
    std::vector<RecordedEpoch> epochs;
    for (std::size_t e = 0; e < rows->embeddings.size(); ++e)
        epochs.push_back({.number = static_cast<std::int64_t>(e) + 1,
                          .embeddings = {rows->embeddings[e], 2},
                          .logits = {},
                          .head = {},
                          .losses = {}});
    return {Classes{{"a"}, {}}, rows->labels, std::move(epochs), rows};
}

std::vector<float> row(const Recording& recording, std::size_t epoch, std::size_t sample) {
    const auto values = recording.epoch(epoch).embeddings.row(sample);
    return {values.begin(), values.end()};
}

}  // namespace

TEST_CASE("a recording without absent samples is handed on as it is", "[analysis]") {
    const Recording recording = recording_of({{1, 2, 3, 4}, {5, 6, 7, 8}});
    const PreparedRecording ready = prepared(recording);
    CHECK(ready.warnings.empty());
    CHECK(ready.recording.epoch(1).embeddings.values.data() ==
          recording.epoch(1).embeddings.values.data());
}

TEST_CASE("an absent sample has the row of its nearest epoch", "[analysis]") {
    const Recording recording = recording_of({{1, 2, absent_value, 4, absent_value, 0},
                                              {1, infinite, 7, 8, 0, absent_value},
                                              {9, 10, 11, 12, absent_value, absent_value}});
    const PreparedRecording ready = prepared(recording);
    CHECK(row(ready.recording, 0, 1) == std::vector<float>{7, 8});
    // The earlier of two.
    CHECK(row(ready.recording, 1, 0) == std::vector<float>{1, 2});
    // The mean, if it is absent everywhere.
    CHECK(row(ready.recording, 2, 2) == std::vector<float>{10, 11});
    CHECK(row(ready.recording, 2, 1) == std::vector<float>{11, 12});
    const auto absent = ready.recording.epoch(1).absent;
    CHECK(std::vector<std::uint32_t>(absent.begin(), absent.end()) ==
          std::vector<std::uint32_t>{0, 2});
    CHECK(is_absent(ready.recording.epoch(2), 2));
    CHECK_FALSE(is_absent(ready.recording.epoch(2), 1));
    check_values(ready.recording, 1);
    REQUIRE(ready.warnings.size() == 1);
    CHECK_THAT(
        ready.warnings[0],
        contains("epoch 1: embedding of 2 samples (the first is 1) is not a number; the same "
                 "holds for 3 at 2 more epochs; it is absent there"));
    // Once is enough.
    CHECK(prepared(ready.recording).warnings.empty());
    CHECK_THROWS_WITH(prepared(recording_of({{absent_value, 1, absent_value, 2}})),
                      contains("no row of finite"));
}

TEST_CASE("neighbour lists leave out absent samples", "[analysis]") {
    const std::vector<std::uint32_t> absent{1};
    RecordedEpoch epoch;
    epoch.absent = absent;
    NearestByClass lists;
    lists.intra.offsets = {0, 2, 4, 5};
    lists.intra.samples = {1, 2, 0, 2, 0};
    without_absent(epoch, lists);
    CHECK(lists.intra.offsets == std::vector<std::uint64_t>{0, 1, 1, 2});
    CHECK(lists.intra.samples == std::vector<std::int32_t>{2, 0});
}

TEST_CASE("rows that a projection would hardly show are told of", "[analysis]") {
    const auto said = [](std::vector<std::vector<float>> embeddings) {
        const auto warnings = prepared(recording_of(std::move(embeddings))).warnings;
        return warnings.empty() ? std::string("nothing") : warnings.front();
    };
    CHECK(said({{1, 1, 0, 1, 1, 0, 2, 1}}) == "nothing");
    CHECK(said({{1, 0, 0, 1, 0, 1, 1, 0}, {1, 0, 0, 1, 0, 1, 900, 0}}) ==
          "epoch 2: the embedding of sample 3 is 900 times as long as the median; such samples "
          "decide "
          "the projection");
    CHECK(said({{3, 4, 3, 4, 3, 4}, {1, 2, 3, 4, 5, 6}, {1, 1, 1, 1, 1, 1}}) ==
          "epoch 1: all embeddings are the same, as at 1 more epochs; there is nothing to project");
}
