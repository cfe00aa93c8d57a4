#include "projection/pixels.h"
#include "support/catch.h"

#include <epochscope/compute/known_maps.h>
#include <epochscope/model/background.h>
#include <epochscope/model/epoch_series.h>
#include <epochscope/model/landscape.h>
#include <epochscope/model/learned_map.h>
#include <epochscope/model/linear_map.h>
#include <epochscope/projection/landscape.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <utility>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

/// Two epochs of two samples.
EpochSeries two_epochs() {
    std::vector<EpochColumns> epochs(2);
    for (std::size_t e = 0; e < 2; ++e) {
        epochs[e].number = static_cast<std::int64_t>(e);
        epochs[e].positions = {{-4, 0}, {4, 0}};
    }
    return make_series({{"a", "b", "c"}, {}}, {0, 1}, std::move(epochs));
}

/// Of the features (f, g) at a place, the class that leads and by how much of the way to the last.
struct Lead {
    std::size_t cls = 0;
    double gap = 0;
};

Lead lead_of(const std::array<double, 2>& features, const DenseLayer& a, const DenseLayer& b,
             double t) {
    std::vector<double> logits;
    for (std::size_t c = 0; c < 3; ++c) {
        double logit =
            (1 - t) * static_cast<double>(a.bias[c]) + t * static_cast<double>(b.bias[c]);
        for (std::size_t d = 0; d < 2; ++d)
            logit += features[d] * ((1 - t) * static_cast<double>(a.weight[2 * c + d]) +
                                    t * static_cast<double>(b.weight[2 * c + d]));
        logits.push_back(logit);
    }
    std::vector<double> sorted = logits;
    std::ranges::sort(sorted, std::greater());
    const auto first = std::ranges::find(logits, sorted[0]) - logits.begin();
    return {static_cast<std::size_t>(first), (sorted[0] - sorted[1]) / (sorted[0] - sorted[2])};
}

const DenseLayer first_head{2, 3, {1, 0, 0, 1, -1, -1}, {0, 1, 0}};
const DenseLayer last_head{2, 3, {-1, 2, 1, 1, 0, -2}, {2, 0, -1}};

/// Holds a picture of the frame to what is said of the features at the middles of its pixels.
template <typename Features>
void check_leads(const Image& painted, const Features& features, double t) {
    std::size_t looked_at = 0;
    for (int row = 0; row < painted.size.height; ++row)
        for (int column = 0; column < painted.size.width; ++column) {
            const double x = -8 + 16 * (column + 0.5) / painted.size.width;
            const double y = -8 + 16 * (row + 0.5) / painted.size.height;
            const Lead lead = lead_of(features(x, y, t), first_head, last_head, t);
            const Colour seen = pixel(painted, column, row);
            if (lead.gap < 0.14) {
                CHECK(seen == white);
            } else if (lead.gap > 0.16) {
                ++looked_at;
                // The greatest gap is 1, since somewhere two are last alike.
                const Colour expected = thinned(three[lead.cls], 0.45 * lead.gap);
                const int most =
                    std::max({std::abs(expected.r - seen.r), std::abs(expected.g - seen.g),
                              std::abs(expected.b - seen.b)});
                CHECK(most <= 4);
            }
        }
    CHECK(looked_at > 100);
}

}  // namespace

TEST_CASE("between two maps of their own, heads are asked of features in between", "[projection]") {
    // One gives (2 x + 1, 2 y), the other (y - 3, 4 - x).
    LearnedMap one;
    one.middle = {1, 0};
    one.scale = 2;
    one.decoder = {{2, 2, {1, 0, 0, 1}, {0, 0}}};
    LearnedMap other;
    other.middle = {-3, 4};
    other.decoder = {{2, 2, {0, 1, -1, 0}, {0, 0}}};
    const auto landscape = make_landscape(
        two_epochs(), plane_map_of(std::vector{one, other}).with_heads({first_head, last_head}));
    const Size size{32, 16};
    REQUIRE(landscape->has_between(0, 1));
    const auto features = [](double x, double y, double t) {
        return std::array{(1 - t) * (2 * x + 1) + t * (y - 3), (1 - t) * 2 * y + t * (4 - x)};
    };
    for (const double t : {0.0, 0.3, 0.5, 0.875, 1.0})
        check_leads(landscape->paint_between(0, 1, t, three, size), features, t);
    CHECK(landscape->paint_between(0, 1, 0, three, size).rgba ==
          landscape->paint(0, three, size).rgba);
    CHECK(landscape->paint_between(0, 1, 1, three, size).rgba ==
          landscape->paint(1, three, size).rgba);
    CHECK(landscape->paint_between(0, 1, 0.5, three, size).rgba !=
          landscape->paint(1, three, size).rgba);
}

