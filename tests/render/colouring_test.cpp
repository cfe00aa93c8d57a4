#include "render/drawing.h"
#include "render/tiny.h"
#include "support/catch.h"

#include <epochscope/render/colour_map.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

constexpr Size large{640, 480};
constexpr Colour cyan{0, 190, 190};
constexpr Colour violet{160, 0, 200};

/// Samples 0 and 3 are the first category, 1 the second; 2 has no value.
Colouring two_categories() {
    Colouring colouring;
    colouring.title = "split";
    colouring.codes = {0, 1, -1, 0};
    colouring.colours = {cyan, violet};
    colouring.names = {"train", "test"};
    colouring.missing_name = "missing";
    return colouring;
}

Colouring numbers(double min, double max) {
    Colouring colouring;
    colouring.title = "loss";
    colouring.codes = {0, 128, 255, -1};
    colouring.colours = mapped_colours(ColourMap::viridis, 256);
    colouring.min = min;
    colouring.max = max;
    return colouring;
}

ViewState coloured(Colouring colouring) {
    ViewState view = plain_view(0);
    view.style.colour_by = ColourBy::column;
    view.style.class_legend = true;
    view.colouring = std::make_shared<const Colouring>(std::move(colouring));
    return view;
}

std::vector<std::string> bar_of(Colouring colouring) {
    return words_of(compose(tiny(), coloured(std::move(colouring)), large), TextRole::legend);
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("samples without a partner are grey, whatever colours the others", "[render]") {
    const std::vector<std::size_t> alone{0, 2};
    for (const ColourBy by : {ColourBy::label, ColourBy::prediction, ColourBy::column}) {
        ViewState view = coloured(two_categories());
        view.style.colour_by = by;
        const Frame before = compose(tiny(), view, canvas);
        view.alone = std::make_shared<const PickedSamples>(4, alone);
        const Frame frame = compose(tiny(), view, canvas);
        CHECK(same_rgb(frame.points.colour_of(0), no_class_colour));
        CHECK(same_rgb(frame.points.colour_of(2), no_class_colour));
        CHECK(frame.points.colour_of(1) == before.points.colour_of(1));
        CHECK(frame.points.colour_of(3) == before.points.colour_of(3));
    }
    // Those of another series are ignored.
    ViewState view = coloured(two_categories());
    view.alone = std::make_shared<const PickedSamples>(5, alone);
    CHECK(same_rgb(compose(tiny(), view, canvas).points.colour_of(0), cyan));
}

TEST_CASE("samples have the colours of a column, and grey without a value", "[render]") {
    const Frame frame = compose(tiny(), coloured(two_categories()), canvas);
    CHECK(same_rgb(frame.points.colour_of(0), cyan));
    CHECK(same_rgb(frame.points.colour_of(1), violet));
    CHECK(same_rgb(frame.points.colour_of(2), no_class_colour));
    CHECK(same_rgb(frame.points.colour_of(3), cyan));
    // Of another series, or none: labels colour.
    Colouring other = two_categories();
    other.codes.pop_back();
    CHECK(same_rgb(compose(tiny(), coloured(other), canvas).points.colour_of(0), red));
    ViewState none = coloured(two_categories());
    none.colouring = nullptr;
    CHECK(same_rgb(compose(tiny(), none, canvas).points.colour_of(0), red));
    // Density mixes the same colours.
    ViewState dense = coloured(two_categories());
    dense.style.points = PointMode::density;
    CHECK(drawn(compose(tiny(), dense, canvas)).rgba != drawn(compose(tiny(), none, canvas)).rgba);
}

TEST_CASE("a dark canvas makes categories lighter, and numbers not", "[render]") {
    ViewState view = coloured(two_categories());
    view.style.canvas = {20, 20, 20};
    CHECK_FALSE(same_rgb(compose(tiny(), view, canvas).points.colour_of(1), violet));
    view.colouring = std::make_shared<const Colouring>(numbers(0, 1));
    CHECK(same_rgb(compose(tiny(), view, canvas).points.colour_of(0),
                   mapped_colour(ColourMap::viridis, 0)));
}

TEST_CASE("the legend names the categories of a column", "[render]") {
    ViewState view = coloured(two_categories());
    const Frame frame = compose(tiny(), view, large);
    CHECK(words_of(frame, TextRole::class_legend) == Words{"split", "train", "test", "missing"});
    const Image image = drawn(frame);
    const std::vector<Colour> colours{cyan, violet, no_class_colour};
    for (std::size_t k = 0; k < colours.size(); ++k) {
        const Pixel name = frame.texts[k + 1].at;
        CHECK(same_rgb(at(image, static_cast<int>(name.x) - 12, static_cast<int>(name.y)),
                       colours[k]));
    }
    view.hidden_categories = {true, false, true};
    CHECK(words_of(compose(tiny(), view, large), TextRole::class_legend) == Words{"split", "test"});
    view.style.class_legend = false;
    CHECK(compose(tiny(), view, large).legend.empty());
}

TEST_CASE("a colour bar says which numbers the colours are", "[render]") {
    const Frame frame = compose(tiny(), coloured(numbers(0, 1)), large);
    CHECK(words_of(frame, TextRole::legend_title) == Words{"loss"});
    CHECK(words_of(frame, TextRole::legend) == Words{"0", "0.5", "1"});
    CHECK(words_of(frame, TextRole::class_legend).empty());
    // The last row of the bar is near the last colour, the first one near the first.
    CHECK(same_rgb(frame.legend.back().colour, mapped_colour(ColourMap::viridis, 0.5 / 88)));
    CHECK(bar_of(numbers(3, 3)) == Words{"3"});
    CHECK(bar_of(numbers(-2.5, 1234.5)) == Words{"-2.5", "500", "1000", "1234"});
}

TEST_CASE("a colour bar marks logarithms, percentages and dates", "[render]") {
    Colouring log = numbers(0.01, 100);
    log.is_log = true;
    const Frame frame = compose(tiny(), coloured(log), large);
    CHECK(words_of(frame, TextRole::legend_title) == Words{"loss (log)"});
    CHECK(words_of(frame, TextRole::legend) == Words{"0.01", "1", "100"});
    Colouring share = numbers(0, 1);
    share.unit = ColourUnit::share;
    CHECK(bar_of(share) == Words{"0 %", "50 %", "100 %"});
    Colouring dates = numbers(1714521600, 1716940800);
    dates.unit = ColourUnit::date;
    CHECK(bar_of(dates) == Words{"2024-05-01", "2024-05-15", "2024-05-29"});
    dates.max = dates.min + 7200;
    CHECK(bar_of(dates) == Words{"2024-05-01", "2024-05-01 01:00:00", "2024-05-01 02:00:00"});
}

TEST_CASE("colour maps get lighter step by step and end where they are known to", "[render]") {
    for (const ColourMap map : {ColourMap::viridis, ColourMap::cividis}) {
        const std::vector<Colour> colours = mapped_colours(map, 16);
        REQUIRE(colours.size() == 16);
        const auto luma = [](Colour c) { return 0.2126 * c.r + 0.7152 * c.g + 0.0722 * c.b; };
        for (std::size_t i = 1; i < colours.size(); ++i)
            CHECK(luma(colours[i]) > luma(colours[i - 1]) + 3);
        CHECK(mapped_colour(map, -1) == mapped_colour(map, 0));
        CHECK(mapped_colour(map, 2) == mapped_colour(map, 1));
    }
    CHECK(same_rgb(mapped_colour(ColourMap::viridis, 0), {0x44, 0x01, 0x54}));
    CHECK(same_rgb(mapped_colour(ColourMap::viridis, 1), {0xfd, 0xe7, 0x25}));
    CHECK(same_rgb(mapped_colour(ColourMap::cividis, 0), {0x00, 0x22, 0x4e}));
    CHECK(same_rgb(mapped_colour(ColourMap::cividis, 1), {0xfe, 0xe8, 0x38}));
}
