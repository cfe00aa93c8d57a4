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
using epochscope::tests::have_opengl;
using epochscope::tests::Offscreen;

namespace {

constexpr std::size_t samples = 400;

EpochSeries crowd() {
    std::vector<EpochColumns> epochs(2);
    std::vector<std::int32_t> labels;
    for (std::size_t e = 0; e < epochs.size(); ++e) {
        epochs[e].number = static_cast<std::int64_t>(e);
        for (std::size_t i = 0; i < samples; ++i)
            epochs[e].positions.push_back(
                {static_cast<float>(i % 20 + e) * 0.3F - 3, static_cast<float>(i / 20) * 0.3F - 3});
    }
    for (std::size_t i = 0; i < samples; ++i) labels.push_back(static_cast<std::int32_t>(i % 3));
    return make_series({{"a", "b", "c"}, {}}, labels, std::move(epochs));
}

std::shared_ptr<const Colouring> every(std::size_t step, std::size_t colours) {
    Colouring colouring;
    colouring.title = "numbers";
    colouring.colours = mapped_colours(ColourMap::viridis, colours);
    for (std::size_t i = 0; i < samples; ++i)
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
            view.colouring = every(step, colours);
            check_against_raster(
                offscreen, compose(series, view, {320, 240}),
                "by a column of " + std::to_string(colours) + ", step " + std::to_string(step));
        }
    view.style.colour_by = ColourBy::label;
    check_against_raster(offscreen, compose(series, view, {320, 240}), "by label again");
    CHECK(offscreen.renderer().statistics().column_bytes == before);
}
