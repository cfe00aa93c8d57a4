#include "support/catch.h"

#include <epochscope/model/time_left.h>

#include <optional>

using namespace epochscope;

TEST_CASE("the time left goes by the latter half of the time so far") {
    TimeLeft even;
    CHECK(even.at(0, 0) == std::nullopt);
    CHECK(even.at(1, 0.1) == std::nullopt);
    CHECK(*even.at(2, 0.2) == Approx(8));
    CHECK(*even.at(5, 0.5) == Approx(5));
    CHECK(*even.at(10, 1) == Approx(0).margin(1e-9));

    // The first half of the work takes 10 s, the second 40.
    TimeLeft uneven;
    for (int s = 0; s <= 10; ++s) uneven.at(s, s * 0.05);
    for (int s = 11; s < 30; ++s) uneven.at(s, 0.5 + (s - 10) * 0.0125);
    CHECK(*uneven.at(30, 0.75) == Approx(20));
}

TEST_CASE("what was done before it began is no pace, and standing still is none either") {
    TimeLeft resumed;
    CHECK(resumed.at(0, 0.6) == std::nullopt);
    CHECK(*resumed.at(4, 0.7) == Approx(12));
    TimeLeft stuck;
    stuck.at(0, 0.3);
    CHECK(stuck.at(60, 0.3) == std::nullopt);
}
