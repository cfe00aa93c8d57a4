#include "projection/pixels.h"
#include "support/catch.h"

#include <epochscope/compute/known_maps.h>
#include <epochscope/model/epoch_series.h>
#include <epochscope/model/error.h>
#include <epochscope/model/landscape.h>
#include <epochscope/model/learned_map.h>
#include <epochscope/projection/landscape.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

EpochSeries two_epochs() {
    std::vector<EpochColumns> epochs(2);
    for (std::size_t e = 0; e < 2; ++e) {
        epochs[e].number = static_cast<std::int64_t>(e);
        epochs[e].positions = {{-4, 0}, {4, 0}, {0, 4}};
        epochs[e].predictions = {1, 0, 2};
    }
    return make_series({{"a", "b", "c"}, {}}, {0, 1, 2}, std::move(epochs));
}

/// Classes that lead in three directions, less in the middle of the frame than at its edges.
std::shared_ptr<const Landscape> by_planes() {
    return make_landscape(two_epochs(),
                          plane_map_of(std::vector<LinearMap>(1),
                                       {{.planes = {{1, 1, 0}, {0, -1, 0.5}, {0.5, 0, -1}}},
                                        {.planes = {{0, 1, 0.3}, {1, -1, 0}, {0, 0.2, -1}}}}));
}

/// A decoder that bends: |x| and y.
LearnedMap bent_map(float middle) {
    LearnedMap map;
    map.middle = {middle, 0};
    map.scale = 1;
    map.decoder = {{2, 4, {1, 0, -1, 0, 0, 1, 0, -1}, {0, 0, 0, 0}},
                   {4, 2, {1, 1, 0, 0, 0, 0, 1, -1}, {0, 0}}};
    return map;
}

std::shared_ptr<const Landscape> by_decoder() {
    const DenseLayer first{2, 3, {1, 0, 0, 1, 0, -1}, {-2, 0, 0}};
    const DenseLayer second{2, 3, {1, 0, 0, 1, -1, -1}, {0, 0.5, 1}};
    return make_landscape(
        two_epochs(),
        plane_map_of(std::vector{bent_map(0), bent_map(1)}).with_heads({first, second}));
}

/// The share of a part's bytes that are not, but for rounding, those of the whole picture where
/// both show the same pixels.
double share_apart(const Image& whole, const Image& part, int left, int bottom) {
    std::size_t apart = 0;
    for (int y = 0; y < part.size.height; ++y)
        for (int x = 0; x < part.size.width; ++x) {
            const Colour a = pixel(whole, left + x, bottom + y);
            const Colour b = pixel(part, x, y);
            const int most =
                std::max({std::abs(a.r - b.r), std::abs(a.g - b.g), std::abs(a.b - b.b)});
            apart += most > 1 ? 1 : 0;
        }
    return static_cast<double>(apart) / (part.size.width * part.size.height);
}

}  // namespace

TEST_CASE("a part of a landscape shows what the whole shows there", "[projection]") {
    // Pixels of a quarter; the part begins at (-4, -2), where none of the classes leads as much as
    // somewhere else.
    const Size whole{64, 64};
    const Cutout part{Size{32, 20}, Box{{-4, -2}, {4, 3}}};
    for (const auto& landscape : {by_planes(), by_decoder()}) {
        const Image all = landscape->paint(1, three, whole);
        const Image some = landscape->paint(1, three, part);
        REQUIRE(some.size == part.size);
        // Pixels at which a lead is as small as it may be may be white in one alone.
        CHECK(share_apart(all, some, 16, 24) <= 0.01);
        CHECK(some.rgba == landscape->paint(1, three, part, 1).rgba);
        REQUIRE(landscape->has_between(0, 1));
        const Image between = landscape->paint_between(0, 1, 0.3, three, whole);
        CHECK(share_apart(between, landscape->paint_between(0, 1, 0.3, three, part), 16, 24) <=
              0.01);
        CHECK(between.rgba != all.rgba);
        const Image asked_first = landscape->paint(0, three, part);
        CHECK(share_apart(landscape->paint(0, three, whole), asked_first, 16, 24) <= 0.01);
    }
    // Where a part by itself does not know how far classes lead elsewhere: here by 0.6 at most.
    const Cutout undecided{Size{8, 8}, Box{{-0.5F, 3}, {1.5F, 5}}};
    const Image all = by_planes()->paint(1, three, whole);
    CHECK(share_apart(all, by_planes()->paint(1, three, undecided), 30, 44) <= 0.02);
    const std::vector<LogitPlane> planes{{0, 1, 0.3}, {1, -1, 0}, {0, 0.2, -1}};
    const Image alone = paint_by_planes(planes, *undecided.part, three, undecided.size);
    CHECK(share_apart(all, alone, 30, 44) > 0.5);
}

TEST_CASE("a part beyond the frame is painted too, and as sharp as its size", "[projection]") {
    const auto landscape = by_planes();
    const Image beyond = landscape->paint(0, three, Cutout({8, 8}, Box{{8, 8}, {12, 12}}));
    // Logits of 1 + x, 5.125 - x and -9.75 in this row.
    for (const int at : {0, 3, 7}) {
        const double x = 8 + (at + 0.5) / 2;
        const Colour expected = thinned(red, 0.45 * (2 * x - 4.125) / (x + 10.75));
        CHECK(int{pixel(beyond, at, 4).g} == Approx(expected.g).margin(3));
        CHECK(pixel(beyond, at, 4).r == 255);
    }
    // From x = -1 to 0 at y = 0, the first class takes over from the second in the middle.
    const Image thin =
        landscape->paint(0, three, Cutout({1000, 1}, Box{{-1, -0.001F}, {0, 0.001F}}));
    int first_red = 0;
    while (first_red < 1000 && pixel(thin, first_red, 0).g >= pixel(thin, first_red, 0).r)
        ++first_red;
    CHECK(first_red == Approx(500).margin(1));
}

TEST_CASE("samples vote for no parts", "[projection]") {
    const auto landscape = make_landscape(two_epochs(), {});
    REQUIRE(landscape->is_from_points(0));
    CHECK_NOTHROW(landscape->paint(0, three, Size{4, 4}));
    CHECK_THROWS_AS(landscape->paint(0, three, Cutout({4, 4}, Box{{0, 0}, {1, 1}})), Error);
}
