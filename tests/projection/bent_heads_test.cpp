#include "support/bent_heads.h"

#include "projection/attention.h"
#include "projection/decision_loss.h"
#include "projection/mixed_head.h"
#include "projection/pixels.h"
#include "projection/place_reading.h"
#include "support/catch.h"

#include <epochscope/analysis/heads.h>
#include <epochscope/compute/known_maps.h>
#include <epochscope/projection/landscape.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

/// What places are is what they stand for.
LearnedMap plain_map() {
    return {{0, 0}, 1, {{2, 2, {1, 0, 0, 1}, {0, 0}}}, {{2, 2, {1, 0, 0, 1}, {0, 0}}}};
}

KnownMap<LearnedMap> plain() { return KnownMap(plain_map()); }

EpochSeries two_samples(std::size_t epochs) {
    std::vector<EpochColumns> columns(epochs);
    for (std::size_t e = 0; e < epochs; ++e) {
        columns[e].number = static_cast<std::int64_t>(e);
        columns[e].positions = {{-4, 0}, {4, 0}};
        columns[e].predictions = {1, 0};
    }
    return make_series({{"in", "out"}, {}}, {0, 1}, std::move(columns));
}

const std::vector<Colour> colours{red, green};

/// The softmax of two logits, of the first.
double share(double first, double second) { return 1 / (1 + std::exp(second - first)); }

}  // namespace

TEST_CASE("the landscape of a head that bends has its shape", "[projection]") {
    // The frame is -8..8: a pixel is half a unit wide.
    const Image painted = paint_by_map(plain(), circle(5), default_frame, colours, {32, 32});
    for (int row = 0; row < 32; ++row)
        for (int column = 0; column < 32; ++column) {
            const double radius = std::hypot((column - 15.5) / 2, (row - 15.5) / 2);
            if (std::abs(radius - 5) < 1) continue;
            CHECK(pixel(painted, column, row) == thinned(radius < 5 ? red : green, 0.45));
        }
    // Without numbers it is white.
    const Image odd = paint_by_map(plain(), circle(5, 0), default_frame, colours, {32, 32});
    CHECK(pixel(odd, 31, 16) == Colour{255, 255, 255});
    CHECK(pixel(odd, 4, 16) == pixel(painted, 4, 16));
}

TEST_CASE("asking a linear head paints what its weights do", "[projection]") {
    const DenseLayer layer{2, 2, {1, 0.5F, -1, 2}, {0, 0.25F}};
    const KnownMap map(plain_map());
    const Image by_weights = paint_by_map(map, layer, default_frame, colours, {64, 40});
    const Image by_asking = paint_by_map(map, Head(asked(layer)), default_frame, colours, {64, 40});
    int most = 0;
    for (std::size_t b = 0; b < by_asking.rgba.size(); ++b)
        most = std::max(most, std::abs(int{by_asking.rgba[b]} - int{by_weights.rgba[b]}));
    CHECK(most <= 1);
    const PlaneMap both =
        plane_map_of(std::vector{plain_map()}, {{.head = layer}, {.head = Head(asked(layer))}});
    const auto expected = reading_by(both, 0, {1, 2});
    const auto found = reading_by(both, 1, {1, 2});
    REQUIRE(found.has_value());
    CHECK(found->probabilities[0] == Approx(expected->probabilities[0]));
    CHECK(found->embedding == expected->embedding);
}

TEST_CASE("a linear map takes places back to a head that bends", "[projection]") {
    const LinearMap map{{0, 1}, {{{1, 0}, {0, 1}}}, {}};
    const auto landscape =
        make_landscape(two_samples(2), plane_map_of(std::vector{map}, {{.head = circle(5)}, {}}));
    CHECK(landscape->is_by_model(0));
    CHECK(landscape->is_from_points(1));
    const auto reading = landscape->reading_at(0, {3, 1});
    REQUIRE(reading.has_value());
    // (3, 1) stands for (3, 2).
    CHECK(reading->probabilities[0] == Approx(share(25 - 9 - 4, 0)));
    CHECK(pixel(landscape->paint(0, colours, Size{32, 32}, 1), 16, 16) == thinned(red, 0.45));
    CHECK(pixel(landscape->paint(0, colours, Size{32, 32}, 1), 31, 31) == thinned(green, 0.45));
}

TEST_CASE("between epochs the logits of heads that bend are mixed", "[projection]") {
    const std::vector<float> row{2, 0};
    const Head linear = DenseLayer{2, 2, {4, 0, 0, 0}, {0, 0}};
    for (const Head& other : {circle(3), linear}) {
        const Head mixed = mixed_head(circle(1), other, 0.25);
        // Of 1 - 4, and of 9 - 4 or 8.
        const double second = other.is_linear() ? 8 : 5;
        CHECK(logits_of(mixed, {row, 2})[0] == Approx(0.75 * -3 + 0.25 * second));
        std::vector<float> slopes(2);
        mixed.module()->write_gradients(row, std::vector<float>{1, 1}, slopes);
        CHECK(slopes[0] == Approx(0.75 * -4 + 0.25 * (other.is_linear() ? 4 : -4)));
    }
    const auto landscape = make_landscape(
        two_samples(2), plane_map_of(std::vector{plain_map()}).with_heads({circle(3), circle(5)}));
    REQUIRE(landscape->has_between(0, 1));
    // Half way the squares of the radii are mixed: 17.
    const Image half = landscape->paint_between(0, 1, 0.5, colours, Size{320, 320}, 1);
    const auto at = [&](double x) { return pixel(half, static_cast<int>((x + 8) * 20), 160); };
    CHECK(at(3.5) == thinned(red, 0.45));
    CHECK(at(4.75) == thinned(green, 0.45));
}

