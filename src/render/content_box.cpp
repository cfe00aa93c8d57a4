#include <epochscope/model/error.h>
#include <epochscope/render/compose.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

namespace epochscope {

namespace {

constexpr std::size_t max_positions = std::size_t{1} << 24U;
/// Samples between two checks of the stop token.
constexpr std::size_t stop_interval = std::size_t{1} << 18U;
constexpr float infinity = std::numeric_limits<float>::infinity();

/// The hidden labels; empty if none are.
std::vector<bool> hidden_labels(const EpochSeries& series, std::vector<bool> hidden) {
    if (std::find(hidden.begin(), hidden.end(), true) == hidden.end()) return {};
    hidden.resize(series.class_count(), false);
    return hidden;
}

void widen(Box& box, Point p) {
    if (!std::isfinite(p.x) || !std::isfinite(p.y)) return;
    box.min = {std::min(box.min.x, p.x), std::min(box.min.y, p.y)};
    box.max = {std::max(box.max.x, p.x), std::max(box.max.y, p.y)};
}

}  // namespace

Box content_box(const EpochSeries& series, const std::vector<bool>& hidden,
                const PickedSamples* filter, const std::stop_token& stop) {
    const std::vector<bool> left_out = hidden_labels(series, hidden);
    const std::size_t last = series.epoch_count() - 1;
    const std::size_t affordable = std::max(max_positions / series.sample_count(), std::size_t{2});
    const std::size_t steps = std::min(affordable - 1, last);
    Box box{{infinity, infinity}, {-infinity, -infinity}};
    for (std::size_t step = 0; step <= steps; ++step) {
        const std::size_t epoch = steps == 0 ? 0 : step * last / steps;
        const std::span<const Point> positions = series.positions(epoch);
        for (std::size_t i = 0; i < positions.size(); ++i) {
            if (i % stop_interval == 0 && stop.stop_requested()) throw Cancelled();
            if (filter != nullptr && !filter->contains(i)) continue;
            if (left_out.empty() || !left_out[static_cast<std::size_t>(series.labels()[i])])
                widen(box, positions[i]);
        }
    }
    return box.min.x <= box.max.x ? box : series.frame();
}

}  // namespace epochscope
