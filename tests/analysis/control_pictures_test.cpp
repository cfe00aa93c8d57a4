#include "support/catch.h"

#include <epochscope/analysis/control_pictures.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

using namespace epochscope;

TEST_CASE("random places are of a normal distribution, anew at each epoch", "[controls]") {
    const auto places = random_positions(20'000, 2, 7);
    REQUIRE(places.size() == 2);
    CHECK(places[0] != places[1]);
    double sum = 0;
    double squares = 0;
    double together = 0;
    for (const Point place : places[0]) {
        sum += place.x;
        squares += double{place.x} * place.x + double{place.y} * place.y;
        together += double{place.x} * place.y;
    }
    // Five standard errors and more.
    CHECK(sum / 20'000 == Approx(0).margin(0.04));
    CHECK(squares / 40'000 == Approx(1).margin(0.04));
    CHECK(together / 20'000 == Approx(0).margin(0.04));
    CHECK(random_positions(20'000, 2, 7) == places);
    CHECK(random_positions(20'000, 2, 8) != places);
}

TEST_CASE("a random walk steps as far as it is told, in all directions", "[controls]") {
    const std::vector<double> steps{3, 0, 0.5};
    const auto places = random_walk(2000, steps, 1);
    REQUIRE(places.size() == 4);
    for (std::size_t e = 0; e < steps.size(); ++e) {
        double x = 0;
        for (std::size_t i = 0; i < 2000; ++i) {
            const double dx = double{places[e + 1][i].x} - places[e][i].x;
            const double dy = double{places[e + 1][i].y} - places[e][i].y;
            REQUIRE(std::hypot(dx, dy) == Approx(steps[e]).margin(1e-5));
            x += dx;
        }
        CHECK(x / 2000 == Approx(0).margin(steps[e] / 8));
    }
    CHECK(random_walk(5, {}, 1).size() == 1);
}

TEST_CASE("no epoch stays when epochs are shuffled", "[controls]") {
    for (const std::size_t count : {2U, 3U, 20U}) {
        std::vector<std::size_t> order = shuffled_epochs(count, 5);
        for (std::size_t e = 0; e < count; ++e) CHECK(order[e] != e);
        std::sort(order.begin(), order.end());
        for (std::size_t e = 0; e < count; ++e) CHECK(order[e] == e);
    }
    CHECK(shuffled_epochs(1, 5) == std::vector<std::size_t>{0});
    CHECK(shuffled_epochs(0, 5).empty());
}
