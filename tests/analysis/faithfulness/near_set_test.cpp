#include "analysis/faithfulness/near_set.h"

#include "support/catch.h"

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

TEST_CASE("what two near sets share is the sum of the lesser weights", "[faithfulness]") {
    const auto row = row_of({4, 1, 4, 9, 4});
    const NearMembers near = near_of(row, 2);
    CHECK(shared_weight(near, row, near.set, row) == Approx(2));
    // All equally far: weights of 2 / 5.
    const auto flat = row_of({7, 7, 7, 7, 7});
    const NearMembers everyone = near_of(flat, 2);
    CHECK(shared_weight(near, row, everyone.set, flat) == Approx(3.0 / 3 + 0.4));
    CHECK(shared_weight(everyone, flat, near.set, row) == Approx(3.0 / 3 + 0.4));
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