TEST_CASE("between two linear maps of their own, planes are of both in between", "[projection]") {
    // One gives (x + 1, y), the other (-3 + 0.6 x - 0.8 y, 4 + 0.8 x + 0.6 y).
    LinearMap one;
    one.mean = {1, 0};
    one.axes = {std::vector<double>{1, 0}, std::vector<double>{0, 1}};
    LinearMap other;
    other.mean = {-3, 4};
    other.axes = {std::vector<double>{0.6, 0.8}, std::vector<double>{-0.8, 0.6}};
    const PlaneMap maps = plane_map_of(std::vector{one, other});
    const PlaneMap known = maps.with_heads({first_head, last_head});
    const auto landscape = make_landscape(two_epochs(), known);
    REQUIRE(landscape->has_between(0, 1));
    const auto features = [](double x, double y, double t) {
        return std::array{(1 - t) * (x + 1) + t * (-3 + 0.6 * x - 0.8 * y),
                          (1 - t) * y + t * (4 + 0.8 * x + 0.6 * y)};
    };
    const Size size{32, 16};
    for (const double t : {0.0, 0.3, 0.5, 1.0})
        check_leads(landscape->paint_between(0, 1, t, three, size), features, t);
    // Planes alone do not say what the head of one epoch makes of the map of another.
    const auto has_between_by = [](const PlaneMap& map) {
        return make_landscape(two_epochs(), map)->has_between(0, 1);
    };
    const std::vector<EpochLogits> logits(known.logits().begin(), known.logits().end());
    const EpochLogits planes_alone{.planes = logits[1].planes};
    CHECK_FALSE(has_between_by(maps.with_logits({{.planes = logits[0].planes}, planes_alone})));
    CHECK_FALSE(has_between_by(maps.with_logits({logits[0], planes_alone})));
    CHECK_FALSE(has_between_by(PlaneMap({}, logits)));
}

TEST_CASE("between epochs a landscape is that of heads in between, where one map serves both",
          "[projection]") {
    std::vector<EpochColumns> epochs(3);
    for (std::size_t e = 0; e < 3; ++e) {
        epochs[e].number = static_cast<std::int64_t>(e);
        epochs[e].positions = {{-4, 0}, {4, 0}};
        epochs[e].predictions = {1, 0};
    }
    const EpochSeries series = make_series({{"a", "b"}, {}}, {0, 1}, std::move(epochs));
    // Red is right of x = -4 at first and of x = 4 then, in a frame from -8 to 8.
    const std::vector<EpochLogits> logits{
        {.planes = {{4, 1, 0}, {-4, -1, 0}}}, {.planes = {{-4, 1, 0}, {4, -1, 0}}}, {}};
    const std::vector<Colour> colours{red, green};
    const auto one = make_landscape(series, plane_map_of(std::vector<LinearMap>(1), logits));
    CHECK(one->has_between(0, 1));
    CHECK_FALSE(one->has_between(1, 2));
    CHECK(has_between(*one, 3));
    CHECK_FALSE(has_between(*one, 1));
    const auto is_red = [](const Image& image, int column) {
        const Colour seen = pixel(image, column, 8);
        return seen.g < seen.r;
    };
    const auto first_red = [&](const Image& image) {
        int column = 0;
        while (column < image.size.width && !is_red(image, column)) ++column;
        return column;
    };
    const Size size{160, 16};
    CHECK(first_red(one->paint(0, colours, size)) == 40);
    CHECK(first_red(one->paint_between(0, 1, 0.25, colours, size)) == 60);
    CHECK(first_red(one->paint_between(0, 1, 0.5, colours, size)) == 80);
    CHECK(first_red(one->paint(1, colours, size)) == 120);
    CHECK(one->paint_between(0, 1, 0, colours, size).rgba == one->paint(0, colours, size).rgba);
    CHECK(one->paint_between(0, 1, 1, colours, size).rgba == one->paint(1, colours, size).rgba);

    const auto each = make_landscape(series, PlaneMap({}, logits));
    CHECK_FALSE(has_between(*each, 3));

    const auto pictures = backgrounds_between(one, colours, size, 4);
    CHECK(pictures->load(4).rgba == one->paint(1, colours, size).rgba);
    CHECK(pictures->load(2).rgba == one->paint_between(0, 1, 0.5, colours, size).rgba);
    // From the second to the third epoch, which is from the points, one fades into the other.
    const Image faded = pictures->load(5);
    const Image from = one->paint(1, colours, size);
    const Image to = one->paint(2, colours, size);
    for (const int column : {3, 80, 150}) {
        const double expected = 0.75 * pixel(from, column, 8).g + 0.25 * pixel(to, column, 8).g;
        CHECK(pixel(faded, column, 8).g == Approx(expected).margin(0.51));
    }
    CHECK(pictures->has(5));
    CHECK(pictures->has(8));
}
