#include "support/catch.h"

#include <epochscope/analysis/rank_test.h>

#include <cmath>
#include <limits>
#include <vector>

using namespace epochscope;

namespace {

/// (step i + start) mod `period` for i = 0..count - 1, so with many ties.
std::vector<double> values_of(int count, int step, int period, double start) {
    std::vector<double> values;
    for (int i = 0; i < count; ++i) values.push_back(i * step % period + start);
    return values;
}

}  // namespace

// The expected values are those of scipy 1.10, mannwhitneyu(method="asymptotic").
TEST_CASE("a rank test is scipy's", "[analysis]") {
    const auto few = mann_whitney(std::vector<double>{1, 2, 3}, std::vector<double>{4, 5});
    REQUIRE(few);
    CHECK(few->u == 0);
    CHECK(few->p == Approx(0.14891467317876572).margin(1e-12));
    CHECK(few->effect == -1);

    const auto alike = mann_whitney(values_of(25, 7, 11, 0), values_of(31, 5, 13, 0));
    REQUIRE(alike);
    CHECK(alike->u == 328);
    CHECK(alike->p == Approx(0.3291659869507648).margin(1e-12));

    const auto other = mann_whitney(values_of(200, 7, 11, 0), values_of(150, 5, 13, 2));
    REQUIRE(other);
    CHECK(other->u == 8524);
    CHECK(other->p == Approx(4.111803329757865e-12).epsilon(1e-9));
    CHECK(other->effect == Approx(-0.4317333333333333));
}

TEST_CASE("a rank test takes equal values and none", "[analysis]") {
    const auto equal = mann_whitney(std::vector<double>{1, 1}, std::vector<double>{1, 1, 1});
    REQUIRE(equal);
    CHECK(equal->u == 3);
    CHECK(equal->p == 1);
    CHECK(equal->effect == 0);
    const double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK_FALSE(mann_whitney(std::vector<double>{nan}, std::vector<double>{1}));
    const auto with_nan =
        mann_whitney(std::vector<double>{1, nan, 2, 3}, std::vector<double>{4, 5, nan});
    REQUIRE(with_nan);
    CHECK(with_nan->u == 0);
}

TEST_CASE("a rank test the other way round has the other effect", "[analysis]") {
    const std::vector<double> a = values_of(40, 7, 11, 0);
    const std::vector<double> b = values_of(30, 3, 8, 1);
    const auto there = mann_whitney(a, b);
    const auto back = mann_whitney(b, a);
    REQUIRE((there && back));
    CHECK(there->u + back->u == 1200);
    CHECK(there->p == Approx(back->p));
    CHECK(there->effect == Approx(-back->effect));
}
