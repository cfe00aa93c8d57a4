#include "projection/pixels.h"
#include "projection/run.h"
#include "support/catch.h"
#include "support/data.h"

#include <epochscope/compute/known_maps.h>
#include <epochscope/io/recording.h>
#include <epochscope/model/error.h>
#include <epochscope/projection/landscape.h>
#include <epochscope/projection/pca.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

bool is_all_white(const Image& image) {
    return std::all_of(image.rgba.begin(), image.rgba.end(), [](auto byte) { return byte == 255; });
}

/// Samples at an epoch.
struct Crowd {
    std::vector<Point> positions;
    std::vector<std::int32_t> predictions;
    std::vector<float> confidence;

    void add(Point place, std::int32_t prediction, float sure, std::size_t times = 1) {
        positions.insert(positions.end(), times, place);
        predictions.insert(predictions.end(), times, prediction);
        confidence.insert(confidence.end(), times, sure);
    }
    [[nodiscard]] Epoch epoch() const {
        Epoch epoch;
        epoch.positions = positions;
        epoch.predictions = predictions;
        epoch.confidence = confidence;
        return epoch;
    }
    /// In a frame of 16 x 16, each pixel of which is 1 x 1 by default.
    [[nodiscard]] Image painted(Size size = {16, 16}, int threads = 0) const {
        return paint_by_points(epoch(), frame, three, size, threads);
    }
    static constexpr Box frame{{0, 0}, {16, 16}};
};

Crowd random_crowd(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    const auto unit = [&] { return static_cast<float>(random() % 4096) / 4096; };
    Crowd crowd;
    for (std::size_t i = 0; i < count; ++i) {
        // Clumps, and a few on their own.
        const float spread = i % 9 == 0 ? 16 : 3;
        const float corner = i % 9 == 0 ? 0 : static_cast<float>(i % 3) * 5;
        crowd.add({corner + spread * unit(), corner + spread * unit()},
                  static_cast<std::int32_t>((i + random() % 2) % 3), unit());
    }
    return crowd;
}

/// What paint_by_points promises of a pixel, word by word.
struct Asked {
    std::int32_t leader;
    double lead;
    double gap;
};
Asked ask_plainly(const Crowd& crowd, Size size, int column, int row) {
    const double step_x = 16.0 / size.width;
    const double step_y = 16.0 / size.height;
    const auto samples = static_cast<double>(crowd.positions.size());
    const double reach = 16 * std::clamp(1.5 / std::sqrt(samples), 1.0 / 16, 0.25);
    std::vector<std::pair<double, std::size_t>> near;
    for (std::size_t i = 0; i < crowd.positions.size(); ++i) {
        const double x = std::floor(crowd.positions[i].x / step_x) - column;
        const double y = std::floor(crowd.positions[i].y / step_y) - row;
        near.emplace_back(std::hypot(x * step_x, y * step_y), i);
    }
    std::sort(near.begin(), near.end());
    std::array<double, 3> scores{};
    for (std::size_t n = 0; n < near.size(); ++n) {
        const auto [distance, i] = near[n];
        if (distance > reach || (n >= 15 && distance > near[14].first + 1e-6)) break;
        const double share = 1 - distance * distance / (reach * reach);
        scores[static_cast<std::size_t>(crowd.predictions[i])] +=
            share * share * double{crowd.confidence[i]};
    }
    const auto first = std::max_element(scores.begin(), scores.end());
    const auto leader = static_cast<std::int32_t>(first - scores.begin());
    const double most = *first;
    const double all = scores[0] + scores[1] + scores[2];
    *first = 0;
    const double second = *std::max_element(scores.begin(), scores.end());
    const double lead = most > 0 ? (most - second) / most : 0;
    return {leader, lead, lead < 0.15 ? 0 : lead * std::min(1.0, all)};
}

int farthest_channel(Colour a, Colour b) {
    return std::max({std::abs(a.r - b.r), std::abs(a.g - b.g), std::abs(a.b - b.b)});
}

}  // namespace

