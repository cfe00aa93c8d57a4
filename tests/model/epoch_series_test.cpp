#include "support/catch.h"

#include <epochscope/model/absent_values.h>
#include <epochscope/model/epoch_series.h>
#include <epochscope/model/error.h>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

using namespace epochscope;
using tests::contains;

namespace {

EpochColumns three_samples(std::int64_t number) {
    EpochColumns epoch;
    epoch.number = number;
    epoch.positions = {{1, 2}, {3, 4}, {5, 6}};
    return epoch;
}

std::string message_for(EpochColumns epoch) {
    try {
        make_series({{"a", "b"}, {}}, {0, 1, 1}, {std::move(epoch)});
    } catch (const Error& error) {
        return error.what();
    }
    return "no error";
}

}  // namespace

TEST_CASE("epochs are in the order of their numbers, whatever order they came in", "[model]") {
    const auto series = make_series({{"a", "b"}, {}}, {0, 1, 1},
                                    {three_samples(10), three_samples(2), three_samples(7)});
    REQUIRE(series.epoch_count() == 3);
    CHECK(series.epoch(0).number == 2);
    CHECK(series.epoch(1).number == 7);
    CHECK(series.epoch(2).number == 10);
    CHECK(series.find_epoch(7) == 1);
    CHECK_FALSE(series.find_epoch(3));
}

TEST_CASE("a sample is left out of its own neighbours, wherever it stands", "[model]") {
    EpochColumns epoch = three_samples(1);
    epoch.intra.offsets = {0, 2, 5, 5};
    epoch.intra.samples = {0, 1, 2, 1, 0};
    const auto series = make_series({{"a", "b"}, {}}, {0, 1, 1}, {epoch});
    const NeighbourLists& intra = series.epoch(0).intra;
    REQUIRE(intra.size() == 3);
    CHECK(std::vector<int>(intra[0].begin(), intra[0].end()) == std::vector<int>{1});
    CHECK(std::vector<int>(intra[1].begin(), intra[1].end()) == std::vector<int>{2, 0});
    CHECK(intra[2].empty());
    CHECK(series.has_intra());
    CHECK_FALSE(series.has_inter());
}

TEST_CASE("padded rows are lists up to the first entry that is no other sample", "[model]") {
    const std::vector<std::int32_t> rows{0, 2,  1,  //
                                         2, -1, 0,  //
                                         2, 1,  2,  //
                                         1, 4,  2,  //
                                         3, 4,  -9};
    const auto lists = NeighbourLists::padded(std::span(rows).first(12), 4, 3);
    const auto list = [&](std::size_t sample) {
        return std::vector<int>(lists[sample].begin(), lists[sample].end());
    };
    REQUIRE(lists.size() == 4);
    CHECK(list(0) == std::vector<int>{2, 1});  // Itself first.
    CHECK(list(1) == std::vector<int>{2});     // Padded.
    CHECK(list(2) == std::vector<int>{1});     // Itself again.
    CHECK(list(3) == std::vector<int>{1});     // There is no sample 4.
    const auto wider = NeighbourLists::padded(rows, 5, 3);
    CHECK(wider[3].size() == 3);
    CHECK(wider[4].size() == 1);
    CHECK(NeighbourLists::padded({}, 3, 0)[2].empty());
    CHECK_FALSE(NeighbourLists::padded({}, 3, 0).empty());
}

TEST_CASE("a series outlives what it was made of, and its copies outlive it", "[model]") {
    std::optional<EpochSeries> copy;
    {
        const auto series = make_series({{"a", "b"}, {}}, {0, 1, 1}, {three_samples(1)});
        copy = series;
    }
    CHECK(copy->positions(0)[2] == Point{5, 6});
    CHECK(copy->labels()[1] == 1);
}

TEST_CASE("what contradicts itself is an error that says where and what was expected", "[model]") {
    EpochColumns epoch = three_samples(7);
    SECTION("too few points") {
        epoch.positions.pop_back();
        CHECK(message_for(epoch) == "epoch \"7\": projection has 2 entries, label_index has 3");
    }
    SECTION("a prediction out of range") {
        epoch.predictions = {0, 1, 2};
        CHECK(message_for(epoch) == "epoch \"7\": prediction[2] is 2, expected 0..1");
    }
    SECTION("a confidence above one") {
        epoch.confidence = {0, 1, 1.01F};
        CHECK_THAT(message_for(epoch), contains("confidence[2] is 1.01, expected 0..1"));
    }
    SECTION("a negative prediction that does not stand for an unknown one") {
        epoch.predictions = {0, -2, 1};
        CHECK(message_for(epoch) == "epoch \"7\": prediction[1] is -2, expected 0..1");
    }
    SECTION("a neighbour out of range") {
        epoch.inter.offsets = {0, 1, 1, 1};
        epoch.inter.samples = {3};
        CHECK(message_for(epoch) ==
              "epoch \"7\": inter_similarity[0] names sample 3, expected 0..2");
    }
    SECTION("fewer lists than samples") {
        epoch.inter.offsets = {0, 0};
        CHECK_THAT(message_for(epoch), contains("inter_similarity has 1 entries"));
    }
}

