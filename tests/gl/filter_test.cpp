#include "gl/offscreen.h"

#include <epochscope/render/compose.h>

#include <memory>
#include <string>
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

std::shared_ptr<const PickedSamples> every(std::size_t step) {
    if (step == 0) return nullptr;
    std::vector<std::size_t> some;
    for (std::size_t i = 0; i < samples; i += step) some.push_back(i);
    return std::make_shared<const PickedSamples>(samples, some);
}

}  // namespace

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
