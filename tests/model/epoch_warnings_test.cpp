#include "support/catch.h"

#include <epochscope/model/epoch_warnings.h>

using namespace epochscope;

TEST_CASE("a warning names its epoch, or the number of its epochs and the first", "[model]") {
    EpochWarnings warnings;
    warnings.add("has no head", 7);
    warnings.add("is empty", 1);
    warnings.add("is empty", 4);
    const std::vector<std::string> sentences{"has no head: epoch \"7\"",
                                             "is empty: 2 epochs, the first of them \"1\""};
    CHECK(warnings.sentences() == sentences);
    EpochWarnings resumed;
    resumed.add(warnings.warnings());
    CHECK(resumed.sentences() == sentences);
}
