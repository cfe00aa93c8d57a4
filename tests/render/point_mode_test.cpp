#include "render/tiny.h"
#include "support/catch.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

/// As many samples as a crowd has at least, all at one place, but one that is elsewhere.
const EpochSeries& crowd() {
    static const EpochSeries series = [] {
        EpochColumns epoch;
        epoch.positions.assign(20000, {2, 2});
        epoch.positions.back() = {-6, -6};
        return make_series({{"a"}, {red}}, std::vector<std::int32_t>(20000, 0), {epoch});
    }();
    return series;
}

ViewState view_with(PointMode mode) {
    ViewState view = plain_view(0);
    view.style.points = mode;
    return view;
}

}  // namespace

TEST_CASE("few samples are points, and as opaque as they are", "[render]") {
    for (const PointMode mode : {PointMode::automatic, PointMode::points}) {
        const Frame frame = compose(tiny(), view_with(mode), canvas);
        CHECK_FALSE(frame.density);
        CHECK(frame.points.opacity == 0.85F);
        CHECK(frame.legend.empty());
    }
}

TEST_CASE("a crowd is density by itself, and points on request", "[render]") {
    CHECK(compose(crowd(), view_with(PointMode::automatic), canvas).density);
    const Frame points = compose(crowd(), view_with(PointMode::points), canvas);
    CHECK_FALSE(points.density);
    CHECK(points.points.opacity == Approx(0.85 * 0.35));
    // Looked at closely, the one elsewhere is alone.
    ViewState close = view_with(PointMode::automatic);
    close.camera = {{-6, -6}, 10, false};
    CHECK_FALSE(compose(crowd(), close, canvas).density);
    CHECK(compose(crowd(), close, canvas).points.opacity == 0.85F);
    // So it is where the others are hidden, and nothing at all is no crowd.
    ViewState hidden = view_with(PointMode::automatic);
    hidden.hidden = {true};
    CHECK_FALSE(compose(crowd(), hidden, canvas).density);
}

TEST_CASE("density steps back behind a selection", "[render]") {
    ViewState view = view_with(PointMode::density);
    CHECK(compose(tiny(), view, canvas).density->opacity == 1);
    view.selection = {0};
    view.style.intra_links = view.style.inter_links = false;
    const Frame frame = compose(tiny(), view, canvas);
    CHECK(frame.density->opacity == 0.25F);
    CHECK(frame.points.opacity == Approx(0.85 * 0.25));
}

TEST_CASE("the legend says what brightness means", "[render]") {
    const Frame frame = compose(tiny(), view_with(PointMode::density), {800, 600});
    REQUIRE(frame.density);
    // The densest 16 x 16 pixels hold one sample, so that the least range is taken.
    CHECK(frame.density->full == 10);
    CHECK(words_of(frame, TextRole::legend) == std::vector<std::string>{"1", "10+"});
    CHECK(words_of(frame, TextRole::legend_title) ==
          std::vector<std::string>{"Samples in 2\u00d72 pixels"});
    // A plate, and a line for each of 88 rows: faint at its lower end, where 1 stands.
    REQUIRE(frame.legend.size() == 2 + 88);
    const Line& top = frame.legend[2];
    const Line& bottom = frame.legend.back();
    CHECK(top.from.y < bottom.from.y);
    CHECK(top.colour.a > 250);
    CHECK(bottom.colour.a == Approx(0.4 * 255).margin(2));
    for (std::size_t i = 2; i < frame.legend.size(); ++i) {
        CHECK(frame.legend[i].from.y == std::floor(frame.legend[i].from.y) + 0.5F);
        CHECK(frame.legend[i].to.x < 800);
    }
    CHECK(compose(tiny(), view_with(PointMode::density), {800, 230}).legend.empty());
    CHECK(compose(tiny(), view_with(PointMode::density), {310, 600}).texts.empty());
    // 20,000 in 256 pixels: 312.5 in 2 x 2, and half as many again.
    const Frame crowded = compose(crowd(), view_with(PointMode::density), {800, 600});
    CHECK(crowded.density->full == Approx(19999 / 64.0 * 1.5));
    CHECK(words_of(crowded, TextRole::legend) ==
          std::vector<std::string>{"1", "10", "100", "470+"});
}
