#include "render/axes.h"

#include <epochscope/render/ticks.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace epochscope {

namespace {

// Logical pixels and fractions of the ink.
constexpr float label_height = 11;
constexpr float edge_gap = 6;
constexpr float label_gap = 5;
constexpr float column_distance = 110;
constexpr float row_distance = 80;
constexpr float grid_ink = 0.09F;
constexpr float label_ink = 0.62F;
/// The approximate width of a digit, as a fraction of the font's height.
constexpr float digit_width = 0.56F;

struct Layout {
    float height;
    /// The end of the row labels and beginning of the grid.
    float left;
    /// The end of the grid and beginning of the column labels.
    float bottom;
};

/// The centre of the pixel of a position, for crisp lines of one pixel.
float snapped(double pixel) { return static_cast<float>(std::floor(pixel)) + 0.5F; }

/// A line along the edge of the canvas would look like a border.
bool is_at_edge(float pixel, float length) { return pixel < 2 || pixel > length - 2; }

int ticks_for(int pixels, float distance) {
    return std::max(2, static_cast<int>(static_cast<float>(pixels) / distance));
}

void add_columns(const Scene& scene, const Ticks& ticks, const Layout& layout, Frame& frame) {
    const Colour grid = faded(scene.style().ink, grid_ink);
    const Colour ink = faded(scene.style().ink, label_ink);
    const auto width = static_cast<float>(scene.size().width);
    for (const double place : ticks.values) {
        const float x = snapped(scene.mapping().scale_x * place + scene.mapping().offset_x);
        if (x < layout.left || is_at_edge(x, width)) continue;
        const float line_width = std::max(1.0F, std::round(scene.px(1)));
        frame.lines.push_back({{x, 0}, {x, layout.bottom}, grid, line_width, false});
        std::string words = tick_label(place, ticks.step);
        const float half = label_width(words, layout.height) / 2;
        if (x - half < layout.left || x + half > width - scene.px(edge_gap)) continue;
        frame.texts.push_back({std::move(words),
                               {x, layout.bottom + scene.px(label_gap)},
                               TextRole::axis_x,
                               ink,
                               layout.height});
    }
}

void add_rows(const Scene& scene, const Ticks& ticks, const Layout& layout, Frame& frame) {
    const Colour grid = faded(scene.style().ink, grid_ink);
    const Colour ink = faded(scene.style().ink, label_ink);
    const auto width = static_cast<float>(scene.size().width);
    for (const double place : ticks.values) {
        const float y = snapped(scene.mapping().scale_y * place + scene.mapping().offset_y);
        if (y > layout.bottom || is_at_edge(y, static_cast<float>(scene.size().height))) continue;
        const float line_width = std::max(1.0F, std::round(scene.px(1)));
        frame.lines.push_back({{layout.left, y}, {width, y}, grid, line_width, false});
        if (y < layout.height || y + layout.height / 2 > layout.bottom) continue;
        frame.texts.push_back({tick_label(place, ticks.step),
                               {layout.left - scene.px(label_gap), y},
                               TextRole::axis_y,
                               ink,
                               layout.height});
    }
}

}  // namespace

Ticks nice_ticks(double low, double high, int at_most) {
    Ticks ticks;
    const double rough = (high - low) / std::max(at_most, 1);
    if (!(rough > 0) || !std::isfinite(rough)) return ticks;
    const double power = std::pow(10, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0, 10.0}) {
        ticks.step = factor * power;
        // Tolerates rounding of the step.
        if (ticks.step >= rough * (1 - 1e-9)) break;
    }
    const double first = std::ceil(low / ticks.step - 1e-9);
    const double last = std::floor(high / ticks.step + 1e-9);
    for (double k = first; k <= last && ticks.values.size() <= static_cast<std::size_t>(at_most);
         ++k)
        ticks.values.push_back(k == 0 ? 0 : k * ticks.step);
    return ticks;
}

std::string tick_label(double place, double step) {
    char text[64];
    const int exponent = static_cast<int>(std::floor(std::log10(step) + 1e-9));
    const double largest = std::max(std::abs(place), step);
    // Decimals beyond this range are not readable.
    const bool plain = exponent >= -9 && largest < 1e6;
    const int digits = plain ? std::max(0, -exponent)
                             : std::clamp(static_cast<int>(std::log10(largest / step)) + 1, 1, 15);
    const auto format = plain ? std::chars_format::fixed : std::chars_format::scientific;
    const auto end = std::to_chars(std::begin(text), std::end(text), place, format, digits).ptr;
    return {std::begin(text), end};
}

float label_width(const std::string& words, float height) {
    return static_cast<float>(words.size()) * digit_width * height;
}

void add_axes(const Scene& scene, Frame& frame) {
    const Size size = scene.size();
    const Mapping& mapping = scene.mapping();
    const Ticks columns = nice_ticks(-mapping.offset_x / mapping.scale_x,
                                     (size.width - mapping.offset_x) / mapping.scale_x,
                                     ticks_for(size.width, scene.px(column_distance)));
    const Ticks rows = nice_ticks((size.height - mapping.offset_y) / mapping.scale_y,
                                  -mapping.offset_y / mapping.scale_y,
                                  ticks_for(size.height, scene.px(row_distance)));
    Layout layout{};
    layout.height = scene.px(label_height);
    layout.bottom =
        static_cast<float>(size.height) - layout.height - scene.px(edge_gap + label_gap);
    float widest = 0;
    for (const double place : rows.values)
        widest = std::max(widest, label_width(tick_label(place, rows.step), layout.height));
    layout.left = std::round(widest + scene.px(edge_gap + label_gap));
    add_columns(scene, columns, layout, frame);
    add_rows(scene, rows, layout, frame);
}

}  // namespace epochscope
