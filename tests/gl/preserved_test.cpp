#include "gl/offscreen.h"

#include <epochscope/render/compose.h>

#include <memory>
#include <string>
#include <vector>

using namespace epochscope;
using epochscope::tests::check_against_raster;
using epochscope::tests::have_opengl;
using epochscope::tests::Offscreen;

TEST_CASE("gl colours samples by kept neighbours as raster does, epoch by epoch") {
    if (!have_opengl()) return;
    constexpr int samples = 200;
    std::vector<EpochColumns> epochs(3);
    std::vector<std::vector<float>> shares(3);
    for (std::size_t e = 0; e < epochs.size(); ++e) {
        epochs[e].number = static_cast<std::int64_t>(e);
        for (int i = 0; i < samples; ++i) {
            const int row = i / 20;
            epochs[e].positions.push_back(
                {static_cast<float>(i % 20) * 0.7F - 7, static_cast<float>(row) * 1.3F - 6});
            // Each epoch another column, and now and then nothing is known.
            const int level = (i + 5 * static_cast<int>(e)) % 17;
            shares[e].push_back(level == 16 ? -1.0F : static_cast<float>(level) / 15);
        }
    }
    const EpochSeries series =
        make_series({{"a", "b"}, {}}, std::vector<std::int32_t>(samples), std::move(epochs));
    const auto trust = std::make_shared<Trust>();
    trust->preserved = {shares[0], shares[1], shares[2]};
    const PreservedLevels levels(trust);
    Offscreen offscreen;
    offscreen.renderer().show(series);
    for (const double playhead : {0.0, 0.5, 1.0, 2.0, 0.0}) {
        ViewState view;
        view.playhead = playhead;
        view.style.colour_by = ColourBy::preserved;
        check_against_raster(offscreen, compose(series, view, {320, 240}, {}, 1, &levels),
                             "kept neighbours at " + std::to_string(playhead));
    }
}
