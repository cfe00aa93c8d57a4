#include "gl/crowd.h"
#include "gl/offscreen.h"

#include <epochscope/render/compose.h>

#include <cstdint>
#include <string>

using namespace epochscope;
using epochscope::tests::check_against_raster;
using epochscope::tests::crowd;
using epochscope::tests::every;
using epochscope::tests::have_opengl;
using epochscope::tests::Offscreen;

TEST_CASE("gl leaves out what a filter leaves out, as raster does") {
    if (!have_opengl()) return;
    const EpochSeries series = crowd();
    Offscreen offscreen;
    offscreen.renderer().show(series);
    const auto loaded = [&] { return offscreen.renderer().statistics().column_bytes; };
    std::uint64_t before = 0;
    for (const std::size_t picked : {0U, 2U})
        for (const std::size_t kept : {5U, 3U, 0U, 7U}) {
            ViewState view;
            view.playhead = 0.4;
            view.picked = every(picked);
            view.filter = every(kept);
            view.hidden = {false, true, false};
            check_against_raster(offscreen, compose(series, view, {320, 240}),
                                 "one of " + std::to_string(kept) + " kept, one of " +
                                     std::to_string(picked) + " picked");
            if (before == 0) before = loaded();
        }
    // A filter loads no columns.
    CHECK(loaded() == before);
}
