#include "gl/crowd.h"
#include "gl/offscreen.h"

#include <epochscope/render/compose.h>

#include <string>

using namespace epochscope;
using epochscope::tests::check_against_raster;
using epochscope::tests::crowd;
using epochscope::tests::every;
using epochscope::tests::have_opengl;
using epochscope::tests::Offscreen;

TEST_CASE("gl draws picked samples as raster does") {
    if (!have_opengl()) return;
    const EpochSeries series = crowd(true);
    Offscreen offscreen;
    offscreen.renderer().show(series);
    // As sprites, and as what is larger than a sprite may be.
    for (const float radius : {6.0F, 300.0F}) {
        for (const std::size_t step : {0U, 3U, 50U, 1U, 2U}) {
            ViewState view;
            view.playhead = 0.4;
            view.style.point_radius = radius;
            view.picked = every(step);
            view.hidden = {false, true, false};
            check_against_raster(
                offscreen, compose(series, view, {320, 240}),
                "one of " + std::to_string(step) + " picked, radius " + std::to_string(radius));
        }
    }
}