TEST_CASE("the colours of a landscape by planes are those worked out by hand", "[projection]") {
    // Logits x, 2 and 0; pixels at x = 0.5, 1.5, 2.5 and 3.5. Gaps: (2 - 0.5) / 2 = 0.75 and
    // (2 - 1.5) / 2 = 0.25 for green, 0.5 / 2.5 = 0.2 and 1.5 / 3.5 = 3 / 7 for red.
    const std::vector<LogitPlane> planes{{0, 1, 0}, {2, 0, 0}, {0, 0, 0}};
    const Box frame{{0, 0}, {4, 2}};
    const Image image = paint_by_planes(planes, frame, three, {4, 2});
    for (const int row : {0, 1}) {
        CHECK(pixel(image, 0, row) == thinned(green, 0.45));
        CHECK(pixel(image, 1, row) == thinned(green, 0.45 * 0.25 / 0.75));
        CHECK(pixel(image, 2, row) == thinned(red, 0.45 * 0.2 / 0.75));
        CHECK(pixel(image, 3, row) == thinned(red, 0.45 * (3.0 / 7) / 0.75));
    }
    CHECK(pixel(image, 0, 0) == Colour{140, 198, 140});
    // What all classes share, and how large logits are, changes nothing.
    std::vector<LogitPlane> others;
    others.reserve(planes.size());
    for (const LogitPlane& p : planes)
        others.push_back({1e6 * p.at_origin + 5, 1e6 * p.per_x - 3, 1e6 * p.per_y + 1});
    CHECK(paint_by_planes(others, frame, three, {4, 2}).rgba == image.rgba);
}

TEST_CASE("leads below 0.15 are white, and row 0 is at the bottom", "[projection]") {
    // Logits y, 1 and -9, pixels at y = 0.5, 1.5, 2.5 and 3.5: green leads by 0.5 / 10, then red by
    // 0.5 / 10.5, 1.5 / 11.5 and 2.5 / 12.5 = 0.2.
    const std::vector<LogitPlane> planes{{0, 0, 1}, {1, 0, 0}, {-9, 0, 0}};
    const Image image = paint_by_planes(planes, {{0, 0}, {1, 4}}, three, {1, 4});
    for (const int row : {0, 1, 2}) CHECK(pixel(image, 0, row) == white);
    CHECK(pixel(image, 0, 3) == thinned(red, 0.45));
}

TEST_CASE("one class, equal logits and no classes are white", "[projection]") {
    const Box frame{{-1, -1}, {1, 1}};
    CHECK(is_all_white(paint_by_planes(std::vector<LogitPlane>{{3, 1, 1}}, frame, three, {5, 5})));
    CHECK(is_all_white(
        paint_by_planes(std::vector<LogitPlane>{{3, 1, 1}, {3, 1, 1}}, frame, three, {5, 5})));
    CHECK(is_all_white(paint_by_planes(std::vector<LogitPlane>(3), frame, three, {5, 5})));
    CHECK(is_all_white(paint_by_planes({}, frame, three, {5, 5})));
    CHECK_THROWS_AS(paint_by_planes({}, frame, three, {0, 5}), Error);
    CHECK_THROWS_AS(paint_by_planes({}, frame, three, {100000, 100000}), Error);
}

