#include "projection/path_stress.h"

#include "support/catch.h"

#include <cmath>
#include <random>
#include <span>
#include <vector>

using namespace epochscope;

namespace {

/// Epochs of samples in one dimension.
struct Line {
    std::vector<std::vector<float>> epochs;

    [[nodiscard]] std::vector<Table> tables() const {
        std::vector<Table> all;
        for (const auto& epoch : epochs) all.push_back({epoch, 1});
        return all;
    }
};

std::vector<Layout> nowhere(std::size_t epochs, std::size_t samples) {
    return {epochs, {std::vector<double>(samples), std::vector<double>(samples)}};
}

std::vector<Layout> scattered(std::size_t epochs, std::size_t samples, unsigned seed) {
    std::mt19937 random(seed);
    std::normal_distribution<double> normal;
    std::vector<Layout> layouts = nowhere(epochs, samples);
    for (Layout& layout : layouts)
        for (std::size_t i = 0; i < samples; ++i) {
            layout.x[i] = normal(random);
            layout.y[i] = normal(random);
        }
    return layouts;
}

Line random_line(std::size_t epochs, std::size_t samples, unsigned seed) {
    std::mt19937 random(seed);
    std::normal_distribution<float> normal;
    Line line;
    for (std::size_t e = 0; e < epochs; ++e) {
        auto& values = line.epochs.emplace_back();
        for (std::size_t i = 0; i < samples; ++i) values.push_back(normal(random));
    }
    return line;
}

double stress_of(PathStress& paths, const std::vector<Layout>& places) {
    std::vector<Layout> gradients = nowhere(places.size(), places.front().size());
    return paths.add_gradient(places, 1, gradients);
}

/// The mean of S by its definition, with the pairs whose distance in time is one of `lags`.
double plain_stress(const Line& line, const std::vector<Layout>& places,
                    const std::vector<std::size_t>& lags) {
    const std::size_t samples = places.front().size();
    std::vector<double> in_features(samples);
    double squares = 0;
    double products = 0;
    const auto each = [&](auto&& work) {
        for (const std::size_t lag : lags)
            for (std::size_t s = 0; s + lag < places.size(); ++s)
                for (std::size_t i = 0; i < samples; ++i)
                    work(i,
                         static_cast<double>(std::abs(line.epochs[s][i] - line.epochs[s + lag][i])),
                         std::hypot(places[s].x[i] - places[s + lag].x[i],
                                    places[s].y[i] - places[s + lag].y[i]));
    };
    each([&](std::size_t i, double moved, double) { in_features[i] += moved * moved; });
    each([&](std::size_t i, double moved, double seen) {
        squares += seen * seen / in_features[i];
        products += seen * moved / in_features[i];
    });
    const double scale = squares / products;
    double stress = 0;
    each([&](std::size_t i, double moved, double seen) {
        stress += (seen / scale - moved) * (seen / scale - moved) / in_features[i];
    });
    return stress / static_cast<double>(samples);
}

}  // namespace

TEST_CASE("paths that are those of feature space at another scale have no stress") {
    const Line line{{{0, 5}, {1, 7}, {3, 4}}};
    PathStress paths(line.tables(), 1, {});
    std::vector<Layout> places = nowhere(3, 2);
    for (std::size_t e = 0; e < 3; ++e)
        for (std::size_t i = 0; i < 2; ++i) {
            // Twice as far, along (0.6, 0.8), and somewhere else.
            const auto at = static_cast<double>(line.epochs[e][i]);
            places[e].x[i] = 1.2 * at - 7;
            places[e].y[i] = 1.6 * at + 3;
        }
    std::vector<Layout> gradients = nowhere(3, 2);
    CHECK(paths.add_gradient(places, 1, gradients) == Approx(0).margin(1e-10));
    CHECK(paths.scale() == Approx(2));
    for (const Layout& gradient : gradients)
        for (std::size_t i = 0; i < 2; ++i) {
            CHECK(gradient.x[i] == Approx(0).margin(1e-6));
            CHECK(gradient.y[i] == Approx(0).margin(1e-6));
        }
}

TEST_CASE("the stress of two steps is what it is by hand") {
    // Both move by 1 in feature space, and by 1 and 3 in the plane: a = (1 + 9) / (1 + 3) = 2.5,
    // S = (1 / 2.5 - 1)^2 = 0.36 and (3 / 2.5 - 1)^2 = 0.04.
    const Line line{{{0, 0}, {1, 1}}};
    PathStress paths(line.tables(), 1, {});
    std::vector<Layout> places = nowhere(2, 2);
    places[1].x = {1, 3};
    std::vector<Layout> gradients = nowhere(2, 2);
    CHECK(paths.add_gradient(places, 10, gradients) == Approx(0.2));
    CHECK(paths.scale() == Approx(2.5));
    // Of 10 times the mean, by x: 10 / 2 times 2 (1 / 2.5 - 1) / 2.5 = -2.4.
    CHECK(gradients[1].x[0] == Approx(-2.4));
    CHECK(gradients[0].x[0] == Approx(2.4));
    CHECK(gradients[1].x[1] == Approx(0.8));
    CHECK(gradients[1].y[0] == 0);
}

