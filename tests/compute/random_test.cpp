#include "support/catch.h"

#include <epochscope/compute/random.h>

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

using namespace epochscope;

TEST_CASE("shuffles are the same with every standard library") {
    RandomGenerator random(1);
    std::vector<int> even{0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    random.shuffle(std::span(even));
    CHECK(even == std::vector{6, 9, 4, 8, 1, 3, 2, 5, 0, 7});
    std::vector<int> odd{0, 1, 2, 3, 4, 5, 6};
    random.shuffle(std::span(odd));
    CHECK(odd == std::vector{5, 3, 2, 6, 4, 0, 1});
    std::vector<int> none;
    random.shuffle(std::span(none));
}

TEST_CASE("samples are the same with every standard library, rising") {
    CHECK(RandomGenerator(1).sample(100, 5) == std::vector<std::size_t>{6, 11, 25, 35, 76});
    std::vector<std::size_t> all(7);
    std::iota(all.begin(), all.end(), std::size_t{0});
    CHECK(RandomGenerator(2).sample(7, 7) == all);
    CHECK(RandomGenerator(2).sample(7, 9) == all);
    CHECK(RandomGenerator(2).sample(7, 0).empty());
}

TEST_CASE("every index is sampled as often as others") {
    std::vector<int> drawn(9);
    for (std::uint64_t seed = 0; seed < 3000; ++seed)
        for (const std::size_t i : RandomGenerator(seed).sample(9, 3)) ++drawn[i];
    CHECK(*std::ranges::min_element(drawn) > 850);
    CHECK(*std::ranges::max_element(drawn) < 1150);
}
