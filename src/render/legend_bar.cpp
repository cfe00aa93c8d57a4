#include "render/legend_bar.h"

#include "render/named_axes.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

namespace epochscope {

namespace {

// Logical pixels and fractions.
constexpr float bar_height = 88;
constexpr float bar_width = 10;
/// The distances from the right and lower edges, above the axis labels.
constexpr float side_gap = 20;
constexpr float lower_gap = 40;
/// The distance from the line of a named axis.
constexpr float axis_gap = 20;
constexpr float label_gap = 7;
constexpr float label_height = 11;
constexpr float title_gap = 16;
constexpr float label_ink = 0.75F;
constexpr float box_edge_faintness = 0.7F;
constexpr float plate_margin = 10;
constexpr float plate_width = 152;
/// The distance between two background boxes.
constexpr float plate_gap = 8;
constexpr float min_width = 320;
constexpr float min_height = 240;

}  // namespace

std::size_t legend_bars(const Scene& scene, const Frame& frame) {
    const bool by_numbers = scene.colouring() != nullptr && !scene.colouring()->is_categorical();
    return std::size_t{frame.density ? 1U : 0U} + (by_numbers ? 1U : 0U);
}

float estimated_width(std::string_view words) {
    constexpr float letter = 0.58F;
    constexpr float wide_letter = 1.05F;
    float width = 0;
    for (const char byte : words) {
        const auto unit = static_cast<unsigned char>(byte);
        const bool continues = unit >= 0x80 && unit < 0xC0;
        if (!continues) width += unit >= 0xE0 ? wide_letter : letter;
    }
    return std::min(width, max_legend_name);
}

void add_legend_box(const Scene& scene, Pixel upper_left, Pixel lower_right, Frame& frame) {
    const Style& style = scene.style();
    const float middle = (upper_left.y + lower_right.y) / 2;
    const auto add = [&](float beyond, Colour colour) {
        frame.legend.push_back({{upper_left.x - beyond, middle},
                                {lower_right.x + beyond, middle},
                                colour,
                                lower_right.y - upper_left.y + 2 * beyond,
                                false});
    };
    add(std::max(1.0F, std::round(scene.px(1))),
        blended(style.ink, style.canvas, box_edge_faintness));
    add(0, style.canvas);
}

LegendBar::LegendBar(const Scene& scene, std::size_t place) : scene_(scene) {
    const float off = static_cast<float>(place) * (plate_width + plate_gap);
    right_ = std::round(static_cast<float>(scene.size().width) - scene.px(side_gap + off));
    left_ = right_ - std::round(scene.px(bar_width));
    const float axes = lower_room_of_axes(scene);
    const float gap = axes > 0 ? axes + scene.px(axis_gap) : scene.px(lower_gap);
    bottom_ = std::round(static_cast<float>(scene.size().height) - gap);
    top_ = bottom_ - std::round(scene.px(bar_height));
}

bool LegendBar::has_room(const Scene& scene) {
    return static_cast<float>(scene.size().width) >= scene.px(min_width) &&
           static_cast<float>(scene.size().height) >= scene.px(min_height);
}

Colour LegendBar::ink() const { return faded(scene_.style().ink, label_ink); }

void LegendBar::add_title(std::string words, Frame& frame, std::string_view label) const {
    const float margin = scene_.px(plate_margin);
    float width = scene_.px(plate_width);
    if (!label.empty()) {
        const float title_width = label_height * estimated_width(words);
        const float row_width = label_height * estimated_width(label) + label_gap + bar_width;
        width = std::max(width, scene_.px(std::max(title_width, row_width)) + 2 * margin);
    }
    const float right = right_ + margin;
    add_legend_box(scene_, {std::round(right - width), top_ - scene_.px(title_gap) - margin},
                   {right, bottom_ + margin}, frame);
    frame.texts.push_back({std::move(words),
                           {right_, top_ - scene_.px(title_gap)},
                           TextRole::legend_title,
                           ink(),
                           scene_.px(label_height)});
}

Pixel LegendBar::middle(double way) const {
    return {(left_ + right_) / 2, bottom_ - (bottom_ - top_) * static_cast<float>(way)};
}

void LegendBar::add_label(std::string words, double way, Frame& frame) const {
    const float y = bottom_ - (bottom_ - top_) * static_cast<float>(way);
    frame.texts.push_back({std::move(words),
                           {left_ - scene_.px(label_gap), y},
                           TextRole::legend,
                           ink(),
                           scene_.px(label_height)});
}

}  // namespace epochscope
