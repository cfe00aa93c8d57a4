#include "support/catch.h"

#include <epochscope/opening/compare_datasets.h>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

using namespace epochscope;

namespace {

/// Five samples of the classes a, a, a, b, b on a line at epochs of these numbers, all predicted as
/// a before `learnt` and as labelled from there on.
Dataset learning(const std::vector<std::int64_t>& numbers, std::int64_t learnt, float confidence) {
    std::vector<EpochColumns> epochs;
    for (const std::int64_t number : numbers) {
        EpochColumns& epoch = epochs.emplace_back();
        epoch.number = number;
        epoch.positions = {{0, 0}, {1, 0}, {3, 0}, {6, 0}, {10, 0}};
        const std::int32_t b = number < learnt ? 0 : 1;
        epoch.predictions = {0, 0, 0, b, b};
        epoch.confidence.assign(5, confidence);
    }
    return {.series = make_series({{"a", "b"}, {}}, {0, 0, 0, 1, 1}, std::move(epochs)),
            .backgrounds = nullptr,
            .name = "learning",
            .path = "/learning",
            .format = "",
            .warnings = {}};
}

}  // namespace

TEST_CASE("what a comparison found is columns and curves of the first dataset", "[opening]") {
    const Dataset first = learning({1, 2, 3, 4}, 2, 0.5F);
    const Dataset second = learning({2, 3, 4}, 4, 0.75F);
    const Compared compared =
        compared_of(first, "second", compare_datasets(first, second, {.neighbours = 2}));
    CHECK(compared.other == "second");
    REQUIRE(compared.columns.size() == 4);
    std::vector<std::string> names;
    for (const Column& column : compared.columns) names.push_back(column.name());
    CHECK(names ==
          std::vector<std::string>{"shared_neighbours", "agreement", "confidence_change", "later"});
    CHECK(compared.columns[0].number(3) == 1);
    // Of the epochs 2, 3 and 4, both say b at the last one.
    CHECK(compared.columns[1].number(0) == 1);
    CHECK(compared.columns[1].number(3) == Approx(1.0 / 3));
    CHECK(compared.columns[2].number(0) == 0.25);
    CHECK(compared.columns[3].number(0) == 1);
    CHECK(compared.columns[3].number(4) == 2);

    // One of each for all samples, for a and for b.
    REQUIRE(compared.curves.size() == 9);
    const auto& agreement = compared.curves[1];
    CHECK(agreement.name == "agreement");
    CHECK(agreement.class_name.empty());
    REQUIRE(agreement.values.size() == 4);
    CHECK_FALSE(agreement.values[0]);
    CHECK(agreement.values[1] == 0.6);
    CHECK(agreement.values[3] == 1);
    const auto& of_b = compared.curves[6];
    CHECK(of_b.name == "agreement");
    CHECK(of_b.class_name == "b");
    CHECK(of_b.values[2] == 0);
    CHECK(of_b.values[3] == 1);
}
