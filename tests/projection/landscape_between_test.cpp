#include "projection/pixels.h"
#include "support/catch.h"

#include <epochscope/model/background.h>
#include <epochscope/model/epoch_series.h>
#include <epochscope/model/landscape.h>
#include <epochscope/model/linear_map.h>
#include <epochscope/projection/landscape.h>

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;

TEST_CASE("between epochs a landscape is that of heads in between, where one map serves both",
          "[projection]") {
    std::vector<EpochColumns> epochs(3);
    for (std::size_t e = 0; e < 3; ++e) {
        epochs[e].number = static_cast<std::int64_t>(e);
        epochs[e].positions = {{-4, 0}, {4, 0}};
        epochs[e].predictions = {1, 0};
    }
    const EpochSeries series = make_series({{"a", "b"}, {}}, {0, 1}, std::move(epochs));
    // Red is right of x = -4 at first and of x = 4 then, in a frame from -8 to 8.
    const LogitPlanes planes{{{4, 1, 0}, {-4, -1, 0}}, {{-4, 1, 0}, {4, -1, 0}}, {}};
    const std::vector<Colour> colours{red, green};
    const auto one =
        make_landscape(series, {.planes = planes, .linear = std::vector<LinearMap>(1)});
    CHECK(one->has_between(0, 1));
    CHECK_FALSE(one->has_between(1, 2));
    CHECK(has_between(*one, 3));
    CHECK_FALSE(has_between(*one, 1));
    const auto is_red = [](const Image& image, int column) {
        const Colour seen = pixel(image, column, 8);
        return seen.g < seen.r;
    };
    const auto first_red = [&](const Image& image) {
        int column = 0;
        while (column < image.size.width && !is_red(image, column)) ++column;
        return column;
    };
    const Size size{160, 16};
    CHECK(first_red(one->paint(0, colours, size)) == 40);
    CHECK(first_red(one->paint_between(0, 1, 0.25, colours, size)) == 60);
    CHECK(first_red(one->paint_between(0, 1, 0.5, colours, size)) == 80);
    CHECK(first_red(one->paint(1, colours, size)) == 120);
    CHECK(one->paint_between(0, 1, 0, colours, size).rgba == one->paint(0, colours, size).rgba);
    CHECK(one->paint_between(0, 1, 1, colours, size).rgba == one->paint(1, colours, size).rgba);

    const auto each = make_landscape(series, {.planes = planes});
    CHECK_FALSE(has_between(*each, 3));

    const auto pictures = backgrounds_between(one, colours, size, 4);
    CHECK(pictures->load(4).rgba == one->paint(1, colours, size).rgba);
    CHECK(pictures->load(2).rgba == one->paint_between(0, 1, 0.5, colours, size).rgba);
    // From the second to the third epoch, which is from the points, one fades into the other.
    const Image faded = pictures->load(5);
    const Image from = one->paint(1, colours, size);
    const Image to = one->paint(2, colours, size);
    for (const int column : {3, 80, 150}) {
        const double expected = 0.75 * pixel(from, column, 8).g + 0.25 * pixel(to, column, 8).g;
        CHECK(pixel(faded, column, 8).g == Approx(expected).margin(0.51));
    }
    CHECK(pictures->has(5));
    CHECK(pictures->has(8));
}