TEST_CASE("a landscape of many classes is that of all of them at each pixel", "[projection]") {
    std::mt19937 random(3);
    const auto unit = [&] { return static_cast<double>(random()) / 4294967296.0 - 0.5; };
    std::vector<LogitPlane> planes(60);
    std::vector<Colour> colours;
    for (LogitPlane& plane : planes) {
        plane = {unit(), unit(), unit()};
        colours.push_back({static_cast<std::uint8_t>(random() % 256),
                           static_cast<std::uint8_t>(random() % 256),
                           static_cast<std::uint8_t>(random() % 256)});
    }
    const Size size{101, 67};
    const Image image = paint_by_planes(planes, {{-2, -3}, {4, 1}}, colours, size, 1);
    CHECK(paint_by_planes(planes, {{-2, -3}, {4, 1}}, colours, size, 2).rgba == image.rgba);
    std::vector<Asked> wanted;
    double greatest = 0;
    for (int row = 0; row < size.height; ++row)
        for (int column = 0; column < size.width; ++column) {
            const double x = -2 + 6 * (column + 0.5) / size.width;
            const double y = -3 + 4 * (row + 0.5) / size.height;
            std::vector<double> logits;
            logits.reserve(planes.size());
            for (const LogitPlane& p : planes)
                logits.push_back(p.at_origin + p.per_x * x + p.per_y * y);
            std::vector<double> sorted = logits;
            std::sort(sorted.rbegin(), sorted.rend());
            const double gap = (sorted[0] - sorted[1]) / (sorted[0] - sorted.back());
            greatest = std::max(greatest, gap);
            wanted.push_back(
                {static_cast<std::int32_t>(std::find(logits.begin(), logits.end(), sorted[0]) -
                                           logits.begin()),
                 gap, gap});
        }
    int farthest = 0;
    for (std::size_t p = 0; p < wanted.size(); ++p) {
        // At the limit itself single precision may decide otherwise.
        if (std::abs(wanted[p].gap - 0.15) < 1e-5) continue;
        const double share = wanted[p].gap < 0.15 ? 0 : 0.45 * wanted[p].gap / greatest;
        const Colour colour = thinned(colours[static_cast<std::size_t>(wanted[p].leader)], share);
        const int column = static_cast<int>(p) % size.width;
        farthest = std::max(
            farthest,
            farthest_channel(pixel(image, column, static_cast<int>(p) / size.width), colour));
    }
    CHECK(farthest <= 1);
}

TEST_CASE("planes are the head at what a place stands for", "[projection]") {
    const LinearMap map{{1, 2, 3}, {{{1, 0, 0}, {0, 0.6, 0.8}}}, {}};
    const auto planes = map.planes({3, 2, {2, 5, 10, 0, 0, 1}, {0.5F, -1}});
    // 2 + 10 + 30 + 0.5; 2 along x; 3 + 8 along y. Then 3 - 1; 0; 0.8.
    REQUIRE(planes.size() == 2);
    CHECK(planes[0].at_origin == Approx(42.5));
    CHECK(planes[0].per_x == Approx(2));
    CHECK(planes[0].per_y == Approx(11));
    CHECK(planes[1].at_origin == Approx(2));
    CHECK(planes[1].per_x == Approx(0).margin(1e-12));
    CHECK(planes[1].per_y == Approx(0.8));
}

TEST_CASE("one sample is an island whose colour fades as its vote does", "[projection]") {
    Crowd crowd;
    crowd.add({8.4F, 5.6F}, 2, 0.5F);
    const Image image = crowd.painted();
    // r = 16 / 4; half a vote where the sample is, (1 - 4 / 16)^2 of it two pixels on, (7 / 16)^2
    // three pixels on, and none at four.
    CHECK(pixel(image, 8, 5) == thinned(blue, 0.45));
    CHECK(pixel(image, 10, 5) == thinned(blue, 0.45 * 0.5625));
    CHECK(pixel(image, 8, 3) == thinned(blue, 0.45 * 0.5625));
    CHECK(pixel(image, 11, 5) == thinned(blue, 0.45 * 0.19140625));
    CHECK(pixel(image, 12, 5) == white);
    CHECK(pixel(image, 0, 15) == white);
}

TEST_CASE("an island of one sample has no edge", "[projection]") {
    Crowd crowd;
    crowd.add({8, 8}, 2, 1);
    const Image image = crowd.painted({320, 320});
    // From its middle, where it is coloured, to its shore.
    CHECK(pixel(image, 160, 160) == thinned(blue, 0.45));
    CHECK(pixel(image, 160, 319) == white);
    for (int row = 161; row < 320; ++row)
        CHECK(farthest_channel(pixel(image, 160, row), pixel(image, 160, row - 1)) <= 3);
}

TEST_CASE("where two classes have as many votes it is white", "[projection]") {
    Crowd crowd;
    crowd.add({4.5F, 8.5F}, 0, 1);
    crowd.add({6.5F, 8.5F}, 1, 1);
    const Image image = crowd.painted();
    CHECK(pixel(image, 5, 8) == white);
    // Beyond them, at 5 pixels of each other: (1 - (9 / 16)) votes and none of the other.
    // At a sample itself: 1 vote against (1 - 4 / 16)^2. The greatest gap is one to the side of it:
    // votes (15 / 16)^2 against (7 / 16)^2, their difference by the former: 176 / 225.
    const double greatest = 176.0 / 225;
    CHECK(pixel(image, 3, 8) == thinned(red, 0.45));
    CHECK(pixel(image, 4, 8) == thinned(red, 0.45 * 0.4375 / greatest));
    CHECK(pixel(image, 6, 8) == thinned(green, 0.45 * 0.4375 / greatest));
}