TEST_CASE("a series has samples, classes, epochs, and each epoch once", "[model]") {
    CHECK_THROWS_WITH(make_series({{"a"}, {}}, {}, {three_samples(1)}), contains("no samples"));
    CHECK_THROWS_WITH(make_series({{}, {}}, {0}, {}), contains("no classes"));
    CHECK_THROWS_WITH(make_series({{"a"}, {}}, {0, 0, 0}, {}), contains("expected at least one"));
    CHECK_THROWS_WITH(make_series({{"a"}, {}}, {0, 0, 0}, {three_samples(1), three_samples(1)}),
                      contains("epoch \"1\": occurs twice"));
    CHECK_THROWS_WITH(make_series({{"a", "b"}, {{1, 2, 3}}}, {0, 1, 0}, {three_samples(1)}),
                      contains("1 colours, label_text has 2 classes"));
    CHECK_THROWS_WITH(make_series({{"a"}, {}}, {0, 1, 0}, {three_samples(1)}),
                      contains("label_index[1] is 1, expected 0..0"));
    CHECK_THROWS_WITH(make_series({{"a"}, {}}, {0, 0, 0}, {three_samples(1)}, {{1, 0}, {1, 2}}),
                      contains("frame"));
}

TEST_CASE("what is not finite is absent, and rounding is taken from confidence", "[model]") {
    const float infinite = std::numeric_limits<float>::infinity();
    EpochColumns epoch = three_samples(7);
    epoch.positions[1].y = infinite;
    epoch.predictions = {0, -1, 1};
    epoch.confidence = {1.0000001F, -infinite, -1e-7F};
    const EpochSeries series = make_series({{"a", "b"}, {}}, {0, 1, 1}, {epoch});
    CHECK(std::isnan(series.positions(0)[1].x));
    CHECK(std::isnan(series.positions(0)[1].y));
    CHECK(series.positions(0)[2] == Point{5, 6});
    CHECK(series.epoch(0).confidence[0] == 1);
    CHECK(std::isnan(series.epoch(0).confidence[1]));
    CHECK(series.epoch(0).confidence[2] == 0);
    CHECK(absent_values(series).sentences() ==
          std::vector<std::string>{"epoch 7: confidence of 1 sample (1) is not a number",
                                   "epoch 7: position of 1 sample (1) is not a number",
                                   "epoch 7: prediction of 1 sample (1) is not a number"});
    check_values(series, 0);
}

TEST_CASE("absent values are counted by their kind", "[model]") {
    AbsentValues absent;
    CHECK(absent.sentences().empty());
    absent.add("confidence", 4, 9);
    absent.add("confidence", 2, 7);
    absent.add("confidence", 2, 5);
    AbsentValues others;
    others.add("confidence", 8, 1);
    absent.add(others);
    CHECK(absent.sentences() ==
          std::vector<std::string>{"epoch 2: confidence of 2 samples (the first is 5) is not a "
                                   "number; the same holds for 2 at 2 more epochs"});
}

TEST_CASE("samples without a label have a class of their own, the last", "[model]") {
    const EpochSeries series =
        make_series({{"a", "b"}, {{1, 2, 3}, {4, 5, 6}}}, {0, -1, 1}, {three_samples(1)});
    const Classes& classes = series.classes();
    CHECK(classes.names == std::vector<std::string>{"a", "b", "unlabelled"});
    CHECK(classes.colours.size() == 3);
    CHECK(classes.colours[2] == unlabelled_colour);
    CHECK(classes.unlabelled == 2);
    CHECK(classes.predictable_count() == 2);
    CHECK(series.labels()[1] == 2);
    CHECK_FALSE(classes.is_labelled(2));
    CHECK(classes.is_labelled(1));
    EpochColumns predicted = three_samples(1);
    predicted.predictions = {0, 2, 1};
    CHECK_THROWS_WITH(make_series({{"a", "b"}, {}}, {0, -1, 1}, {predicted}),
                      contains("prediction[1] is 2, expected 0..1"));
    CHECK(make_series({{"a", "b"}, {}}, {0, 1, 1}, {three_samples(1)}).class_count() == 2);
}

TEST_CASE("a series with another frame shares the rest", "[model]") {
    const EpochSeries series = make_series({{"a", "b"}, {}}, {0, 1, 1}, {three_samples(1)});
    const EpochSeries framed = series.with_frame({{0, 0}, {9, 9}});
    CHECK(framed.frame().max == Point{9, 9});
    CHECK(framed.labels().data() == series.labels().data());
}
