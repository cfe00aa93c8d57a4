#include <epochscope/model/playhead.h>

#include <algorithm>
#include <cmath>

namespace epochscope {

double clamp_playhead(double playhead, std::size_t epoch_count) {
    if (std::isnan(playhead) || epoch_count == 0) return 0;
    return std::clamp(playhead, 0.0, static_cast<double>(epoch_count - 1));
}

Moment moment_at(double playhead, std::size_t epoch_count) {
    const double clamped = clamp_playhead(playhead, epoch_count);
    const double whole = std::floor(clamped);
    const auto from = static_cast<std::size_t>(whole);
    const auto t = static_cast<float>(clamped - whole);
    return {from, t > 0 ? from + 1 : from, t};
}

double epoch_number_at(const EpochSeries& series, double playhead) {
    const double clamped = clamp_playhead(playhead, series.epoch_count());
    const double whole = std::floor(clamped);
    const auto from = static_cast<std::size_t>(whole);
    const auto number = static_cast<double>(series.epoch(from).number);
    if (clamped == whole) return number;
    const auto next = static_cast<double>(series.epoch(from + 1).number);
    return number + (next - number) * (clamped - whole);
}

double playhead_at_number(const EpochSeries& series, double number) {
    const std::span<const Epoch> epochs = series.epochs();
    if (!(number > static_cast<double>(epochs.front().number))) return 0;
    const auto after = std::upper_bound(
        epochs.begin(), epochs.end(), number,
        [](double n, const Epoch& e) { return n < static_cast<double>(e.number); });
    const auto from = static_cast<std::size_t>(after - epochs.begin()) - 1;
    if (after == epochs.end()) return static_cast<double>(from);
    const auto low = static_cast<double>(epochs[from].number);
    const auto high = static_cast<double>(epochs[from + 1].number);
    return static_cast<double>(from) + (number - low) / (high - low);
}

Point position_at(const EpochSeries& series, const Moment& moment, std::size_t sample) {
    return mix(series.positions(moment.from)[sample], series.positions(moment.to)[sample],
               moment.t);
}

}  // namespace epochscope