TEST_CASE("15 samples are asked, and all that are as near", "[projection]") {
    Crowd crowd;
    crowd.add({8.5F, 8.5F}, 0, 1, 15);
    crowd.add({10.5F, 8.5F}, 1, 1, 20);
    const Image image = crowd.painted();
    // At either place its samples alone; between them 20 votes against 15, each with the same
    // weight.
    CHECK(pixel(image, 8, 8) == thinned(red, 0.45));
    CHECK(pixel(image, 10, 8) == thinned(green, 0.45));
    CHECK(pixel(image, 9, 8) == thinned(green, 0.45 * 0.25));
}

TEST_CASE("a landscape by points is what it is said to be", "[projection]") {
    const Size size{48, 60};
    for (const std::size_t count : {5U, 60U, 900U}) {
        const Crowd crowd = random_crowd(count, static_cast<unsigned>(count));
        const Image image = crowd.painted(size, 1);
        CHECK(crowd.painted(size, 2).rgba == image.rgba);
        std::vector<Asked> wanted;
        for (int row = 0; row < size.height; ++row)
            for (int column = 0; column < size.width; ++column)
                wanted.push_back(ask_plainly(crowd, size, column, row));
        const double greatest =
            std::max_element(wanted.begin(), wanted.end(), [](const Asked& a, const Asked& b) {
                return a.gap < b.gap;
            })->gap;
        int farthest = 0;
        for (std::size_t p = 0; p < wanted.size(); ++p) {
            if (std::abs(wanted[p].lead - 0.15) < 1e-5) continue;
            const double share = 0.45 * wanted[p].gap / greatest;
            const Colour colour = thinned(three[static_cast<std::size_t>(wanted[p].leader)], share);
            const Colour painted =
                pixel(image, static_cast<int>(p) % size.width, static_cast<int>(p) / size.width);
            farthest = std::max(farthest, farthest_channel(painted, colour));
        }
        CHECK(farthest <= 1);
    }
}

TEST_CASE("all samples in one place, and samples that have no vote", "[projection]") {
    Crowd crowd;
    crowd.add({8.5F, 8.5F}, 1, 1, 100000);
    CHECK(pixel(crowd.painted({200, 160}), 106, 85) == thinned(green, 0.45));
    // So many that not all are looked at: two of three are of the first class, in turns.
    Crowd many;
    for (int i = 0; i < 3000; ++i) many.add({8.5F, 8.5F}, i % 3 == 0 ? 1 : 0, 1);
    const Image some = many.painted();
    CHECK(pixel(some, 8, 8) == thinned(red, 0.45));
    const float nan = std::numeric_limits<float>::quiet_NaN();
    Crowd odd;
    odd.add({nan, 8}, 0, 1);
    odd.add({8, std::numeric_limits<float>::infinity()}, 0, 1);
    odd.add({8, 8}, 3, 1);
    odd.add({8, 8}, -1, 1);
    odd.add({8, 8}, 0, nan);
    odd.add({8, 8}, 0, 0);
    odd.add({17, 8}, 0, 1);
    CHECK(is_all_white(odd.painted()));
    odd.add({16, 16}, 0, 1);
    CHECK(pixel(odd.painted(), 15, 15) == thinned(red, 0.45));
    CHECK(is_all_white(Crowd().painted()));
    CHECK(odd.painted({1, 1}).size == Size{1, 1});
    Crowd silent = odd;
    silent.confidence.clear();
    CHECK(pixel(silent.painted(), 8, 8) == thinned(red, 0.45));
}

