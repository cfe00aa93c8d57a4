#include "support/catch.h"

#include <epochscope/model/error.h>
#include <epochscope/query/sample_columns.h>

#include <cmath>
#include <memory>
#include <string>
#include <utility>
#include <vector>

using namespace epochscope;

namespace {

/// Three samples of the classes cat and dog at the epochs 1, 2 and 5.
std::shared_ptr<const Dataset> three_samples(std::vector<Column> metadata) {
    std::vector<EpochColumns> epochs(3);
    const std::vector<std::vector<std::int32_t>> predictions{{1, 1, 0}, {0, 1, 1}, {1, 1, 0}};
    const std::vector<std::int64_t> numbers{1, 2, 5};
    for (std::size_t e = 0; e < 3; ++e) {
        epochs[e].number = numbers[e];
        const auto x = static_cast<float>(e);
        epochs[e].positions = {{x, 0}, {x, 1}, {x, 2}};
        epochs[e].predictions = predictions[e];
        epochs[e].confidence = {0.75F, 0.5F, 1.0F};
    }
    Dataset dataset{.series = make_series({.names = {"cat", "dog"}, .colours = {}}, {0, 1, 1},
                                          std::move(epochs)),
                    .backgrounds = nullptr,
                    .name = "three",
                    .path = {},
                    .format = {},
                    .warnings = {}};
    dataset.metadata = std::make_shared<const Metadata>(Metadata{std::move(metadata)});
    return std::make_shared<const Dataset>(std::move(dataset));
}

}  // namespace

TEST_CASE("what was compared is a column of its own name", "[query]") {
    Dataset dataset = *three_samples({Column::of_real("agreement", {1, 2, 3})});
    dataset.compared = std::make_shared<const Compared>(
        Compared{.other = "four",
                 .columns = {Column::of_real("shared_neighbours", {0.5, 1, std::nan("")}),
                             Column::of_real("agreement", {0, 0.25, 1}),
                             Column::of_whole("later", ColumnType::whole, {2, 0, 0})},
                 .curves = {},
                 .warnings = {}});
    const SampleColumns columns(std::make_shared<const Dataset>(std::move(dataset)));
    CHECK(columns.column("shared_neighbours").number(0) == 0.5);
    CHECK(columns.column("shared_neighbours").is_missing(2));
    CHECK(columns.find("shared_neighbours")->source == ColumnSource::comparison);
    CHECK(columns.column("later").number(0) == 2);
    // The metadata keep their names.
    CHECK(columns.column("agreement").number(1) == 2);
    CHECK(columns.column("compared_agreement").number(1) == 0.25);
}

TEST_CASE("columns are of the series, of metadata and of signals", "[query]") {
    const SampleColumns columns(
        three_samples({Column::of_whole("label", ColumnType::whole, {5, 6, 7}),
                       Column::of_categories("id", {0, 1, 2}, {"a", "b", "c"}),
                       Column::of_real("size", {1, 2, 3})}));
    std::vector<std::string> names;
    for (const ColumnInfo& info : columns.list()) names.push_back(info.name);
    REQUIRE(names.size() > 7);
    CHECK(std::vector<std::string>(names.begin(), names.begin() + 7) ==
          std::vector<std::string>{"sample", "id", "label", "meta_label", "size", "flips",
                                   "first_correct"});
    CHECK(columns.column("sample").number(2) == 2);
    CHECK(columns.column("id").text(1) == "b");
    CHECK(columns.column("label").text(1) == "dog");
    CHECK(columns.column("meta_label").number(1) == 6);
    CHECK(columns.column("flips").number(0) == 2);
    CHECK(columns.column("flips").number(1) == 0);
    CHECK(columns.column("first_correct").number(0) == 2);
    CHECK(columns.column("first_correct").number(1) == 1);
    CHECK(columns.column("first_correct").number(2) == 2);
    CHECK(columns.column("correct_times").number(0) == 1);
    CHECK(columns.column("max_label_probs").number(1) == 0.5);
}

TEST_CASE("columns of an epoch are called by its number", "[query]") {
    const SampleColumns columns(three_samples({}));
    CHECK(columns.column("prediction_at(2)").text(0) == "cat");
    CHECK(columns.column("confidence_at(5)").number(0) == 0.75);
    CHECK(columns.column("correct_at(1)").words(0) == "false");
    CHECK(columns.column("x_at(5)").number(1) == 2);
    CHECK(columns.column("y_at(5)").number(1) == 1);
    CHECK(columns.column("kept_at(5)").is_missing(1));
    CHECK(columns.column("motion_at(5)").is_missing(1));
    Dataset measured = *three_samples({});
    const std::vector<float> motion{-4, 0, 3.5F};
    const auto trust = std::make_shared<Trust>();
    trust->motion = {{}, {}, motion};
    measured.trust = trust;
    const SampleColumns of_motion(std::make_shared<const Dataset>(std::move(measured)));
    CHECK(of_motion.column("motion_at(5)").number(2) == 3.5);
    CHECK(of_motion.column("motion_at(2)").is_missing(0));
    CHECK_THROWS_AS(columns.column("x_at(3)"), Error);
    CHECK_THROWS_AS(columns.column("z_at(1)"), Error);
    CHECK_THROWS_AS(columns.column("size"), Error);
    CHECK_FALSE(parse_epoch_column("x_at(1"));
    CHECK_FALSE(parse_epoch_column("x_at()"));
    CHECK_FALSE(parse_epoch_column("x_at(1 )"));
}
