#include "support/catch.h"

#include <epochscope/render/curve_line.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using namespace epochscope;

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
using Numbers = std::vector<double>;

std::vector<double> ys(const std::vector<LineVertex>& line) {
    std::vector<double> result;
    for (const LineVertex& vertex : line) result.push_back(vertex.y);
    return result;
}

}  // namespace

TEST_CASE("smoothing is not drawn towards 0 at the beginning", "[render]") {
    CHECK(smoothed(Numbers{3, 5, 1}, 0) == Numbers{3, 5, 1});
    // s = 1.5, 3.25, 2.125 over 1 - 1/2, 1 - 1/4, 1 - 1/8.
    const Numbers half = smoothed(Numbers{3, 5, 1}, 0.5);
    CHECK(half[0] == Approx(3));
    CHECK(half[1] == Approx(3.25 / 0.75));
    CHECK(half[2] == Approx(2.125 / 0.875));
    const Numbers same = smoothed(Numbers(1000, 7), 0.99);
    for (const double value : same) CHECK(value == Approx(7));
    const Numbers gap = smoothed(Numbers{3, none, HUGE_VAL, 5}, 0.5);
    CHECK(std::isnan(gap[1]));
    CHECK(std::isinf(gap[2]));
    CHECK(gap[3] == Approx(3.25 / 0.75));
}

TEST_CASE("logarithms are of what is above 0", "[render]") {
    const Numbers logs = logarithms(Numbers{100, 0.1, 0, -1, none});
    CHECK(logs[0] == Approx(2));
    CHECK(logs[1] == Approx(-1));
    for (std::size_t i = 2; i < 5; ++i) CHECK(std::isnan(logs[i]));
}

TEST_CASE("of a column the first, least, greatest and last point stay", "[render]") {
    const Numbers x{0, 0.1, 0.2, 0.3, 0.4, 1.5};
    const Numbers y{2, 9, 3, 1, 4, 5};
    const auto line = thinned(x, y, 0, 2, 2);
    CHECK(ys(line) == Numbers{2, 9, 1, 4, 5});
    CHECK(line[1].x == 0.1);
    CHECK(line[0].begins);
    CHECK(std::count_if(line.begin(), line.end(), [](auto& v) { return v.begins; }) == 1);
    // The end belongs to the last column.
    CHECK(ys(thinned(Numbers{0, 1, 2}, Numbers{5, 6, 7}, 0, 2, 1)) == Numbers{5, 7});
}

TEST_CASE("lines are interrupted where there is no number", "[render]") {
    const auto line = thinned(Numbers{0, 1, 2, 3}, Numbers{1, none, 2, 3}, 0, 3, 100);
    CHECK(ys(line) == Numbers{1, 2, 3});
    CHECK(line[0].begins);
    CHECK(line[1].begins);
    CHECK_FALSE(line[2].begins);
    CHECK(ys(thinned(Numbers{0, none, 2}, Numbers{1, 2, 3}, 0, 3, 100)) == Numbers{1, 3});
    CHECK(thinned({}, {}, 0, 1, 10).empty());
    CHECK(thinned(Numbers{0, 1}, Numbers{none, HUGE_VAL}, 0, 1, 10).empty());
}

TEST_CASE("what lies outside is left out but for its nearest points", "[render]") {
    const Numbers x{-3, -2, -1, 0, 1, 2, 3, 4};
    const Numbers y{1, 2, 3, 4, 5, 6, 7, 8};
    CHECK(ys(thinned(x, y, 0, 2, 50)) == Numbers{3, 4, 5, 6, 7});
    CHECK(ys(thinned(x, y, 10, 20, 50)) == Numbers{8});
    // A stretch of no length is one column.
    CHECK(ys(thinned(Numbers{1, 1, 1}, Numbers{3, 1, 2}, 1, 1, 10)) == Numbers{3, 1, 2});
}

TEST_CASE("a thinned line fills the same pixels of each column", "[render]") {
    std::mt19937_64 random(7);
    std::normal_distribution<> normal;
    constexpr std::size_t columns = 37;
    Numbers x;
    Numbers y;
    for (std::size_t i = 0; i < 20'000; ++i) {
        x.push_back(static_cast<double>(i) / 100);
        y.push_back(normal(random));
    }
    const auto line = thinned(x, y, 0, 200, columns);
    CHECK(line.size() <= 4 * columns);
    for (std::size_t c = 0; c < columns; ++c) {
        const auto is_in = [&](double place) {
            return std::min<std::size_t>(static_cast<std::size_t>(place * columns / 200),
                                         columns - 1) == c;
        };
        double min = HUGE_VAL;
        double max = -HUGE_VAL;
        for (std::size_t i = 0; i < x.size(); ++i) {
            if (!is_in(x[i])) continue;
            min = std::min(min, y[i]);
            max = std::max(max, y[i]);
        }
        double min_seen = HUGE_VAL;
        double max_seen = -HUGE_VAL;
        for (const LineVertex& vertex : line) {
            if (!is_in(vertex.x)) continue;
            min_seen = std::min(min_seen, vertex.y);
            max_seen = std::max(max_seen, vertex.y);
        }
        CHECK(min_seen == min);
        CHECK(max_seen == max);
    }
}
