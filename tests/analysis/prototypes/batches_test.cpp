#include "support/catch.h"

#include <epochscope/analysis/prototype_batches.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

using namespace epochscope;

using Ids = std::vector<std::int32_t>;

TEST_CASE("repeated prototypes count as the first of them") {
    CHECK(adjusted_labels(Ids{2, 2, 2, 1, 0}) == Ids{0, 0, 0, 3, 4});
    CHECK(adjusted_labels(Ids{5, 1, 5, 1}) == Ids{0, 1, 0, 1});
    CHECK(adjusted_labels(Ids{}).empty());
    CHECK(distinct_count(Ids{2, 2, 2, 1, 0}) == 3);
    CHECK(multiplicities(Ids{2, 2, 2, 1, 0}) == std::vector<std::size_t>{2, 0, 1});
}

TEST_CASE("the ceiling of a batch of 64 is 15.6 % at 10 prototypes, 62 % at 60 and 88 % at 240") {
    const auto ceiling = [](std::size_t count) { return expected_distinct(count, 64) / 64; };
    CHECK(ceiling(10) == Approx(0.156).margin(0.0005));
    CHECK(ceiling(60) == Approx(0.62).margin(0.005));
    CHECK(ceiling(240) == Approx(0.88).margin(0.005));
    CHECK(expected_distinct(1, 64) == 1);
    CHECK(expected_distinct(7, 1) == Approx(1));
}

TEST_CASE("what batches hold is on average what is expected") {
    // 64 of 6400 samples, of 60 prototypes as likely: without putting back, so a little more.
    Ids assignments;
    for (int i = 0; i < 6400; ++i) assignments.push_back(i % 60);
    double distinct = 0;
    std::size_t batches = 0;
    for (std::int64_t epoch = 0; epoch < 20; ++epoch)
        for (const auto& batch : batches_of(assignments.size(), 64, 1, epoch)) {
            Ids prototypes;
            for (const std::size_t sample : batch) prototypes.push_back(assignments[sample]);
            distinct += static_cast<double>(distinct_count(prototypes));
            ++batches;
        }
    CHECK(batches == 2000);
    CHECK(distinct / 2000 == Approx(expected_distinct(60, 64)).epsilon(0.01));
}

TEST_CASE("the floor of the cross-entropy is that of columns which share a softmax") {
    CHECK(cross_entropy_floor(Ids{2, 2, 2, 1, 0}) == Approx(3 * std::log(3.0) / 5));
    CHECK(cross_entropy_floor(Ids{3, 1, 2}) == 0);
    CHECK(cross_entropy_floor(Ids{7, 7, 7, 7}) == Approx(std::log(4.0)));
    CHECK(cross_entropy_floor(Ids{}) == 0);
}

TEST_CASE("batches part the samples, the same for a seed and others for another epoch") {
    const auto batches = batches_of(10, 3, 5, 1);
    REQUIRE(batches.size() == 3);
    std::vector<std::size_t> all;
    for (const auto& batch : batches) {
        CHECK(batch.size() == 3);
        all.insert(all.end(), batch.begin(), batch.end());
    }
    std::sort(all.begin(), all.end());
    CHECK(std::adjacent_find(all.begin(), all.end()) == all.end());
    CHECK(all.back() < 10);
    CHECK(batches_of(10, 3, 5, 1) == batches);
    CHECK(batches_of(10, 3, 5, 2) != batches);
    CHECK(batches_of(10, 3, 6, 1) != batches);
    CHECK(batches_of(10, 10, 0, 1).size() == 1);
    CHECK_THROWS_WITH(batches_of(10, 11, 0, 1),
                      "batch: has 11 samples, expected 1..10: as many as there are at most");
    CHECK_THROWS_AS(batches_of(10, 0, 0, 1), Error);
}
