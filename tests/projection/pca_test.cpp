#include "projection/run.h"
#include "support/catch.h"
#include "support/data.h"

#include <epochscope/compute/principal_components.h>
#include <epochscope/io/recording.h>
#include <epochscope/model/error.h>
#include <epochscope/projection/pca.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <stop_token>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

/// Samples of `dimension` numbers that vary most in the first dimensions, an epoch.
std::vector<float> cloud(std::size_t samples, std::size_t dimension, unsigned seed) {
    std::mt19937 random(seed);
    std::vector<float> values(samples * dimension);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto d = static_cast<double>(i % dimension);
        const double unit = static_cast<double>(random()) / 4294967296.0 - 0.5;
        values[i] = static_cast<float>(unit * std::pow(0.6, std::min(d, 20.0)) + 3);
    }
    return values;
}

double dot(const std::vector<double>& a, const std::vector<double>& b) {
    double sum = 0;
    for (std::size_t d = 0; d < a.size(); ++d) sum += a[d] * b[d];
    return sum;
}

}  // namespace

TEST_CASE("pca of a cross that is worked out by hand", "[projection]") {
    // Around (5, 7, 1): +-2 along (0.6, 0.8, 0), +-1 along z, and nothing along (0.8, -0.6, 0).
    // Variances: 2 * 4 / 4 = 2 and 2 * 1 / 4 = 0.5.
    const std::vector<float> cross{5 + 1.2F, 7 + 1.6F, 1, 5 - 1.2F, 7 - 1.6F, 1, 5, 7, 2, 5, 7, 0};
    const std::vector<LinearMap> maps = pca(recording_of({cross}, 3));
    REQUIRE(maps.size() == 1);
    const LinearMap& map = maps[0];
    CHECK(map.mean[0] == Approx(5));
    CHECK(map.mean[1] == Approx(7));
    CHECK(map.mean[2] == Approx(1));
    // Signs: the greatest coefficient is positive.
    CHECK(map.axes[0][0] == Approx(0.6));
    CHECK(map.axes[0][1] == Approx(0.8));
    CHECK(map.axes[0][2] == Approx(0).margin(1e-6));
    CHECK(map.axes[1][2] == Approx(1));
    CHECK(map.explained[0] == Approx(0.8));
    CHECK(map.explained[1] == Approx(0.2));
    const Point place = map.place(std::span(cross).subspan(3, 3));
    CHECK(place.x == Approx(-2));
    CHECK(place.y == Approx(0).margin(1e-6));
    // The way back, from a place of no sample.
    const std::vector<double> there = map.embedding_of({1, -3});
    CHECK(there[0] == Approx(5.6));
    CHECK(there[1] == Approx(7.8));
    CHECK(there[2] == Approx(-2));
}

TEST_CASE("pca takes all epochs together, each with its own mean in theirs", "[projection]") {
    // Two epochs of two samples: all variance along the diagonal from one epoch to the other is in
    // the same basis.
    const std::vector<LinearMap> maps = pca(recording_of({{0, 0, 2, 0}, {0, 10, 2, 10}}, 2));
    REQUIRE(maps.size() == 1);
    CHECK(maps[0].mean == std::vector<double>{1, 5});
    CHECK(maps[0].axes[0][1] == Approx(1));
    CHECK(maps[0].axes[1][0] == Approx(1));
    CHECK(maps[0].explained[0] == Approx(25.0 / 26));
}

TEST_CASE("pca is the same for any number of threads, and for samples in any order",
          "[projection]") {
    const std::size_t dimension = 7;
    std::vector<float> rows = cloud(3000, dimension, 1);
    const auto map_with = [&](int threads) {
        return pca(recording_of({rows, cloud(3000, dimension, 2)}, dimension),
                   {.per_epoch = false, .threads = threads})[0];
    };
    const LinearMap one = map_with(1);
    const LinearMap many = map_with(4);
    CHECK(one.mean == many.mean);
    CHECK(one.axes == many.axes);
    CHECK(dot(one.axes[0], one.axes[0]) == Approx(1));
    CHECK(dot(one.axes[0], one.axes[1]) == Approx(0).margin(1e-12));
    std::vector<float> reversed;
    for (std::size_t i = rows.size() / dimension; i-- > 0;)
        reversed.insert(reversed.end(), rows.begin() + static_cast<std::ptrdiff_t>(i * dimension),
                        rows.begin() + static_cast<std::ptrdiff_t>((i + 1) * dimension));
    rows = reversed;
    const LinearMap other = map_with(1);
    for (std::size_t d = 0; d < dimension; ++d) CHECK(other.axes[0][d] == Approx(one.axes[0][d]));
}

