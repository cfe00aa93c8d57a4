#include "projection/landscape_field.h"

#include <epochscope/compute/threads.h>
#include <epochscope/model/error.h>

#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <numeric>

namespace epochscope {

namespace {

constexpr std::size_t most_pixels = 64U << 20U;
/// The share of a class's own colour where it leads most.
constexpr float most_share = 0.5F * 0.9F;

/// Rounded; a call of lround for each would take longer than all the rest.
std::uint8_t thinned(std::uint8_t channel, float share) {
    return static_cast<std::uint8_t>(255.5F - share * static_cast<float>(255 - channel));
}

std::size_t pixels_of(Size size) {
    if (size.width < 1 || size.height < 1)
        throw Error("landscape", "its size is ", size.width, "x", size.height,
                    ", expected at least 1x1");
    const auto width = static_cast<std::size_t>(size.width);
    const auto height = static_cast<std::size_t>(size.height);
    if (height > most_pixels / width)
        throw Error("landscape", "its size is ", width, "x", height, ", expected at most ",
                    most_pixels, " pixels in all");
    return width * height;
}

}  // namespace

LandscapeField::LandscapeField(Size s) : size(s), leader(pixels_of(s)), gap(leader.size()) {}

float greatest_gap(const LandscapeField& field) {
    // The greater of a number and NaN is the number.
    return std::accumulate(field.gap.begin(), field.gap.end(), 0.0F,
                           [](float greatest, float gap) { return std::max(greatest, gap); });
}

Image coloured(const LandscapeField& field, std::span<const Colour> colours, float greatest,
               int threads) {
    Image image(field.size);
    const auto paint_row = [&](std::size_t row) {
        for (std::size_t p = row * field.width(); p < (row + 1) * field.width(); ++p) {
            const auto leader = static_cast<std::size_t>(field.leader[p]);
            const bool leads =
                field.gap[p] > 0 && field.gap[p] >= field.least_gap && leader < colours.size();
            const float share = leads ? most_share * std::min(field.gap[p] / greatest, 1.0F) : 0;
            const Colour colour = leads ? colours[leader] : Colour{255, 255, 255};
            std::uint8_t* pixel = &image.rgba[4 * p];
            pixel[0] = thinned(colour.r, share);
            pixel[1] = thinned(colour.g, share);
            pixel[2] = thinned(colour.b, share);
            pixel[3] = 255;
        }
    };
    on_threads(threads, [&] { tbb::parallel_for(std::size_t{0}, field.height(), paint_row); });
    return image;
}

}  // namespace epochscope
