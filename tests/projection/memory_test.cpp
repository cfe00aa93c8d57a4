#include "projection/run.h"
#include "support/catch.h"
#include "support/skip.h"

#include <epochscope/model/error.h>
#include <epochscope/projection/memory.h>

#include <optional>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;

TEST_CASE("the memory that projecting needs grows with all that it holds") {
    // 10 samples of 4 dimensions at 3 epochs.
    const Recording recording = recording_of(std::vector(3, std::vector<float>(40)), 4);
    ProjectOptions options;
    options.neighbours = 0;
    // A place, a prediction and a confidence a sample and epoch.
    CHECK(memory_needed(recording, options) == 10 * 3 * (8 + 4 + 4));
    options.neighbours = 5;
    CHECK(memory_needed(recording, options) == 10 * (3 * (16 + 2 * (8 + 20)) + 16 + 2 * 16 * 5));
    options.method = TsneOptions{};
    options.neighbours = 0;
    const double at_30 = memory_needed(recording, options);
    options.method = TsneOptions{.perplexity = 60};
    CHECK(memory_needed(recording, options) > at_30 + 10 * 100 * 30);
}

TEST_CASE("more memory than there is is refused before it is taken") {
    CHECK_NOTHROW(expect_memory(2e9, 2e9));
    CHECK_NOTHROW(expect_memory(2e9, std::nullopt));
    CHECK_THROWS_WITH(expect_memory(12.34e9, 8e9),
                      "memory: projecting needs about 12.3 GB, there is 8 GB: fewer neighbours or "
                      "epochs need less");
}

TEST_CASE("the system says how much memory there is") {
    const auto available = memory_available();
    if (!available) return tests::skip("there is no /proc/meminfo");
    CHECK(*available > 1e6);
    CHECK(*available < 1e15);
}
