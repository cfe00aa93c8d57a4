#include "analysis/faithfulness/near_set.h"

#include "support/catch.h"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <vector>

using namespace epochscope;

namespace {

/// Distances, filled up to whole tiles.
std::vector<double> row_of(std::vector<double> distances) {
    distances.resize(tile_width, std::numeric_limits<double>::infinity());
    return distances;
}

NearMembers near_of(const std::vector<double>& row, std::size_t k) {
    NearMembers near;
    find_near(row, k, near);
    return near;
}

}  // namespace

TEST_CASE("equally far neighbours share the places that are left", "[faithfulness]") {
    const auto row = row_of({4, 1, 4, 9, 4});
    const NearMembers near = near_of(row, 2);
    CHECK(near.members == std::vector<std::int32_t>{0, 1, 2, 4});
    CHECK(near.set.weight(1) == 1);
    CHECK(near.set.weight(4) == Approx(1.0 / 3));
    CHECK(near.set.weight(9) == 0);
    const NearMembers plain = near_of(row, 4);
    CHECK(plain.members.size() == 4);
    CHECK(plain.set.weight(4) == 1);
}

TEST_CASE("what two near sets share is expected over random orders of ties", "[faithfulness]") {
    const auto row = row_of({4, 1, 4, 9, 4});
    const NearMembers near = near_of(row, 2);
    // One is near for sure, and one of three twice.
    CHECK(shared_weight(near, row, near.set, row) == Approx(1 + 3.0 / 9));
    // All equally far: weights of 2 / 5.
    const auto flat = row_of({7, 7, 7, 7, 7});
    const NearMembers everyone = near_of(flat, 2);
    CHECK(shared_weight(near, row, everyone.set, flat) == Approx(2 * 0.4));
    CHECK(shared_weight(everyone, flat, near.set, row) == Approx(2 * 0.4));
    CHECK(shared_weight(everyone, flat, everyone.set, flat) == Approx(2 * 0.4));
}

TEST_CASE("ties count as the mean over all orders of those that are equally far",
          "[faithfulness]") {
    const std::vector<double> high{4, 1, 4, 9, 4};
    const std::vector<double> low{2, 2, 3, 2, 2};
    constexpr std::size_t k = 2;
    // Each order of all entries decides ties; a rank is that of an entry, from 1.
    const auto rankings = [](const std::vector<double>& distances) {
        std::vector<std::vector<std::size_t>> all;
        std::vector<std::size_t> order{0, 1, 2, 3, 4};
        do {
            std::vector<std::size_t> sorted = order;
            std::ranges::stable_sort(sorted, {}, [&](std::size_t i) { return distances[i]; });
            std::vector<std::size_t>& ranks = all.emplace_back(5);
            for (std::size_t r = 0; r < 5; ++r) ranks[sorted[r]] = r + 1;
        } while (std::ranges::next_permutation(order).found);
        return all;
    };
    double shared = 0;
    double excess = 0;
    const auto truly = rankings(high);
    const auto shown = rankings(low);
    for (const auto& t : truly)
        for (const auto& s : shown)
            for (std::size_t i = 0; i < 5; ++i) {
                if (s[i] > k) continue;
                if (t[i] <= k)
                    ++shared;
                else
                    excess += static_cast<double>(t[i] - k);
            }
    const auto orders = static_cast<double>(truly.size() * shown.size());
    const auto high_row = row_of(high);
    const auto low_row = row_of(low);
    const NearMembers near_high = near_of(high_row, k);
    const NearMembers near_low = near_of(low_row, k);
    CHECK(shared_weight(near_high, high_row, near_low.set, low_row) == Approx(shared / orders));
    CHECK(excess_ranks(near_low, low_row, near_high.set, high_row, k) == Approx(excess / orders));
}

TEST_CASE("who is shown near and is not exceeds k by ranks", "[faithfulness]") {
    // True order: 0 1 2 3 4; shown as near are 4 (rank 5) and 1.
    const auto true_row = row_of({1, 2, 3, 4, 5});
    const auto shown_row = row_of({9, 2, 8, 7, 1});
    const NearMembers truly = near_of(true_row, 2);
    const NearMembers shown = near_of(shown_row, 2);
    CHECK(excess_ranks(shown, shown_row, truly.set, true_row, 2) == 3);
    // The other way: 0 is the last of those shown.
    CHECK(excess_ranks(truly, true_row, shown.set, shown_row, 2) == 3);
    CHECK(excess_ranks(truly, true_row, truly.set, true_row, 2) == 0);
    // Three share the ranks 2 to 4, which exceed 1 by 2 in the mean; one of them is shown.
    const auto tied = row_of({1, 4, 4, 4});
    const auto other = row_of({5, 1, 6, 7});
    CHECK(excess_ranks(near_of(other, 1), other, near_of(tied, 1).set, tied, 1) == 2);
}
