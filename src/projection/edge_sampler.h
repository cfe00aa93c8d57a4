#pragma once

#include "projection/fuzzy_complex.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace epochscope {

/// Random bits that are cheap to begin anew (Steele, Lea & Flood 2014, SplitMix64).
class QuickDraw {
  public:
    QuickDraw(std::uint64_t seed, std::uint64_t stream);
    std::uint64_t bits();
    /// 0 <= i < count, count below 2^32.
    std::size_t below(std::size_t count) {
        return static_cast<std::size_t>(((bits() >> 32U) * count) >> 32U);
    }
    /// 0 <= x < 1.
    double share() { return static_cast<double>(bits() >> 11U) * 0x1p-53; }

  private:
    std::uint64_t state_;
};

/// Draws edges by their weights (Walker 1977; Vose 1991: alias tables). O(1) a draw.
class EdgeSampler {
  public:
    /// Their weights are how often each is to be drawn in one pass; those of 0 never are.
    explicit EdgeSampler(std::vector<WeightedEdge> edges);

    [[nodiscard]] bool is_empty() const { return edges_.empty(); }
    /// How many are drawn in a pass: the sum of the weights, at least 1.
    [[nodiscard]] std::size_t draws() const { return draws_; }
    /// One of them, either way round; there has to be one.
    [[nodiscard]] WeightedEdge draw(QuickDraw& random) const;

  private:
    std::vector<WeightedEdge> edges_;
    /// How often the edge of an index is taken when it is hit, and otherwise which.
    std::vector<double> shares_;
    std::vector<std::uint32_t> others_;
    std::size_t draws_ = 1;
};

}  // namespace epochscope
