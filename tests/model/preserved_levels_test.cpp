#include "support/catch.h"

#include <epochscope/model/preserved_levels.h>

#include <limits>
#include <memory>
#include <vector>

using namespace epochscope;

TEST_CASE("kept neighbours are told in sixteen levels", "[model]") {
    const float nan = std::numeric_limits<float>::quiet_NaN();
    const std::vector<float> fractions{0, 1, 0.2F, 0.5F, nan, 1.5F, -0.1F};
    const auto trust = std::make_shared<Trust>();
    trust->preserved = {fractions, {}};
    const PreservedLevels levels(trust);
    const auto first = levels.of(0);
    // 0.2 * 15 = 3 and 0.5 * 15 = 7.5; what is no share has none.
    CHECK(std::vector<std::int32_t>(first.begin(), first.end()) ==
          std::vector<std::int32_t>{0, 15, 3, 8, -1, -1, -1});
    CHECK(levels.of(1).empty());
    CHECK(levels.of(2).empty());
    // Renderers tell columns apart by where they are.
    CHECK(levels.of(0).data() == first.data());
}
