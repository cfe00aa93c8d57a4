#include "app/widgets/axis.h"

#include "app/open/local_backgrounds.h"
#include "gui/shell/dataset.h"

using namespace epochscope;
using namespace epochscope::app;

TEST_CASE("epochs lie by their numbers", "[shell]") {
    const EpochAxis axis({1, 2, 3, 11}, 100, 200);
    CHECK(axis.x_of(0) == 100);
    CHECK(axis.x_of(1) == 110);
    CHECK(axis.x_of(3) == 200);
    CHECK(axis.x_at(2.5) == 160);
    CHECK(axis.playhead_at(160) == Approx(2.5));
    CHECK(axis.playhead_at(-5) == 0);
    CHECK(axis.playhead_at(1e9) == 3);
}

TEST_CASE("a gap is where numbers are farther apart than usual", "[shell]") {
    const EpochAxis single({1, 2, 3, 11, 12}, 0, 100);
    CHECK_FALSE(single.gap_after(1));
    CHECK(single.gap_after(2));
    CHECK_FALSE(single.gap_after(4));
    const EpochAxis fives({5, 10, 15, 20}, 0, 100);
    CHECK_FALSE(fives.gap_after(0));
}

TEST_CASE("near an epoch the pointer means it, else what lies between", "[shell]") {
    const EpochAxis axis({1, 2, 3}, 0, 200);
    CHECK(axis.snapped_playhead_at(102, 3) == 1);
    CHECK(axis.snapped_playhead_at(104, 3) == Approx(1.04));
    // Where epochs lie 4 pixels apart, only the nearest fifth of the way is theirs.
    const EpochAxis dense({1, 2, 3}, 0, 8);
    CHECK(dense.snapped_playhead_at(5, 3) == Approx(1.25));
}

TEST_CASE("one epoch lies in the middle", "[shell]") {
    const EpochAxis axis({9}, 0, 100);
    CHECK(axis.x_of(0) == 50);
    CHECK(axis.playhead_at(80) == 0);
    CHECK(axis.labelled(20) == std::vector<std::size_t>{0});
}

TEST_CASE("labels have round numbers and never overlap", "[shell]") {
    std::vector<std::int64_t> numbers;
    for (std::int64_t n = 1; n <= 30; ++n) numbers.push_back(n);
    const EpochAxis axis(numbers, 0, 290);  // 10 pixels an epoch
    // 35 pixels are 3.5 epochs, so every fifth; 25 and 30 are 50 pixels apart, 1 and 5 are 40.
    CHECK(axis.labelled(35) == std::vector<std::size_t>{0, 4, 9, 14, 19, 24, 29});
    // 45 pixels: 5 would touch 1.
    CHECK(axis.labelled(45) == std::vector<std::size_t>{0, 9, 14, 19, 24, 29});
    for (const double width : {5.0, 20.0, 70.0, 400.0}) {
        const auto labels = axis.labelled(width);
        CHECK(labels.front() == 0);
        for (std::size_t i = 1; i < labels.size(); ++i)
            CHECK(axis.x_of(labels[i]) - axis.x_of(labels[i - 1]) >= width);
    }
}

TEST_CASE("the name of one picture gives the template of all", "[shell]") {
    const auto series = tests::make_dataset({1, 2, 12})->series;
    CHECK(background_template("/a/12.png", series) == QString("/a/${epoch}.png"));
    CHECK(background_template("/run_2/bg_12.png", series) == QString("/run_2/bg_${epoch}.png"));
    CHECK(background_template("/run_2/bg.png", series) == QString("/run_${epoch}/bg.png"));
    CHECK_FALSE(background_template("/a/13.png", series));
    CHECK_FALSE(background_template("/a/012.png", series));
    CHECK_FALSE(background_template("/a/99999999999999999999.png", series));
}
