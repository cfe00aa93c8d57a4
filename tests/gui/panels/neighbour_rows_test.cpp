#include "app/neighbours/neighbour_rows.h"

#include "support.h"

using namespace epochscope;
using namespace epochscope::app;
using Rows = std::vector<NeighbourRow>;

TEST_CASE("neighbours of now come first, in their order, then those lost", "[panels]") {
    const std::vector<std::int32_t> before{7, 5, 9};
    const std::vector<std::int32_t> now{9, 4, 7};
    CHECK(compare_neighbours(now, before) == Rows{{9, Change::preserved},
                                                  {4, Change::gained},
                                                  {7, Change::preserved},
                                                  {5, Change::lost}});
    CHECK(compare_neighbours({}, before) ==
          Rows{{7, Change::lost}, {5, Change::lost}, {9, Change::lost}});
    CHECK(compare_neighbours(now, {}) ==
          Rows{{9, Change::gained}, {4, Change::gained}, {7, Change::gained}});
}

TEST_CASE("a sample's lists are compared with one epoch earlier", "[panels]") {
    const auto dataset = tests::tiny_dataset();
    const auto at = [&](double playhead) {
        return neighbour_rows_at(dataset->series, playhead, 0);
    };

    for (const double playhead : {0.0, 0.75}) {
        const SampleNeighbours first = at(playhead);
        CHECK(first.intra.rows == Rows{{1, Change::preserved}, {2, Change::preserved}});
        CHECK(first.intra.from_folder);
        CHECK_FALSE(first.intra.compared);
    }
    for (const double playhead : {1.0, 1.5}) {
        const SampleNeighbours second = at(playhead);
        CHECK(second.intra.rows == Rows{{2, Change::preserved}, {1, Change::preserved}});
        CHECK(second.intra.compared);
        CHECK(second.inter.rows == Rows{{4, Change::gained}, {3, Change::lost}});
        CHECK(second.inter.count(Change::gained) == 1);
        CHECK(second.inter.count(Change::lost) == 1);
    }
    CHECK(at(2).intra.rows == Rows{{2, Change::preserved}, {1, Change::lost}});
    CHECK(at(2).inter.rows == Rows{{4, Change::preserved}});
}

TEST_CASE("without lists the nearest in the plane are compared", "[panels]") {
    const auto dataset = tests::tiny_dataset_without_lists();
    const SampleNeighbours at = neighbour_rows_at(dataset->series, 1, 0);
    CHECK_FALSE(at.intra.from_folder);
    CHECK(at.intra.compared);
    // Both others of the class, however far: only the order changes.
    CHECK(at.intra.rows == Rows{{2, Change::preserved}, {1, Change::preserved}});
    CHECK(neighbour_rows_at(dataset->series, 0, 0).intra.rows ==
          Rows{{1, Change::preserved}, {2, Change::preserved}});
}