TEST_CASE("planes are found where heads fit, and misfits are named", "[projection]") {
    // Logits of the first epoch are (x, 1 - x), those of the second a parabola.
    const std::vector<std::vector<float>> embeddings{{0, 0, 1, 0, 2, 0, 3, 1},
                                                     {0, 0, 1, 0, 2, 0, 3, 1}};
    const std::vector<std::vector<float>> logits{{0, 1, 1, 0, 2, -1, 3, -2},
                                                 {4, 0, 1, 0, 1, 0, 4, 0}};
    const Recording recording = recording_of(embeddings, 2, logits);
    const PlaneMap map = plane_map_of(std::vector{LinearMap{{0, 0}, {{{1, 0}, {0, 1}}}, {}}});
    const HeadsFound found = find_heads(recording);
    const PlaneMap known = map.with_heads(found.heads);
    REQUIRE(known.logits().size() == 2);
    const std::vector<LogitPlane>& planes = known.logits(0).planes;
    REQUIRE(planes.size() == 2);
    CHECK(planes[0].at_origin == Approx(0).margin(1e-5));
    CHECK(planes[0].per_x == Approx(1));
    CHECK(planes[1].at_origin == Approx(1));
    CHECK(planes[1].per_x == Approx(-1));
    CHECK_FALSE(known.has_logits(1));
    REQUIRE(found.warnings.size() == 1);
    CHECK_THAT(found.warnings[0], contains("at 1 of 2 epochs no linear head"));
    CHECK_FALSE(PlaneMap().with_heads(found.heads).has_logits(0));
    const Recording without = recording_of(embeddings, 2);
    CHECK_FALSE(map.with_heads(find_heads(without).heads).has_logits(0));
    // Epochs whose head is unknown keep the logits they have.
    CHECK(known.with_heads(find_heads(without).heads).logits(0) == known.logits(0));
    CHECK(find_heads(without).warnings.empty());
}

TEST_CASE("a landscape is by planes where they are known, else by points", "[projection]") {
    std::vector<EpochColumns> epochs(3);
    for (std::size_t e = 0; e < 3; ++e) {
        epochs[e].number = static_cast<std::int64_t>(e);
        epochs[e].positions = {{-4, 0}, {4, 0}};
        if (e < 2) epochs[e].predictions = {1, 0};
    }
    const EpochSeries series = make_series({{"a", "b"}, {}}, {0, 1}, std::move(epochs));
    const auto landscape =
        make_landscape(series, PlaneMap({}, {{.planes = {{0, 1, 0}, {0, -1, 0}}}, {}, {}}));
    CHECK(landscape->has(0));
    CHECK_FALSE(landscape->is_from_points(0));
    CHECK(landscape->has(1));
    CHECK(landscape->is_from_points(1));
    CHECK_FALSE(landscape->has(2));
    // So large that epochs go by quickly, which points take longer for.
    CHECK(live_size(*landscape, 1).width > live_size(*landscape, 2).width);
    const auto pictures = backgrounds_of(landscape, {red, green}, Size{16, 16});
    CHECK(pictures->orientation().origin == Origin::lower);
    CHECK_FALSE(pictures->has(2));
    CHECK(pictures->file(0).empty());
    // By planes red is to the right; by points green is to the left and red to the right.
    CHECK(pixel(pictures->load(0), 15, 0) == thinned(red, 0.45));
    CHECK(pixel(pictures->load(0), 0, 0) == thinned(green, 0.45));
    CHECK(pixel(pictures->load(1), 4, 8) == thinned(green, 0.45));
    CHECK(pixel(pictures->load(1), 0, 0) == white);
}

TEST_CASE("the landscape of a recorded run has its samples' predictions", "[projection]") {
    const RecordedRun run = open_recording(test_data("digits-recording"));
    const std::vector<LinearMap> maps = pca(run.recording);
    const HeadsFound found = find_heads(run.recording);
    CHECK(found.warnings.empty());
    const PlaneMap map = plane_map_of(maps).with_heads(found.heads);
    REQUIRE(map.logits(5).planes.size() == 10);
    // The head at the embedding that a place stands for.
    const Point place{1.5F, -2};
    const std::vector<double> x = maps[0].embedding_of(place);
    const LinearHead& head = *run.recording.epoch(5).head;
    for (std::size_t c = 0; c < 10; ++c) {
        double logit = head.bias[c];
        for (std::size_t d = 0; d < x.size(); ++d) logit += double{head.weight.row(c)[d]} * x[d];
        CHECK(map.logits(5).planes[c].at(place) == Approx(logit).margin(1e-9));
    }
}
