#include "analysis/faithfulness/measured.h"
#include "support/catch.h"

#include <algorithm>
#include <random>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

/// The two first of three features, as a linear map and as networks of one layer.
const LinearMap linear{{0, 0, 0}, {{{1, 0, 0}, {0, 1, 0}}}, {}};
const LearnedMap learned{.middle = {0, 0, 0},
                         .scale = 1,
                         .encoder = {{3, 2, {1, 0, 0, 0, 1, 0}, {0, 0}}},
                         .decoder = {{2, 3, {1, 0, 0, 1, 0, 0}, {0, 0, 0}}}};

}  // namespace

TEST_CASE("embeddings are measured by learned maps as by linear ones", "[faithfulness]") {
    std::mt19937 random(3);
    std::vector<std::vector<float>> embeddings(3, std::vector<float>(3 * 80));
    Places places;
    for (std::vector<float>& values : embeddings) {
        for (float& value : values) value = static_cast<float>(random() % 4001) / 1000 - 2;
        std::vector<Point>& now = places.emplace_back();
        for (std::size_t i = 0; i < 80; ++i) now.push_back({values[3 * i], values[3 * i + 1]});
    }
    const Recording recording = recorded(3, embeddings, {1, 0, 0, 0, 1, 0, 0, 0, 1}, {0, 0, 0});
    const Faithfulness by_linear =
        measured(recording, places, {}, plane_map_of(std::vector{linear}));
    const auto measured_by = [&](std::size_t count) {
        return measured(recording, places, {},
                        plane_map_of(std::vector<LearnedMap>(count, learned)));
    };
    for (const std::size_t count : {1U, 3U}) {
        const Faithfulness by_learned = measured_by(count);
        for (const Metric metric : {Metric::rec_pv, Metric::boundary_pv}) {
            REQUIRE(by_learned[metric].mean);
            CHECK(*by_learned[metric].mean == *by_linear[metric].mean);
        }
        CHECK(*by_learned[Metric::rec_pv].mean < 1);
    }
    CHECK_THROWS_WITH(measured_by(2), contains("has 2 maps, expected one, or 3"));
}
