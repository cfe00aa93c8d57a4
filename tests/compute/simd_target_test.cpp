#include "support/catch.h"

#include <epochscope/compute/simd_target.h>
#include <epochscope/model/error.h>

using namespace epochscope;
using namespace epochscope::tests;

TEST_CASE("a SIMD target that the processor lacks is an error with the list of those it has") {
    REQUIRE_FALSE(simd_targets().empty());
    CHECK_THROWS_AS(use_simd_target("mmx"), Error);
    CHECK_THROWS_WITH(use_simd_target("mmx"),
                      contains("\"mmx\"") && contains(simd_targets().front()));
}
