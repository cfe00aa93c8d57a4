#include "projection/place_learning.h"

#include "projection/run.h"
#include "support/catch.h"

#include <epochscope/compute/known_maps.h>

#include <cmath>
#include <limits>
#include <random>
#include <stop_token>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

/// Samples on a plane in five dimensions, with places on it that are stretched, turned and moved,
/// and two classes on either side of the first axis.
struct Flat {
    std::vector<float> rows;
    std::vector<Point> places;
    std::vector<float> logits;

    explicit Flat(std::size_t count, unsigned seed) {
        std::mt19937 random(seed);
        std::uniform_real_distribution<float> uniform(-1, 1);
        for (std::size_t i = 0; i < count; ++i) {
            const float u = uniform(random);
            const float v = uniform(random);
            rows.insert(rows.end(), {3 * u, u - v, 2 * v, 0, u + v});
            places.push_back({100 + 40 * v, 20 - 30 * u});
            logits.insert(logits.end(), {6 * u, -6 * u});
        }
    }
};

double root_mean_square(const std::vector<Point>& a, const std::vector<Point>& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        sum += std::pow(double{a[i].x} - double{b[i].x}, 2) +
               std::pow(double{a[i].y} - double{b[i].y}, 2);
    return std::sqrt(sum / static_cast<double>(a.size()));
}

}  // namespace

TEST_CASE("maps learned of places lead there and back, for samples never seen as well") {
    const Flat seen(400, 1);
    const Flat others(100, 2);
    const Recording recording = recording_of({seen.rows}, 5, {seen.logits});
    const Table rows{seen.rows, 5};
    const PlaceLearning options{.width = 32, .passes = 30};
    const auto maps = learn_places(recording, {&rows, 1}, {&seen.places, 1}, options, {});
    REQUIRE(maps.size() == 1);
    CHECK_NOTHROW(check(maps[0]));
    // Places lie within 80 by 60.
    CHECK(root_mean_square(places_by(maps[0], {others.rows, 5}), others.places) < 3);

    const std::vector<float> back = embeddings_by(maps[0], others.places);
    double off = 0;
    std::size_t decided_alike = 0;
    for (std::size_t i = 0; i < 100; ++i) {
        for (std::size_t d = 0; d < 5; ++d)
            off += std::pow(double{back[5 * i + d]} - double{others.rows[5 * i + d]}, 2) / 500;
        decided_alike += (back[5 * i] > 0) == (others.rows[5 * i] > 0) ? 1 : 0;
    }
    CHECK(std::sqrt(off) < 0.1);
    CHECK(decided_alike >= 97);
}

TEST_CASE("maps learned of places are the same for any number of threads, and stop when asked") {
    const Flat seen(60, 3);
    const Recording recording = recording_of({seen.rows, seen.rows, seen.rows}, 5);
    const std::vector<Table> rows(3, Table{seen.rows, 5});
    const std::vector<std::vector<Point>> places(3, seen.places);
    PlaceLearning options{.width = 16, .passes = 3, .threads = 1};
    const auto one = learn_places(recording, rows, places, options, {});
    options.threads = 2;
    CHECK(learn_places(recording, rows, places, options, {}) == one);
    options.seed = 5;
    CHECK_FALSE(learn_places(recording, rows, places, options, {}) == one);

    std::stop_source stop;
    stop.request_stop();
    CHECK_THROWS_AS(
        learn_places(recording, rows, places, options, {.progress = {}, .stop = stop.get_token()}),
        Cancelled);
}

TEST_CASE("maps are learned of one place and of nothing that varies") {
    const std::vector<float> same(20, 3);
    const std::vector<Point> one(4, {7, 7});
    const Recording recording = recording_of({same}, 5);
    const Table rows{same, 5};
    const auto maps =
        learn_places(recording, {&rows, 1}, {&one, 1}, {.width = 8, .passes = 20}, {});
    CHECK_NOTHROW(check(maps[0]));
    CHECK(places_by(maps[0], rows)[0].x == Approx(7).margin(1));
}

TEST_CASE("learning maps of places tells each pass, and stops in the midst of it") {
    const Flat seen(60, 3);
    const Recording recording = recording_of({seen.rows, seen.rows}, 5);
    const std::vector<Table> rows(2, Table{seen.rows, 5});
    const std::vector<std::vector<Point>> places(2, seen.places);
    const PlaceLearning options{.width = 8, .passes = 4, .threads = 2};
    std::vector<double> shares;
    learn_places(recording, rows, places, options,
                 {.progress = [&](double share) { shares.push_back(share); }, .stop = {}});
    // Four passes of two networks of two epochs, and the end.
    REQUIRE(shares.size() == 17);
    for (std::size_t i = 0; i < 16; ++i)
        CHECK(shares[i] == Approx(static_cast<double>(i + 1) / 16));

    std::stop_source stop;
    std::size_t told = 0;
    const Job halfway{.progress =
                          [&](double share) {
                              ++told;
                              if (share >= 0.5) stop.request_stop();
                          },
                      .stop = stop.get_token()};
    CHECK_THROWS_AS(learn_places(recording, rows, places, options, halfway), Cancelled);
    CHECK(told == 8);
}

TEST_CASE("a map of places whose loss is no number is an error that names epoch and pass") {
    std::vector<float> rows(20, 1);
    rows[3] = std::numeric_limits<float>::infinity();
    const Recording recording = recording_of({rows}, 5);
    const Table table{rows, 5};
    const std::vector<Point> places{{0, 0}, {1, 0}, {0, 1}, {1, 1}};
    CHECK_THROWS_WITH(
        learn_places(recording, {&table, 1}, {&places, 1}, {.width = 8, .passes = 2}, {}),
        contains("map of epoch \"1\", pass 1: the loss is no number any more"));
}

TEST_CASE("encoders learn where the boundary between classes belongs") {
    // Two classes that the places hold far apart, though they meet in feature space.
    Flat seen(300, 5);
    for (std::size_t i = 0; i < seen.places.size(); ++i)
        seen.places[i].y += seen.rows[5 * i] > 0 ? -100.0F : 100.0F;
    const Recording recording = recording_of({seen.rows}, 5, {seen.logits});
    const Table rows{seen.rows, 5};
    PlaceLearning options{.width = 32, .passes = 30};
    options.boundary.points = 100;
    const std::vector<float> weight{2, 0, 0, 0, 0, -2, 0, 0, 0, 0};
    const std::vector<float> bias{0, 0};
    // Points that it has not seen.
    BoundaryPlacing others = options.boundary;
    others.seed = 9;
    const PlacedBoundary boundary =
        place_boundary(rows, seen.places, DenseLayer{5, 2, weight, bias}, others, {});
    REQUIRE(boundary.count() == 100);
    const auto off_by = [&](const PlaceLearning& learning) {
        const auto maps = learn_places(recording, {&rows, 1}, {&seen.places, 1}, learning, {});
        return root_mean_square(places_by(maps[0], {boundary.rows, 5}), boundary.places);
    };
    const double with = off_by(options);
    options.boundary.points = 0;
    const double without = off_by(options);
    INFO(with << " with them, " << without << " without");
    CHECK(with < 0.7 * without);
}
