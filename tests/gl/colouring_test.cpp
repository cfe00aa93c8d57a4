#include "gl/crowd.h"
#include "gl/offscreen.h"

#include <epochscope/render/colour_map.h>
#include <epochscope/render/compose.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

using namespace epochscope;
using epochscope::tests::check_against_raster;
using epochscope::tests::crowd;
using epochscope::tests::have_opengl;
using epochscope::tests::Offscreen;

namespace {

std::shared_ptr<const Colouring> colouring_of(std::size_t step, std::size_t colours) {
    Colouring colouring;
    colouring.title = "numbers";
    colouring.colours = mapped_colours(ColourMap::viridis, colours);
    for (std::size_t i = 0; i < tests::crowd_samples; ++i)
        colouring.codes.push_back(i % 11 == 0 ? -1 : static_cast<std::int32_t>(i * step % colours));
    return std::make_shared<const Colouring>(std::move(colouring));
}

}  // namespace

TEST_CASE("gl colours samples by a column as raster does, and loads no columns for it") {
    if (!have_opengl()) return;
    const EpochSeries series = crowd();
    Offscreen offscreen;
    offscreen.renderer().show(series);
    ViewState view;
    view.playhead = 0.4;
    view.hidden = {false, true, false};
    check_against_raster(offscreen, compose(series, view, {320, 240}), "by label");
    const std::uint64_t before = offscreen.renderer().statistics().column_bytes;
    view.style.colour_by = ColourBy::column;
    // Each is freed before the next, whose codes may take its place.
    for (const std::size_t colours : {256U, 3U, 70000U, 256U})
        for (const std::size_t step : {1U, 7U, 5U}) {
            view.colouring = nullptr;
            view.colouring = colouring_of(step, colours);
            check_against_raster(
                offscreen, compose(series, view, {320, 240}),
                "by a column of " + std::to_string(colours) + ", step " + std::to_string(step));
        }
    view.style.colour_by = ColourBy::label;
    check_against_raster(offscreen, compose(series, view, {320, 240}), "by label again");
    CHECK(offscreen.renderer().statistics().column_bytes == before);
}