TEST_CASE("the gradient of paths is that of differences, and adds to what is there") {
    const Line line = random_line(5, 70, 1);
    PathStress paths(line.tables(), 1, {});
    std::vector<Layout> places = scattered(5, 70, 2);
    std::vector<Layout> gradients = nowhere(5, 70);
    gradients[3].y[66] = 100;
    const double before = paths.add_gradient(places, 7, gradients);
    CHECK(before == Approx(plain_stress(line, places, {1, 2, 3, 4})).epsilon(1e-5));
    constexpr double step = 1e-5;
    const auto slope = [&](double& place) {
        const double at = place;
        place = at + step;
        const double above = plain_stress(line, places, {1, 2, 3, 4});
        place = at - step;
        const double below = plain_stress(line, places, {1, 2, 3, 4});
        place = at;
        return 7 * (above - below) / (2 * step);
    };
    for (const std::size_t e : {0U, 2U, 4U})
        for (const std::size_t i : {0U, 63U, 64U, 69U}) {
            CHECK(gradients[e].x[i] == Approx(slope(places[e].x[i])).epsilon(1e-3).margin(1e-6));
            CHECK(gradients[e].y[i] == Approx(slope(places[e].y[i])).epsilon(1e-3).margin(1e-6));
        }
    CHECK(gradients[3].y[66] == Approx(100 + slope(places[3].y[66])).epsilon(1e-4));
}

TEST_CASE("steps shortened by the curvature lower the stress") {
    const Line line = random_line(8, 30, 3);
    PathStress paths(line.tables(), 1, {});
    std::vector<Layout> places = scattered(8, 30, 4);
    double before = stress_of(paths, places);
    for (int step = 0; step < 20; ++step) {
        std::vector<Layout> gradients = nowhere(8, 30);
        paths.add_gradient(places, 1, gradients);
        for (std::size_t e = 0; e < 8; ++e)
            for (std::size_t i = 0; i < 30; ++i) {
                places[e].x[i] -= gradients[e].x[i] / paths.curvature()[i];
                places[e].y[i] -= gradients[e].y[i] / paths.curvature()[i];
            }
        const double after = stress_of(paths, places);
        CHECK(after < before);
        before = after;
    }
}

TEST_CASE("long runs look at some distances in time") {
    const Line line = random_line(70, 3, 5);
    PathStress paths(line.tables(), 1, {});
    const std::vector<Layout> places = scattered(70, 3, 6);
    CHECK(stress_of(paths, places) ==
          Approx(plain_stress(line, places,
                              {1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 18, 22, 27, 33, 41, 51, 63}))
              .epsilon(1e-5));
}

TEST_CASE("samples that never move are held, and one epoch has no paths") {
    const Line still{{{1, 0}, {1, 9}}};
    PathStress paths(still.tables(), 1, {});
    std::vector<Layout> places = nowhere(2, 2);
    places[1].x = {0.5, 3};
    std::vector<Layout> gradients = nowhere(2, 2);
    CHECK(std::isfinite(paths.add_gradient(places, 1, gradients)));
    CHECK(gradients[1].x[0] > 0);

    const Line dead{{{1, 0}, {1, 0}}};
    PathStress nothing(dead.tables(), 1, {});
    CHECK(std::isfinite(stress_of(nothing, places)));
    CHECK(stress_of(nothing, nowhere(2, 2)) == Approx(0).margin(1e-6));

    const Line one{{{1, 0}}};
    PathStress none(one.tables(), 1, {});
    CHECK(stress_of(none, nowhere(1, 2)) == 0);
}

TEST_CASE("paths are the same for any number of threads") {
    const Line line = random_line(6, 200, 7);
    const std::vector<Layout> places = scattered(6, 200, 8);
    std::vector<std::vector<Layout>> found;
    std::vector<double> stresses;
    for (const int threads : {1, 2}) {
        PathStress paths(line.tables(), threads, {});
        stresses.push_back(paths.add_gradient(places, 3, found.emplace_back(nowhere(6, 200))));
    }
    CHECK(stresses[0] == stresses[1]);
    for (std::size_t e = 0; e < 6; ++e) {
        CHECK(found[0][e].x == found[1][e].x);
        CHECK(found[0][e].y == found[1][e].y);
    }
}

TEST_CASE("a path that goes on is at rest where it adds what feature space adds") {
    // The second sample moves by 3; the greatest extent is that of -1 and 4: 2.5. So it is to move
    // by 0.9 * 2 / 2.5 * 2.5 (3 / 2.5)^1.5 = 2.3662 in the plane, and the first not at all.
    const Line line{{{-1, 1}, {-1, 4}}};
    std::vector<Layout> places = nowhere(2, 2);
    places[0].x = {-2, 2};
    PathStress paths(line.tables(), std::span(places).first(1), 1, {});
    CHECK(paths.scale() == Approx(0.72));
    places[1].x = {-2, 2 + 2.36618};
    CHECK(stress_of(paths, places) == Approx(0).margin(1e-5));
    // Half the way: S is a quarter, of one of two.
    places[1].x[1] = 2 + 2.36618 / 2;
    std::vector<Layout> gradients = nowhere(2, 2);
    CHECK(paths.add_gradient(places, 1, gradients) == Approx(0.125));
    CHECK(gradients[1].x[1] == Approx(-0.5 / 2.36618));
    CHECK(gradients[1].x[0] == Approx(0).margin(1e-9));
}

TEST_CASE("a path that goes on is not pulled back to where the past was wrong") {
    const Line line{{{-1, 1}, {-1, 1}, {-1, 1}}};
    std::vector<Layout> places = nowhere(3, 2);
    places[0].x = {-2, 2};
    places[1].x = {-2, 5};
    PathStress paths(line.tables(), std::span(places).first(2), 1, {});
    places[2].x = {-2, 5};
    CHECK(stress_of(paths, places) == Approx(0).margin(1e-8));
    places[2].x = {-2, 2};
    CHECK(stress_of(paths, places) > 1);
}
