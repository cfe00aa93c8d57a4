#include "render/colour_bar.h"

#include "render/legend_bar.h"

#include <epochscope/model/column.h>
#include <epochscope/render/ticks.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

namespace epochscope {

namespace {

/// The minimum distance of labels as a fraction of the bar.
constexpr double min_distance = 0.18;
constexpr int inner_ticks = 4;

/// A number at the bar: where it stands, its value or a fraction of the height.
struct Label {
    double at;
    std::string words;
};

std::string short_number(double value) {
    std::array<char, 32> words{};
    const int length = std::snprintf(words.data(), words.size(), "%.4g", value);
    return {words.data(), static_cast<std::size_t>(length)};
}

/// The day alone if the bar covers more than some days.
std::string date_label(const Colouring& colouring, double value) {
    constexpr double long_range = 4 * 86400.0;
    std::string words = date_words(static_cast<std::int64_t>(std::llround(value)));
    constexpr std::size_t day_length = 10;
    if (colouring.max - colouring.min > long_range && words.size() > day_length)
        words.resize(day_length);
    return words;
}

/// Powers of ten, every second or third of many.
std::vector<Label> decades(double min, double max) {
    const auto first = static_cast<int>(std::ceil(std::log10(min)));
    const auto last = static_cast<int>(std::floor(std::log10(max)));
    const int step = 1 + (last - first) / inner_ticks;
    std::vector<Label> labels;
    for (int power = first; power <= last; power += step) {
        const double value = std::pow(10.0, power);
        labels.push_back({value, short_number(value)});
    }
    return labels;
}

std::vector<Label> inner_labels(const Colouring& colouring) {
    const double min = colouring.min;
    const double max = colouring.max;
    const double middle = min + (max - min) / 2;
    if (colouring.unit == ColourUnit::share) return {{middle, "50 %"}};
    if (colouring.unit == ColourUnit::date) return {{middle, date_label(colouring, middle)}};
    if (colouring.is_log) return decades(min, max);
    std::vector<Label> labels;
    const Ticks ticks = nice_ticks(min, max, inner_ticks);
    for (const double value : ticks.values)
        labels.push_back({value, tick_label(value, ticks.step)});
    return labels;
}

std::string end_words(const Colouring& colouring, double value) {
    if (colouring.unit == ColourUnit::share) return value == 0 ? "0 %" : "100 %";
    if (colouring.unit == ColourUnit::date) return date_label(colouring, value);
    return short_number(value);
}

/// The fraction of the bar at which a number stands.
double way_of(const Colouring& colouring, double value) {
    const auto scaled = [&](double x) { return colouring.is_log ? std::log(x) : x; };
    const double min = scaled(colouring.min);
    return (scaled(value) - min) / (scaled(colouring.max) - min);
}

/// From below upwards.
std::vector<Label> labels_of(const Colouring& colouring) {
    if (!(colouring.max > colouring.min)) return {{0.5, end_words(colouring, colouring.min)}};
    std::vector<Label> labels{{0, end_words(colouring, colouring.min)}};
    for (Label& label : inner_labels(colouring)) {
        label.at = way_of(colouring, label.at);
        const bool has_room = label.at - labels.back().at >= min_distance;
        if (has_room && 1 - label.at >= min_distance) labels.push_back(std::move(label));
    }
    labels.push_back({1, end_words(colouring, colouring.max)});
    return labels;
}

}  // namespace

void add_colour_bar(const Scene& scene, Frame& frame) {
    const Colouring* colouring = scene.colouring();
    if (colouring == nullptr || colouring->is_categorical() || !LegendBar::has_room(scene)) return;
    // Beside the density legend, if there is one.
    const LegendBar bar(scene, frame.density ? 1 : 0);
    const std::vector<Label> labels = labels_of(*colouring);
    const auto widest =
        std::ranges::max_element(labels, {}, [](const Label& label) { return label.words.size(); });
    bar.add_title(colouring->title + (colouring->is_log ? " (log)" : ""), frame, widest->words);
    const std::vector<Colour>& colours = scene.palette();
    const auto last = static_cast<double>(colours.size() - 1);
    bar.add_rows(
        [&](double way) {
            const auto below = static_cast<std::size_t>(way * last);
            const std::size_t above = std::min(below + 1, colours.size() - 1);
            return blended(colours[below], colours[above],
                           static_cast<float>(way * last - static_cast<double>(below)));
        },
        frame);
    for (const Label& label : labels) bar.add_label(label.words, label.at, frame);
}

}  // namespace epochscope
