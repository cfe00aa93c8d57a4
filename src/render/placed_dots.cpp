#include "render/placed_dots.h"

#include <algorithm>
#include <vector>

namespace epochscope {

namespace {

/// Fills in what Bins asks for.
class Placing {
  public:
    Placing(const PointLayer& points, Size size, float reach)
        : points_(points), size_(size), reach_(reach) {}

    void operator()(std::size_t first, std::span<Dot> dots, std::span<BandRange> ranges) const {
        for (std::size_t k = 0; k < dots.size(); ++k) {
            const Pixel p = points_.pixel_of(first + k);
            dots[k].x = p.x;
            dots[k].y = p.y;
        }
        for (std::size_t k = 0; k < dots.size(); ++k) {
            const Colour colour = points_.colour_of(first + k);
            const float alpha = points_.alpha_of(first + k);
            dots[k].colour = colour;
            dots[k].alpha = std::min(alpha, 1.0F) * static_cast<float>(colour.a);
            // Not above 0, or not a number: not drawn.
            ranges[k] = alpha > 0 ? bands_of(size_, {dots[k].x, dots[k].y}, reach_) : BandRange{};
        }
        if (points_.hidden.empty()) return;
        for (std::size_t k = 0; k < dots.size(); ++k)
            if (points_.is_hidden(first + k)) ranges[k] = {};
    }

  private:
    const PointLayer& points_;
    Size size_;
    float reach_;
};

}  // namespace

Bins<Dot> bin_points(const PointLayer& points, Size size, float reach) {
    return {points.from.size(), band_count(size), Placing(points, size, reach)};
}

}  // namespace epochscope