TEST_CASE("beyond the exact dimension pca comes to the same", "[projection]") {
    // The same samples with many dimensions that are zero, which change nothing.
    const std::size_t samples = 400;
    const std::size_t wide = pca_exact_dimension + 1;
    const std::vector<float> narrow_rows = cloud(samples, 20, 3);
    std::vector<float> wide_rows(samples * wide);
    for (std::size_t i = 0; i < samples; ++i)
        std::copy_n(narrow_rows.begin() + static_cast<std::ptrdiff_t>(20 * i), 20,
                    wide_rows.begin() + static_cast<std::ptrdiff_t>(wide * i));
    const LinearMap exact = pca(recording_of({narrow_rows}, 20))[0];
    const LinearMap iterated = pca(recording_of({wide_rows}, wide))[0];
    for (std::size_t axis = 0; axis < 2; ++axis) {
        for (std::size_t d = 0; d < 20; ++d)
            CHECK(iterated.axes[axis][d] == Approx(exact.axes[axis][d]).margin(1e-6));
        CHECK(iterated.explained[axis] == Approx(exact.explained[axis]));
    }
}

TEST_CASE("a basis an epoch is turned to lie as the epoch before", "[projection]") {
    // The second epoch is the first, turned and mirrored in feature space: nothing moved.
    const std::vector<float> first{3, 0, -3, 0, 0.5F, 2, 0, -2, 1, 1};
    std::vector<float> second;
    for (std::size_t i = 0; i < first.size(); i += 2) {
        second.push_back(0.6F * first[i] + 0.8F * first[i + 1] + 40);
        second.push_back(0.8F * first[i] - 0.6F * first[i + 1] - 7);
    }
    const std::vector<LinearMap> maps =
        pca(recording_of({first, second}, 2), {.per_epoch = true, .threads = 1});
    REQUIRE(maps.size() == 2);
    for (std::size_t i = 0; i < first.size(); i += 2) {
        const Point before = maps[0].place(std::span(first).subspan(i, 2));
        const Point after = maps[1].place(std::span(second).subspan(i, 2));
        CHECK(after.x == Approx(before.x).margin(1e-4));
        CHECK(after.y == Approx(before.y).margin(1e-4));
    }
    CHECK(maps[1].explained[0] + maps[1].explained[1] == Approx(1));
}

TEST_CASE("pca of what hardly varies", "[projection]") {
    SECTION("one dimension") {
        const std::vector<float> line{1, 2, 6};
        const LinearMap map = pca(recording_of({line}, 1))[0];
        CHECK(map.axes[0] == std::vector<double>{1});
        CHECK(map.axes[1] == std::vector<double>{0});
        CHECK(map.place(std::span(line).subspan(2, 1)) == Point{3, 0});
        CHECK(map.explained[0] == Approx(1));
    }
    SECTION("constant features") {
        const LinearMap map = pca(recording_of({{4, 4, 4, 4}}, 2))[0];
        CHECK(map.place(std::vector<float>{4, 4}) == Point{0, 0});
        CHECK(map.explained == std::array<double, 2>{0, 0});
        CHECK(dot(map.axes[0], map.axes[1]) == Approx(0).margin(1e-12));
    }
    SECTION("one sample, one epoch, both ways") {
        for (const bool per_epoch : {false, true}) {
            const LinearMap map =
                pca(recording_of({{1, 2, 3}}, 3), {.per_epoch = per_epoch, .threads = 1})[0];
            CHECK(map.place(std::vector<float>{1, 2, 3}) == Point{0, 0});
        }
    }
}

TEST_CASE("pca refuses what is not finite, and stops when asked", "[projection]") {
    const float nan = std::numeric_limits<float>::quiet_NaN();
    CHECK_THROWS_WITH(pca(recording_of({{1, 2}, {1, nan}}, 1)),
                      contains("epoch \"2\": embeddings[1] holds nan"));
    std::stop_source stop;
    stop.request_stop();
    CHECK_THROWS_AS(pca(recording_of({{1, 2}}, 1), {}, {.progress = {}, .stop = stop.get_token()}),
                    Cancelled);
    double last = 0;
    bool rises = true;
    pca(recording_of({{1, 2}, {3, 5}}, 1), {.per_epoch = true, .threads = 1},
        {.progress =
             [&](double share) {
                 rises = rises && share >= last;
                 last = share;
             },
         .stop = {}});
    CHECK(rises);
    CHECK(last == 1);
}

TEST_CASE("pca of the recorded digits shows what scikit-learn's does", "[projection]") {
    const LinearMap map = pca(open_recording(test_data("digits-recording")).recording)[0];
    // sklearn.decomposition.PCA(2).fit(all epochs, one below the other).explained_variance_ratio_
    CHECK(map.explained[0] == Approx(0.21129946).epsilon(1e-6));
    CHECK(map.explained[1] == Approx(0.17429053).epsilon(1e-6));
}
