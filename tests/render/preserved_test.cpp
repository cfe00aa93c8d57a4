#include "render/tiny.h"
#include "support/catch.h"

#include <epochscope/render/backgrounds.h>
#include <epochscope/render/colour_map.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

/// Known at the first two of five epochs.
const std::vector<float> at_first{0, 1, 0.2F, -1};
const std::vector<float> at_second{1, 1, 1, 1};

PreservedLevels known() {
    const auto trust = std::make_shared<Trust>();
    trust->preserved = {at_first, at_second, {}, {}, {}};
    return PreservedLevels(trust);
}

ViewState by_kept(double playhead) {
    ViewState view = plain_view(playhead);
    view.style.colour_by = ColourBy::preserved;
    return view;
}

/// A landscape of one colour: that of the first class.
class Plain : public Landscape {
  public:
    [[nodiscard]] bool has(std::size_t) const override { return true; }
    [[nodiscard]] bool is_from_points(std::size_t) const override { return true; }
    [[nodiscard]] Image paint(std::size_t, std::span<const Colour> colours, const Cutout& cutout,
                              int) const override {
        Image image(cutout.size);
        for (std::size_t i = 0; i < image.rgba.size(); i += 4) {
            image.rgba[i] = colours[0].r;
            image.rgba[i + 1] = colours[0].g;
            image.rgba[i + 2] = colours[0].b;
            image.rgba[i + 3] = 255;
        }
        return image;
    }
};

}  // namespace

TEST_CASE("samples are coloured by how many of their neighbours are kept", "[render]") {
    const PreservedLevels levels = known();
    const Frame frame = compose(tiny(), by_kept(0.5), canvas, {}, 1, &levels);
    CHECK(same_rgb(frame.points.colour_of(0), {0x44, 0x01, 0x54}));
    CHECK(same_rgb(frame.points.colour_of(1), {0xfd, 0xe7, 0x25}));
    // 3 of 15.
    CHECK(same_rgb(frame.points.colour_of(2), {0x41, 0x44, 0x87}));
    CHECK(same_rgb(frame.points.colour_of(3), no_class_colour));
    // Of the last epoch reached.
    const Frame next = compose(tiny(), by_kept(1), canvas, {}, 1, &levels);
    CHECK(same_rgb(next.points.colour_of(0), {0xfd, 0xe7, 0x25}));
}

TEST_CASE("where it is not known which neighbours are kept, labels colour", "[render]") {
    const PreservedLevels levels = known();
    for (const Frame& frame : {compose(tiny(), by_kept(2), canvas, {}, 1, &levels),
                               compose(tiny(), by_kept(0), canvas)}) {
        CHECK(same_rgb(frame.points.colour_of(0), red));
        CHECK(same_rgb(frame.points.colour_of(3), blue));
        CHECK(words_of(frame, TextRole::legend_title).empty());
    }
}

TEST_CASE("a legend says what the colours of kept neighbours mean", "[render]") {
    const PreservedLevels levels = known();
    const Size large{400, 300};
    const Frame frame = compose(tiny(), by_kept(0), large, {}, 1, &levels);
    CHECK(words_of(frame, TextRole::legend_title) == std::vector<std::string>{"Neighbours kept"});
    CHECK(words_of(frame, TextRole::legend) == std::vector<std::string>{"0 %", "50 %", "100 %"});
    REQUIRE_FALSE(frame.legend.empty());
    CHECK(same_rgb(frame.legend.back().colour, mapped_colour(ColourMap::viridis, 0.5 / 88)));
    CHECK(compose(tiny(), by_kept(0), canvas, {}, 1, &levels).legend.empty());
    // Beside that of the density.
    ViewState dense = by_kept(0);
    dense.style.points = PointMode::density;
    const Frame both = compose(tiny(), dense, large, {}, 1, &levels);
    CHECK(words_of(both, TextRole::legend_title).size() == 2);
    std::vector<float> places;
    for (const Text& text : both.texts)
        if (text.role == TextRole::legend_title) places.push_back(text.at.x);
    CHECK(places[0] - places[1] == 160);
    // Links and trails keep the colours of classes.
    ViewState selected = selecting(0, {0});
    selected.style.colour_by = ColourBy::preserved;
    const Frame linked = compose(tiny(), selected, canvas, {}, 1, &levels);
    CHECK(std::any_of(linked.lines.begin(), linked.lines.end(),
                      [](const Line& line) { return same_rgb(line.colour, red); }));
}

TEST_CASE("a landscape stands in where a folder has no backgrounds", "[render]") {
    Dataset dataset{tiny(), nullptr, "tiny", "/tiny", "made", {}};
    ViewState view;
    CHECK(backgrounds_to_show(dataset, view, Size{4, 4}) == nullptr);
    dataset.landscape = std::make_shared<Plain>();
    CHECK(shows_landscape(dataset, view.style));
    const auto painted = backgrounds_to_show(dataset, view, Size{4, 2});
    REQUIRE(painted != nullptr);
    CHECK(painted->load(0).size == Size{4, 2});
    CHECK(painted->load(0).rgba[0] == red.r);
    // In the view's colours.
    view.colours = {blue, green, red};
    CHECK(backgrounds_to_show(dataset, view, Size{4, 2})->load(0).rgba[2] == blue.b);
    for (bool Style::*off : {&Style::landscape, &Style::background}) {
        ViewState without = view;
        without.style.*off = false;
        CHECK(backgrounds_to_show(dataset, without, Size{4, 2}) == nullptr);
    }
    // Its own backgrounds come first, whatever is thought of landscapes.
    const auto own = backgrounds_of(std::make_shared<Plain>(), {green}, Size{1, 1});
    dataset.backgrounds = own;
    CHECK_FALSE(shows_landscape(dataset, view.style));
    CHECK(backgrounds_to_show(dataset, view, Size{4, 2}) == own);
    view.style.landscape = false;
    CHECK(backgrounds_to_show(dataset, view, Size{4, 2}) == own);
    view.style.background = false;
    CHECK(backgrounds_to_show(dataset, view, Size{4, 2}) == nullptr);
}
