#include "render/placed_dots.h"

#include "analysis/threads.h"

#include <algorithm>
#include <vector>

namespace epochscope {

namespace {

/// Fills in what Bins asks for.
class Placing {
  public:
    Placing(const PointLayer& points, Size size, float reach, const std::stop_token& stop)
        : points_(points), size_(size), reach_(reach), stop_(stop) {}

    void operator()(std::size_t first, std::span<Dot> dots, std::span<BandRange> ranges) const {
        end_if_stopped(stop_);
        if (points_.stride == 1) {
            place(dots, ranges, [first](std::size_t k) { return first + k; });
        } else {
            place(dots, ranges,
                  [&, first](std::size_t k) { return points_.drawn_sample(first + k); });
        }
    }

  private:
    /// Dot k is the sample that `sample` tells.
    template <typename Sample>
    void place(std::span<Dot> dots, std::span<BandRange> ranges, const Sample& sample) const {
        for (std::size_t k = 0; k < dots.size(); ++k) {
            const Pixel p = points_.pixel_of(sample(k));
            dots[k].x = p.x;
            dots[k].y = p.y;
        }
        for (std::size_t k = 0; k < dots.size(); ++k) {
            const Colour colour = points_.colour_of(sample(k));
            const float alpha = points_.alpha_of(sample(k));
            dots[k].colour = colour;
            dots[k].alpha = std::min(alpha, 1.0F) * static_cast<float>(colour.a);
            // Not above 0, or not a number: not drawn.
            ranges[k] = alpha > 0 ? bands_of(size_, {dots[k].x, dots[k].y}, reach_) : BandRange{};
        }
        if (points_.hidden.empty()) return;
        for (std::size_t k = 0; k < dots.size(); ++k)
            if (points_.is_hidden(sample(k))) ranges[k] = {};
    }

    const PointLayer& points_;
    Size size_;
    float reach_;
    const std::stop_token& stop_;
};

}  // namespace

Bins<Dot> bin_points(const PointLayer& points, Size size, float reach,
                     const std::stop_token& stop) {
    return {points.drawn_count(), band_count(size), Placing(points, size, reach, stop)};
}

}  // namespace epochscope
