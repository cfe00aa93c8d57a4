#include "analysis/faithfulness/ranks.h"

#include "support/catch.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>
#include <vector>

using namespace epochscope;

namespace {

using Doubles = std::vector<double>;
using Ranks = std::vector<std::int32_t>;

std::optional<double> tau_of(const Doubles& a, const Doubles& b) {
    return kendall(double_ranks(a), double_ranks(b));
}
std::optional<double> rho_of(const Doubles& a, const Doubles& b) {
    return spearman(double_ranks(a), double_ranks(b));
}

}  // namespace

TEST_CASE("equal values share the mean of their ranks", "[faithfulness]") {
    CHECK(double_ranks(Doubles{3, 1, 1, 2}) == Ranks{8, 3, 3, 6});
    CHECK(double_ranks(Doubles{5, 5, 5}) == Ranks{4, 4, 4});
    CHECK(double_ranks(Doubles{}).empty());
    // Many are sorted, few are counted: the same of both.
    std::mt19937 random(1);
    Doubles many(200);
    for (double& value : many) value = static_cast<double>(random() % 50);
    const Ranks ranks = double_ranks(many);
    for (std::size_t i = 0; i < many.size(); ++i) {
        std::int32_t expected = 1;
        for (const double other : many) expected += other < many[i] ? 2 : other == many[i] ? 1 : 0;
        CHECK(ranks[i] == expected);
    }
}

TEST_CASE("rank correlations worked out by hand", "[faithfulness]") {
    // Five pairs agree, one does not.
    CHECK(tau_of({1, 2, 3, 4}, {1, 3, 2, 4}).value() == Approx(4.0 / 6));
    // 1 - 6 (1 + 1) / (4 (16 - 1)).
    CHECK(rho_of({1, 2, 3, 4}, {1, 3, 2, 4}).value() == Approx(0.8));
    CHECK(tau_of({1, 2, 3}, {9, 5, 1}).value() == -1);
    CHECK(rho_of({1, 2, 3}, {9, 5, 1}).value() == -1);
    // Of three pairs one is tied in a, none in b: 2 / sqrt(2 x 3). Ranks 1.5, 1.5, 3 and 1, 2, 3:
    // 1.5 / sqrt(1.5 x 2).
    CHECK(tau_of({1, 1, 2}, {1, 2, 3}).value() == Approx(2 / std::sqrt(6.0)));
    CHECK(rho_of({1, 1, 2}, {1, 2, 3}).value() == Approx(1.5 / std::sqrt(3.0)));
    CHECK(tau_of({1, 1, 2}, {1, 1, 2}).value() == 1);
    CHECK(pearson(Doubles{1, 2, 3}, Doubles{2, 1, 3}).value() == Approx(0.5));
    CHECK(pearson(Doubles{0, 1, 1}, Doubles{5, 3, 3}).value() == Approx(-1));
}

TEST_CASE("a correlation with what never differs is not defined", "[faithfulness]") {
    CHECK_FALSE(tau_of({1, 2, 3}, {4, 4, 4}));
    CHECK_FALSE(tau_of({4, 4, 4}, {1, 2, 3}));
    CHECK_FALSE(rho_of({1, 2, 3}, {4, 4, 4}));
    CHECK_FALSE(pearson(Doubles{0.1, 0.1, 0.1}, Doubles{1, 2, 3}));
    CHECK_FALSE(tau_of({1}, {1}));
    CHECK_FALSE(rho_of({}, {}));
}