TEST_CASE("between maps of their own, heads that bend are asked of features between",
          "[projection]") {
    // At the second epoch, a place stands for what lies 2 to the right of it.
    LearnedMap shifted = plain_map();
    shifted.middle = {2, 0};
    const Heads heads{circle(3), circle(5)};
    const PlaneMap learned = plane_map_of(std::vector{plain_map(), shifted});
    const PlaneMap linear = plane_map_of(
        std::vector<LinearMap>{{{0, 0}, {{{1, 0}, {0, 1}}}, {}}, {{2, 0}, {{{1, 0}, {0, 1}}}, {}}});
    for (const PlaneMap& map : {learned, linear}) {
        const auto landscape = make_landscape(two_samples(2), map.with_heads(heads));
        REQUIRE(landscape->has_between(0, 1));
        // Half way it is 1 to the right, inside the square root of 17: from -5.12 to 3.12.
        const Image half = landscape->paint_between(0, 1, 0.5, colours, Size{320, 320}, 1);
        const auto at = [&](double x) { return pixel(half, static_cast<int>((x + 8) * 20), 160); };
        CHECK(at(-6) == thinned(green, 0.45));
        CHECK(at(-4.5) == thinned(red, 0.45));
        CHECK(at(2.5) == thinned(red, 0.45));
        CHECK(at(4) == thinned(green, 0.45));
        CHECK(half.rgba == landscape->paint_between(0, 1, 0.5, colours, Size{320, 320}, 2).rgba);
        // At any zoom: a part, whose places have the colours of the whole.
        const Image part = landscape->paint(0, colours, {Size{160, 160}, Box{{0, 0}, {4, 4}}}, 1);
        CHECK(pixel(part, 20, 20) == thinned(red, 0.45));
        CHECK(pixel(part, 150, 20) == thinned(green, 0.45));
    }
    // A linear head on one side only, by planes: the pictures are faded.
    const Head layer = DenseLayer{2, 2, {4, 0, 0, 0}, {0, 0}};
    const auto mixed = make_landscape(two_samples(2), linear.with_heads({layer, circle(5)}));
    CHECK(mixed->is_by_model(0));
    CHECK(mixed->is_by_model(1));
    CHECK_FALSE(mixed->has_between(0, 1));
}

TEST_CASE("attention of a head that bends is each point's own", "[projection]") {
    TrainingPoints points{.dimension = 2, .rows = {}, .weights = {}, .weighed_by = {}};
    Attention attention(points);
    const std::vector<float> rows{0.01F, 0, 0, 0.02F};
    attention.weigh({rows, 2}, circle(1));
    REQUIRE(points.weighed_by == std::vector<std::uint32_t>{1, 2});
    // The slopes are (0.02, 0) and (0, 0.04), of which softmax at 0.01 makes e^2 : 1 and 1 : e^4.
    const double first = std::exp(2.0) / (1 + std::exp(2.0));
    const double second = std::exp(4.0) / (1 + std::exp(4.0));
    CHECK(double{points.weights[2]} == Approx(1 + first));
    CHECK(double{points.weights[3]} == Approx(2 - first));
    CHECK(double{points.weights[5]} == Approx(1 + second));
}

TEST_CASE("what a decoder learns of decisions is the gradient of their divergence",
          "[projection]") {
    const std::vector<float> rows{0.5F, 1, -1, 0.25F};
    const std::vector<float> middle{0.25F, -0.5F};
    constexpr float scale = 2;
    const DecisionLoss bent(circle(1.5F), middle, scale, {rows, 2});
    const std::vector<std::size_t> samples{1, 0};
    const std::vector<float> back{0.1F, 0.3F, -0.2F, 0.4F};
    std::vector<float> slopes(4, 0.0F);
    bent.add(samples, back.data(), 2, 3, slopes.data());
    const auto first_share = [&](double x, double y) { return share(2.25 - x * x - y * y, 0); };
    const auto divergence = [&](std::size_t sample, double u, double v) {
        const double p = first_share(rows[2 * sample], rows[2 * sample + 1]);
        const double q = first_share(2 * u + 0.25, 2 * v - 0.5);
        return p * std::log(p / q) + (1 - p) * std::log((1 - p) / (1 - q));
    };
    constexpr double step = 1e-5;
    for (std::size_t r = 0; r < 2; ++r) {
        const double u = back[2 * r];
        const double v = back[2 * r + 1];
        const double along_u =
            (divergence(samples[r], u + step, v) - divergence(samples[r], u - step, v)) /
            (2 * step);
        const double along_v =
            (divergence(samples[r], u, v + step) - divergence(samples[r], u, v - step)) /
            (2 * step);
        CHECK(slopes[2 * r] == Approx(3 * along_u).margin(1e-4));
        CHECK(slopes[2 * r + 1] == Approx(3 * along_v).margin(1e-4));
    }
    // A linear head, by its weights and by asking.
    const DenseLayer layer{2, 2, {1, 0.5F, -1, 2}, {0, 0.25F}};
    std::vector<float> by_weights(4, 1.0F);
    std::vector<float> by_asking(4, 1.0F);
    DecisionLoss(layer, middle, scale, {rows, 2})
        .add(samples, back.data(), 2, 3, by_weights.data());
    DecisionLoss(Head(asked(layer)), middle, scale, {rows, 2})
        .add(samples, back.data(), 2, 3, by_asking.data());
    for (std::size_t i = 0; i < 4; ++i) CHECK(by_asking[i] == Approx(by_weights[i]).margin(1e-5));
}
