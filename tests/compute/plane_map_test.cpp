#include "support/catch.h"

#include <epochscope/compute/known_maps.h>

#include <array>
#include <cstddef>
#include <vector>

using namespace epochscope;

namespace {

/// Embeddings x that lie at x - (mean, 0).
LinearMap linear(double mean) { return {{mean, 0}, {{{1, 0}, {0, 1}}}, {}}; }

/// The same as networks of one layer.
LearnedMap learned(float mean) {
    return {{mean, 0}, 1, {{2, 2, {1, 0, 0, 1}, {0, 0}}}, {{2, 2, {1, 0, 0, 1}, {0, 0}}}};
}

const Head head = DenseLayer{2, 2, {2, 0, 0, 1}, {0, 5}};

}  // namespace

TEST_CASE("a linear and a learned map that are the same answer the same") {
    const PlaneMap maps({plane_map_of(std::vector{linear(1)}).maps()[0],
                         plane_map_of(std::vector{learned(1)}).maps()[0]});
    const std::vector<float> rows{4, 2, 0, 3};
    const std::array points{Point{3, 2}, Point{-1, 3}};
    for (const auto& map : maps.maps()) {
        CHECK(map->dimension() == 2);
        CHECK(map->place({rows, 2}) == std::vector<Point>(points.begin(), points.end()));
        CHECK(map->embedding(points) == rows);
        CHECK(map->logits(head, points) == std::vector<float>{8, 7, 0, 8});
    }
    CHECK(maps.at(0)->is_linear());
    CHECK(maps.at(0)->planes(head.linear()) == std::vector<LogitPlane>{{2, 2, 0}, {5, 0, 1}});
    CHECK_FALSE(maps.at(1)->is_linear());
    CHECK(maps.at(1)->planes(head.linear()).empty());
}

TEST_CASE("a plane map has one map for all epochs or one an epoch") {
    const PlaneMap none;
    CHECK_FALSE(none.has_maps());
    CHECK(none.at(0) == nullptr);
    CHECK(none.dimension() == 0);
    CHECK_FALSE(none.has_logits(0));

    const PlaneMap one = plane_map_of(std::vector{learned(1)});
    CHECK(one.has_maps());
    CHECK_FALSE(one.is_per_epoch());
    CHECK(one.at(7) == one.at(0));
    const std::vector<std::size_t> order{2, 0, 0};
    CHECK(one.picked(order).maps() == one.maps());

    const PlaneMap each = plane_map_of(std::vector{learned(1), learned(2), learned(3)});
    CHECK(each.is_per_epoch());
    CHECK(each.at(3) == nullptr);
    const PlaneMap picked = each.with_heads({head, head, head}).picked(order);
    CHECK(picked.at(0) == each.at(2));
    CHECK(picked.at(1) == each.at(0));
    CHECK(picked.at(2) == each.at(0));
    CHECK_FALSE(picked.has_logits(0));
    CHECK(maps_of<LearnedMap>(each)[1]->middle[0] == 2);
    CHECK(maps_of<LinearMap>(each).empty());
}

TEST_CASE("heads of linear maps become planes, which replace those of one map for all") {
    const PlaneMap learned_map = plane_map_of(std::vector{learned(1)}).with_heads({head, {}});
    CHECK(learned_map.logits(0) == EpochLogits{.head = head});
    CHECK(learned_map.has_logits(0));
    CHECK_FALSE(learned_map.has_logits(1));

    const std::vector<LogitPlane> planes{{2, 2, 0}, {5, 0, 1}};
    const PlaneMap one = plane_map_of(std::vector{linear(1)}).with_heads({head, {}});
    CHECK(one.logits(0) == EpochLogits{.planes = planes});
    CHECK(one.has_logits(0));
    const PlaneMap each = plane_map_of(std::vector{linear(1), linear(3)}).with_heads({head, {}});
    CHECK(each.logits(0) == EpochLogits{head, planes});
    // Planes decide: a linear head without them makes no logits.
    CHECK_FALSE(each.with_logits({{.head = head}, {}}).has_logits(0));
    CHECK(each.with_heads({{}, head}).logits(0) == each.logits(0));
}
