#include "render/backdrop.h"

#include <algorithm>
#include <cmath>

namespace epochscope {

namespace {

constexpr std::size_t channel_count = 4;

/// Whole pixels whose centres lie from `low` up to, not including, `high`, within 0..count.
std::pair<int, int> centres_within(float low, float high, int count) {
    const auto first = [count](double edge) {
        return static_cast<int>(std::clamp<double>(std::ceil(edge - 0.5), 0, count));
    };
    return {first(low), first(high)};
}

/// A pixel's colour as numbers, its alpha taken for 255.
Floats opaque(const std::uint8_t* pixel) {
    return Floats{static_cast<float>(pixel[0]), static_cast<float>(pixel[1]),
                  static_cast<float>(pixel[2]), 255};
}

/// Turns over the lightness of what lies over white, keeping the hue: white becomes black.
void invert_lightness(std::vector<float>& sums) {
    for (std::size_t i = 0; i < sums.size(); i += channel_count) {
        float* sum = sums.data() + i;
        const float white = 255 - sum[3];
        const auto [least, most] = std::minmax({sum[0], sum[1], sum[2]});
        const float shift = 255 - least - most - white;
        for (std::size_t c = 0; c < 3; ++c) sum[c] = std::max(sum[c] + shift, 0.0F);
    }
}

/// Rounds a row over the canvas. Turned over, each channel lets through what it has not itself.
void lay_over_canvas(const std::vector<float>& sums, Colour canvas, bool lightness_inverted,
                     Strip& strip, int y) {
    std::uint8_t* pixel = strip.at(0, y);
    const std::array<std::uint8_t, 4> channels{canvas.r, canvas.g, canvas.b, 255};
    const Floats under = opaque(channels.data()) / 255;
    for (std::size_t x = 0; x < sums.size() / channel_count; ++x) {
        const Floats sum = load(sums.data() + x * channel_count);
        const Floats cover = lightness_inverted ? sum : Floats{} + sum[3];
        const Ints value = __builtin_convertvector(sum + (255 - cover) * under + 0.5F, Ints);
        for (std::size_t c = 0; c < 3; ++c) pixel[c] = static_cast<std::uint8_t>(value[c]);
        pixel += channel_count;
    }
}

}  // namespace

Backdrop::Tap Backdrop::tap_at(double place, int count) {
    const double clamped = std::clamp<double>(place, 0, count - 1);
    const double whole = std::min<double>(std::floor(clamped), std::max(count - 2, 0));
    return {static_cast<std::size_t>(whole), static_cast<float>(clamped - whole)};
}

Backdrop::Backdrop(const Image& picture, const BackgroundLayer& layer, float weight,
                   int canvas_width)
    : picture_(picture), layer_(layer), weight_(weight) {
    const auto [first, last] = centres_within(layer.top_left.x, layer.bottom_right.x, canvas_width);
    if (first >= last) return;
    first_column_ = first;
    const double left = layer.top_left.x;
    const double across = layer.bottom_right.x - left;
    for (int x = first; x < last; ++x)
        columns_.push_back(
            tap_at((x + 0.5 - left) / across * picture.size.width - 0.5, picture.size.width));
    first_pixel_ = columns_.front().index;
    last_pixel_ = std::min(columns_.back().index + 2, static_cast<std::size_t>(picture.size.width));
}

void Backdrop::blend_rows(const Tap& tap, std::vector<float>& row) const {
    const auto width = static_cast<std::size_t>(picture_.size.width);
    const std::size_t below =
        std::min(tap.index + 1, static_cast<std::size_t>(picture_.size.height) - 1);
    const std::uint8_t* upper_row = picture_.rgba.data() + tap.index * width * channel_count;
    const std::uint8_t* lower_row = picture_.rgba.data() + below * width * channel_count;
    const float lower_weight = tap.share * weight_ / 255;
    const float upper_weight = (1 - tap.share) * weight_ / 255;
    // One pixel more than the last, for the right neighbour of the last column.
    row.resize((width + 1) * channel_count);
    for (std::size_t i = first_pixel_; i < last_pixel_; ++i) {
        const std::uint8_t* upper = upper_row + i * channel_count;
        const std::uint8_t* lower = lower_row + i * channel_count;
        store(opaque(upper) * (upper_weight * upper[3]) + opaque(lower) * (lower_weight * lower[3]),
              row.data() + i * channel_count);
    }
}

void Backdrop::add_row(int y, std::vector<float>& sums, std::vector<float>& row) const {
    const double top = layer_.top_left.y;
    const double height = layer_.bottom_right.y - top;
    if (columns_.empty() || y + 0.5 < top || y + 0.5 >= layer_.bottom_right.y) return;
    const int rows = picture_.size.height;
    const double from_top = (y + 0.5 - top) / height * rows - 0.5;
    blend_rows(tap_at(layer_.origin == Origin::upper ? from_top : rows - 1 - from_top, rows), row);
    float* out = sums.data() + static_cast<std::size_t>(first_column_) * channel_count;
    for (const Tap& tap : columns_) {
        const float* left = row.data() + tap.index * channel_count;
        store(load(out) + load(left) * (1 - tap.share) + load(left + channel_count) * tap.share,
              out);
        out += channel_count;
    }
}

void draw_backdrops(Strip& strip, const std::vector<Backdrop>& backdrops, Colour canvas,
                    bool lightness_inverted) {
    if (backdrops.empty()) return;
    const auto width = static_cast<std::size_t>(strip.width());
    std::vector<float> sums;
    std::vector<float> row;
    for (int y = strip.top(); y < strip.bottom(); ++y) {
        sums.assign(width * channel_count, 0);
        for (const Backdrop& backdrop : backdrops) backdrop.add_row(y, sums, row);
        if (lightness_inverted) invert_lightness(sums);
        lay_over_canvas(sums, canvas, lightness_inverted, strip, y);
    }
}

}  // namespace epochscope
