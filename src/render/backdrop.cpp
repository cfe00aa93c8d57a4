#include "render/backdrop.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <memory>
#include <utility>

namespace epochscope {

namespace {

constexpr std::size_t channel_count = 4;

/// The colour of a pixel as floats, opaque.
Floats opaque(const std::uint8_t* pixel) {
    using Pixel4 __attribute__((vector_size(4))) = std::uint8_t;
    Pixel4 bytes;
    std::memcpy(&bytes, pixel, sizeof bytes);
    bytes[3] = 255;
    return __builtin_convertvector(__builtin_convertvector(bytes, Ints), Floats);
}

/// Inverts the lightness of a colour over white and preserves its hue: white becomes black.
void invert_lightness(std::vector<float>& sums) {
    for (std::size_t i = 0; i < sums.size(); i += channel_count) {
        float* sum = sums.data() + i;
        const float white = 255 - sum[3];
        const auto [min, max] = std::minmax({sum[0], sum[1], sum[2]});
        const float shift = 255 - min - max - white;
        for (std::size_t c = 0; c < 3; ++c) sum[c] = std::max(sum[c] + shift, 0.0F);
    }
}

/// Rounds a row over the canvas, from a column on. With inverted lightness, each channel is an
/// alpha for itself.
void lay_over_canvas(const std::vector<float>& sums, Colour canvas, bool lightness_inverted,
                     Strip& strip, int first_column, int y) {
    std::uint8_t* pixel = strip.at(first_column, y);
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

std::pair<int, int> centres_within(float low, float high, int count) {
    const auto first = [count](double edge) {
        return static_cast<int>(std::clamp<double>(std::ceil(edge - 0.5), 0, count));
    };
    return {first(low), first(high)};
}

Backdrop::Tap Backdrop::tap_at(double place, int count) {
    const double clamped = std::clamp<double>(place, 0, count - 1);
    const double whole = std::min<double>(std::floor(clamped), std::max(count - 2, 0));
    return {static_cast<std::size_t>(whole), static_cast<float>(clamped - whole)};
}

Backdrop::Backdrop(std::vector<WeightedPicture> pictures, const BackgroundLayer& layer,
                   int canvas_width)
    : pictures_(std::move(pictures)), size_(pictures_.front().image->size), layer_(layer) {
    const auto [first, last] = centres_within(layer.top_left.x, layer.bottom_right.x, canvas_width);
    if (first >= last) return;
    first_column_ = first;
    const double left = layer.top_left.x;
    const double across = layer.bottom_right.x - left;
    for (int x = first; x < last; ++x)
        columns_.push_back(tap_at((x + 0.5 - left) / across * size_.width - 0.5, size_.width));
    first_pixel_ = columns_.front().index;
    last_pixel_ = std::min(columns_.back().index + 2, static_cast<std::size_t>(size_.width));
}

void Backdrop::blend_rows(const Tap& tap, std::vector<float>& row) const {
    struct Part {
        const std::uint8_t* pixels;
        float weight;
    };
    std::array<Part, 4> parts{};
    std::size_t count = 0;
    const std::size_t row_bytes = static_cast<std::size_t>(size_.width) * channel_count;
    for (const WeightedPicture& picture : pictures_) {
        const std::uint8_t* upper = picture.image->rgba.data() + tap.index * row_bytes;
        parts[count++] = {upper, (1 - tap.fraction) * picture.weight / 255};
        // Without weight, there may be no lower row.
        if (tap.fraction > 0)
            parts[count++] = {upper + row_bytes, tap.fraction * picture.weight / 255};
    }
    // One pixel beyond the last, as the right neighbour of the last column.
    row.resize(row_bytes + channel_count);
    for (std::size_t i = first_pixel_ * channel_count; i < last_pixel_ * channel_count;
         i += channel_count) {
        Floats sum{};
        for (std::size_t k = 0; k < count; ++k) {
            const std::uint8_t* pixel = parts[k].pixels + i;
            sum += opaque(pixel) * (parts[k].weight * pixel[3]);
        }
        store(sum, row.data() + i);
    }
}

bool Backdrop::shows_row(int y) const {
    const double centre = y + 0.5;
    return !columns_.empty() && centre >= static_cast<double>(layer_.top_left.y) &&
           centre < static_cast<double>(layer_.bottom_right.y);
}

void Backdrop::add_row(int y, std::vector<float>& sums, std::vector<float>& row) const {
    const double top = layer_.top_left.y;
    const double height = layer_.bottom_right.y - top;
    const int rows = size_.height;
    const double from_top = (y + 0.5 - top) / height * rows - 0.5;
    const Tap tap = tap_at(layer_.origin == Origin::upper ? from_top : rows - 1 - from_top, rows);
    blend_rows(tap, row);
    float* out = sums.data();
    for (const Tap& column : columns_) {
        const float* left = row.data() + column.index * channel_count;
        store(load(out) + load(left) * (1 - column.fraction) +
                  load(left + channel_count) * column.fraction,
              out);
        out += channel_count;
    }
}

std::vector<Backdrop> backdrops_of(const BackgroundLayer& layer, int canvas_width) {
    std::vector<WeightedPicture> pictures;
    const auto add = [&](const std::shared_ptr<const Image>& picture, float weight) {
        if (picture && !picture->rgba.empty() && weight > 0)
            pictures.push_back({picture.get(), weight});
    };
    add(layer.from, 1 - layer.t);
    add(layer.to, layer.t);
    std::vector<Backdrop> backdrops;
    if (pictures.size() == 2 && pictures[0].image->size == pictures[1].image->size) {
        backdrops.emplace_back(std::move(pictures), layer, canvas_width);
    } else {
        for (const WeightedPicture& picture : pictures)
            backdrops.emplace_back(std::vector{picture}, layer, canvas_width);
    }
    return backdrops;
}

void draw_backdrops(Strip& strip, const std::vector<Backdrop>& backdrops, Colour canvas,
                    bool lightness_inverted) {
    if (backdrops.empty()) return;
    // All pictures of a layer have the same rectangle.
    const Backdrop& any = backdrops.front();
    std::vector<float> sums;
    std::vector<float> row;
    for (int y = strip.top(); y < strip.bottom(); ++y) {
        if (!any.shows_row(y)) continue;
        sums.assign(any.column_count() * channel_count, 0);
        for (const Backdrop& backdrop : backdrops) backdrop.add_row(y, sums, row);
        if (lightness_inverted) invert_lightness(sums);
        lay_over_canvas(sums, canvas, lightness_inverted, strip, any.first_column(), y);
    }
}

}  // namespace epochscope
