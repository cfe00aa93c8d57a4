#include "gl/offscreen.h"

#include <epochscope/model/axes.h>
#include <epochscope/render/compose.h>

#include <string>
#include <vector>

using namespace epochscope;
using epochscope::tests::check_against_raster;
using epochscope::tests::have_opengl;
using epochscope::tests::Offscreen;

TEST_CASE("gl draws named axes and their plates as raster does") {
    if (!have_opengl()) return;
    EpochColumns epoch;
    for (int i = 0; i < 200; ++i)
        epoch.positions.push_back(
            {static_cast<float>(i % 20) * 0.05F, static_cast<float>(i) * 0.005F});
    const EpochSeries series =
        make_series({{"a"}, {}}, std::vector<std::int32_t>(200), {epoch}, {{0, 0}, {1, 1}});
    const Axes axes{"label_var", "avg_probs"};
    Offscreen offscreen;
    offscreen.renderer().show(series);
    for (const double scale : {1.0, 1.5, 2.0})
        for (const bool dark : {false, true}) {
            ViewState view;
            view.scale = scale;
            view.camera = home(series.frame());
            if (dark) {
                view.style.canvas = {30, 31, 34};
                view.style.ink = {230, 230, 235};
            }
            const Frame frame = compose(series, view, {640, 480}, {}, 1, nullptr, &axes);
            REQUIRE_FALSE(frame.legend.empty());
            check_against_raster(offscreen, frame, "named axes at " + std::to_string(scale));
        }
}
