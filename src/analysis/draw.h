#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numbers>
#include <random>

namespace epochscope {

/// Random numbers that are the same everywhere, which those of <random>'s distributions are not.
class Draw {
  public:
    explicit Draw(std::uint64_t seed) : bits_(seed) {}

    /// 0 <= x < 1.
    double share() { return static_cast<double>(bits_() >> 11U) * 0x1p-53; }
    /// 0 <= i < count.
    std::size_t below(std::size_t count) {
        return std::min(static_cast<std::size_t>(share() * static_cast<double>(count)), count - 1);
    }
    /// Of the standard normal distribution (Box & Muller 1958).
    double normal() {
        const double radius = std::sqrt(-2 * std::log(1 - share()));
        return radius * std::cos(2 * std::numbers::pi * share());
    }

  private:
    std::mt19937_64 bits_;
};

}  // namespace epochscope
