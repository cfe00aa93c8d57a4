#include "render/placed_dots.h"

#include <epochscope/compute/threads.h>

#include <algorithm>
#include <vector>

namespace epochscope {

namespace {

/// The fill function of Bins.
class Placing {
  public:
    Placing(const PointLayer& points, Share fraction, Size size, float reach,
            const std::stop_token& stop)
        : points_(points), fraction_(fraction), size_(size), reach_(reach), stop_(stop) {}

    [[nodiscard]] std::size_t count() const {
        if (fraction_ == Share::picked && !points_.picked) return 0;
        if (const PickedSamples* listed = listed_samples()) return listed->count();
        return points_.drawn_count();
    }

    void operator()(std::size_t first, std::span<Dot> dots, std::span<BandRange> ranges) const {
        end_if_stopped(stop_);
        if (const PickedSamples* listed = listed_samples()) {
            const auto samples = listed->samples().subspan(first, dots.size());
            place(dots, ranges, [samples](std::size_t k) { return samples[k]; });
        } else if (points_.stride == 1) {
            place(dots, ranges, [first](std::size_t k) { return first + k; });
        } else {
            place(dots, ranges,
                  [&, first](std::size_t k) { return points_.drawn_sample(first + k); });
        }
    }

  private:
    /// The list to go through instead of all samples; null if there is none.
    [[nodiscard]] const PickedSamples* listed_samples() const {
        if (fraction_ == Share::picked && points_.picked_stride == 1) return points_.picked.get();
        return points_.stride == 1 ? points_.filter.get() : nullptr;
    }
    [[nodiscard]] bool is_other_fraction(std::size_t sample) const {
        return points_.is_picked(sample) != (fraction_ == Share::picked);
    }

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
            // Not positive or NaN: not drawn.
            ranges[k] = alpha > 0 ? bands_of(size_, {dots[k].x, dots[k].y}, reach_) : BandRange{};
        }
        if (points_.hides_some())
            for (std::size_t k = 0; k < dots.size(); ++k)
                if (points_.is_hidden(sample(k))) ranges[k] = {};
        if (points_.picked)
            for (std::size_t k = 0; k < dots.size(); ++k)
                if (is_other_fraction(sample(k))) ranges[k] = {};
    }

    const PointLayer& points_;
    Share fraction_;
    Size size_;
    float reach_;
    const std::stop_token& stop_;
};

}  // namespace

Bins<Dot> bin_points(const PointLayer& points, Share fraction, Size size, float reach,
                     const std::stop_token& stop) {
    const Placing placing(points, fraction, size, reach, stop);
    return {placing.count(), band_count(size), placing};
}

}  // namespace epochscope
