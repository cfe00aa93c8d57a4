#pragma once

#include "projection/affinities.h"
#include "projection/force_kernels.h"

#include <epochscope/projection/tsne.h>

#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace epochscope {

/// Up to whole groups of lanes.
inline std::size_t padded_to_lanes(std::size_t count) {
    return (count + force_lanes - 1) / force_lanes * force_lanes;
}

/// Places as the kernels take them, padded with the last.
template <typename Real>
struct LanePlaces {
    std::vector<Real> x;
    std::vector<Real> y;

    void take(const Layout& layout) {
        const std::size_t count = layout.size();
        x.resize(padded_to_lanes(count), 0);
        y.resize(padded_to_lanes(count), 0);
        for (std::size_t i = 0; i < x.size(); ++i) {
            x[i] = static_cast<Real>(layout.x[std::min(i, count - 1)]);
            y[i] = static_cast<Real>(layout.y[std::min(i, count - 1)]);
        }
    }
};

/// What pulls: affinities in rows that are padded with nothing.
template <typename Real>
class Attraction {
  public:
    Attraction(const Affinities& affinities, int threads) : threads_(threads) {
        offsets_.push_back(0);
        for (std::size_t i = 0; i < affinities.size(); ++i) {
            for (std::size_t k = affinities.offsets[i]; k < affinities.offsets[i + 1]; ++k) {
                neighbours_.push_back(affinities.neighbours[k]);
                values_.push_back(static_cast<Real>(affinities.values[k]));
            }
            neighbours_.resize(padded_to_lanes(neighbours_.size()), static_cast<std::int32_t>(i));
            values_.resize(neighbours_.size(), 0);
            offsets_.push_back(neighbours_.size());
        }
    }

    /// Adds `factor` times the sum over neighbours j of p_ij w_ij (y_i - z_j) to each sample's
    /// gradient: the samples are at y, their neighbours at z.
    void add_to(Layout& gradient, const LanePlaces<Real>& y, const LanePlaces<Real>& z,
                double factor) const {
        constexpr std::size_t rows_at_once = 64;
        const std::size_t count = gradient.size();
        const std::size_t blocks = (count + rows_at_once - 1) / rows_at_once;
        tbb::parallel_for(std::size_t{0}, blocks, [&](std::size_t b) {
            for (std::size_t i = b * rows_at_once; i < std::min(count, (b + 1) * rows_at_once);
                 ++i) {
                std::array<Real, 2> sum{};
                kernels_.pull(y.x[i], y.y[i], z.x.data(), z.y.data(),
                              {neighbours_.data() + offsets_[i], values_.data() + offsets_[i],
                               offsets_[i + 1] - offsets_[i]},
                              sum.data());
                gradient.x[i] += factor * static_cast<double>(sum[0]);
                gradient.y[i] += factor * static_cast<double>(sum[1]);
            }
        });
    }

    [[nodiscard]] int threads() const { return threads_; }

  private:
    int threads_;
    ForceKernels<Real> kernels_ = force_kernels<Real>();
    std::vector<std::size_t> offsets_;
    std::vector<std::int32_t> neighbours_;
    std::vector<Real> values_;
};

}  // namespace epochscope
