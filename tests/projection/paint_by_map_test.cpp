#include "projection/pixels.h"
#include "support/catch.h"

#include <epochscope/compute/known_maps.h>
#include <epochscope/projection/landscape.h>

#include <algorithm>
#include <cstdlib>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

/// Two dimensions as they lie in the plane, in units of 2 about (1, -1), and a head of three
/// classes.
LearnedMap plain_map() {
    return {{1, -1}, 2, {{2, 2, {1, 0, 0, 1}, {0, 0}}}, {{2, 2, {1, 0, 0, 1}, {0, 0}}}};
}
const DenseLayer& three_classes() {
    static const DenseLayer head{2, 3, {1, 0, 0, 1, -1, -1}, {0, 0.5F, 1}};
    return head;
}

}  // namespace

TEST_CASE("by a linear decoder the landscape is that of planes", "[projection]") {
    // A place y stands for 2 y + (1, -1).
    const LinearMap linear{{1, -1}, {{{0.5, 0}, {0, 0.5}}}, {}};
    std::vector<LogitPlane> planes;
    for (std::size_t c = 0; c < 3; ++c) {
        const auto w = [&](std::size_t d) {
            return static_cast<double>(three_classes().weight[2 * c + d]);
        };
        planes.push_back(
            {w(0) - w(1) + static_cast<double>(three_classes().bias[c]), 2 * w(0), 2 * w(1)});
    }
    const std::vector<Colour> colours{red, green, {0, 0, 255}};
    for (const Size size : {Size{33, 20}, Size{1, 1}, Size{2, 3}, Size{600, 15}}) {
        const Image expected = paint_by_planes(planes, default_frame, colours, size);
        const Image painted =
            paint_by_map(KnownMap(plain_map()), three_classes(), default_frame, colours, size);
        int most = 0;
        for (std::size_t b = 0; b < expected.rgba.size(); ++b)
            most = std::max(most, std::abs(int{expected.rgba[b]} - int{painted.rgba[b]}));
        // Where the lead is as small as it may be, one may see none.
        CHECK(most <= 20);
        CHECK(pixel(painted, 0, 0) == pixel(expected, 0, 0));
        CHECK(painted.rgba ==
              paint_by_map(KnownMap(plain_map()), three_classes(), default_frame, colours, size, 1)
                  .rgba);
    }
}

TEST_CASE("a decoder that bends is asked where pixels are", "[projection]") {
    // max(x, 0) and max(-x, 0), whose difference is x: class 0 to the right, 1 to the left, and 2
    // where both are below 3.
    LearnedMap map = plain_map();
    map.middle = {0, 0};
    map.scale = 1;
    map.decoder = {{2, 2, {1, 0, -1, 0}, {0, 0}}, {2, 2, {1, 0, 0, 1}, {0, 0}}};
    const DenseLayer head{2, 3, {1, 0, 0, 1, 0, 0}, {0, 0, 3}};
    const std::vector<Colour> colours{red, green, {0, 0, 255}};
    const Image painted = paint_by_map(KnownMap(map), head, default_frame, colours, {64, 8});
    CHECK(pixel(painted, 63, 4).g < 255);
    CHECK(pixel(painted, 63, 4).r == 255);
    CHECK(pixel(painted, 0, 4).g > pixel(painted, 0, 4).b);
    CHECK(pixel(painted, 0, 4).g > pixel(painted, 0, 4).r);
    CHECK(pixel(painted, 32, 4).b == 255);
    CHECK(pixel(painted, 32, 4).r < 255);
}

TEST_CASE("a landscape is by learned maps where heads are known", "[projection]") {
    std::vector<EpochColumns> epochs(2);
    for (std::size_t e = 0; e < 2; ++e) {
        epochs[e].number = static_cast<std::int64_t>(e);
        epochs[e].positions = {{-4, 0}, {4, 0}};
        epochs[e].predictions = {1, 0};
    }
    const EpochSeries series = make_series({{"a", "b"}, {}}, {0, 1}, std::move(epochs));
    const DenseLayer head{2, 2, {1, 0, -1, 0}, {0, 0}};
    const auto landscape =
        make_landscape(series, plane_map_of(std::vector{plain_map()}).with_heads({head, {}}));
    CHECK_FALSE(landscape->is_from_points(0));
    CHECK(landscape->is_from_points(1));
    const std::vector<Colour> colours{red, green};
    CHECK(pixel(landscape->paint(0, colours, Size{16, 16}), 15, 8) == thinned(red, 0.45));
    CHECK(described(*landscape, 2) == "by map and head, at 1 of 2 epochs from the points");
}

TEST_CASE("between epochs of one map, its decoder is asked by the mean of two heads",
          "[projection]") {
    std::vector<EpochColumns> epochs(2);
    for (std::size_t e = 0; e < 2; ++e) {
        epochs[e].number = static_cast<std::int64_t>(e);
        epochs[e].positions = {{-4, 0}, {4, 0}};
    }
    const EpochSeries series = make_series({{"a", "b"}, {}}, {0, 1}, std::move(epochs));
    const DenseLayer first{2, 2, {1, 0, -1, 0}, {6, 2}};
    const DenseLayer last{2, 2, {3, 2, -1, 4}, {0, -2}};
    const DenseLayer mean{2, 2, {2, 1, -1, 2}, {3, 0}};
    const std::vector<Colour> colours{red, green};
    const auto one =
        make_landscape(series, plane_map_of(std::vector{plain_map()}).with_heads({first, last}));
    REQUIRE(one->has_between(0, 1));
    CHECK(one->paint_between(0, 1, 0.5, colours, Size{32, 16}).rgba ==
          paint_by_map(KnownMap(plain_map()), mean, series.frame(), colours, {32, 16}).rgba);
    const auto half =
        make_landscape(series, plane_map_of(std::vector{plain_map()}).with_heads({first, {}}));
    CHECK_FALSE(half->has_between(0, 1));
}
