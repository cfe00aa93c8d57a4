#include "render/drawing.h"
#include "render/tiny.h"
#include "support/catch.h"

#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

constexpr Size large{640, 480};

ViewState legend_view() {
    ViewState view = plain_view(1);
    view.style.class_legend = true;
    return view;
}

EpochSeries with_classes(std::size_t count) {
    EpochColumns epoch;
    epoch.number = 1;
    epoch.positions = {{0, 0}};
    Classes classes;
    for (std::size_t c = 0; c < count; ++c) classes.names.push_back("class " + std::to_string(c));
    return make_series(std::move(classes), {0}, {epoch});
}

}  // namespace

TEST_CASE("the legend names the visible classes beside their colours", "[render]") {
    ViewState view = legend_view();
    const Frame frame = compose(tiny(), view, large);
    CHECK(words_of(frame, TextRole::class_legend) == std::vector<std::string>{"r", "g", "b"});
    const Image image = drawn(frame);
    for (std::size_t k = 0; k < 3; ++k) {
        const Pixel name = frame.texts[k].at;
        CHECK(same_rgb(at(image, static_cast<int>(name.x) - 12, static_cast<int>(name.y)),
                       std::array{red, green, blue}[k]));
    }
    view.hidden = {false, true, false};
    CHECK(words_of(compose(tiny(), view, large), TextRole::class_legend) ==
          std::vector<std::string>{"r", "b"});
    view.style.class_legend = false;
    CHECK(compose(tiny(), view, large).legend.empty());
}

TEST_CASE("the legend leaves the epoch number alone", "[render]") {
    ViewState view = legend_view();
    const float alone = compose(tiny(), view, large).texts.front().at.y;
    view.style.epoch_number = true;
    const Frame frame = compose(tiny(), view, large);
    const Text& number = frame.texts.front();
    REQUIRE(number.role == TextRole::epoch_number);
    CHECK(frame.texts.back().at.y > alone);
    CHECK(frame.texts[1].at.y > number.at.y + number.height);
}

TEST_CASE("a legend that is too long says how many classes it leaves out", "[render]") {
    const EpochSeries many = with_classes(500);
    const auto words = words_of(compose(many, legend_view(), large), TextRole::class_legend);
    REQUIRE(words.size() > 20);
    CHECK(words.size() < 200);
    CHECK(words.back() == "+ " + std::to_string(500 - (words.size() - 1)));
    const EpochSeries some = with_classes(40);
    CHECK(words_of(compose(some, legend_view(), large), TextRole::class_legend).size() == 40);
}

TEST_CASE("a legend hides what is under it, and has an edge", "[render]") {
    ViewState view = legend_view();
    const Frame frame = compose(tiny(), view, large);
    const Line& edge = frame.legend[0];
    const Line& box = frame.legend[1];
    CHECK(box.colour == view.style.canvas);
    CHECK(edge.colour != view.style.canvas);
    CHECK(edge.from.x == box.from.x - 1);
    CHECK(edge.to.x == box.to.x + 1);
    CHECK(edge.width == box.width + 2);
}

TEST_CASE("a small canvas has no legend", "[render]") {
    CHECK(compose(tiny(), legend_view(), canvas).legend.empty());
}
