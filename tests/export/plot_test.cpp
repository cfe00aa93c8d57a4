#include "export/sample.h"
#include "support/catch.h"

#include <epochscope/export/plot.h>
#include <epochscope/model/error.h>

using namespace epochscope;
using namespace epochscope::tests;

TEST_CASE("a plot scales places to a square with a border, and has a title", "[export]") {
    const Dataset dataset = sample_dataset();
    std::vector<std::string> words;
    const TextPainter painter = [&](PixelView, const Frame& frame) {
        for (const Text& text : frame.texts) words.push_back(text.words);
    };
    const Image plot = render_plot(dataset, 0, {.title = "t-SNE", .side = 200}, painter);
    CHECK(words == std::vector<std::string>{"t-SNE"});
    CHECK(plot.size == Size{200, 208});
    // The square begins at (4, 12) and is 192 wide; its margin is 4.5 % of that.
    CHECK(colour_at(plot, 13, 195) == Colour{0, 0, 255});
    CHECK(colour_at(plot, 187, 21) == Colour{255, 128, 0});
    CHECK(colour_at(plot, 100, 100) == Colour{255, 255, 255});
    CHECK(colour_at(plot, 4, 100) == Colour{32, 33, 36});
    CHECK(colour_at(plot, 100, 12) == Colour{32, 33, 36});
    CHECK(render_plot(dataset, 0, {.side = 200}).size == Size{200, 200});
    CHECK_THROWS_AS(render_plot(dataset, 0, {.side = 8}), Error);
}
