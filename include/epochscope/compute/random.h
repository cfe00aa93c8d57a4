#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <numbers>
#include <random>
#include <vector>

namespace epochscope {

/// A seed made of one and of what else is to draw differently.
inline std::uint64_t mixed_seed(std::uint64_t seed, std::initializer_list<std::size_t> others) {
    std::vector<std::uint32_t> parts{static_cast<std::uint32_t>(seed),
                                     static_cast<std::uint32_t>(seed >> 32U)};
    for (const std::size_t other : others) parts.push_back(static_cast<std::uint32_t>(other));
    std::seed_seq mixed(parts.begin(), parts.end());
    std::array<std::uint32_t, 2> drawn{};
    mixed.generate(drawn.begin(), drawn.end());
    return (static_cast<std::uint64_t>(drawn[0]) << 32U) | drawn[1];
}

/// Random numbers that are the same everywhere, which those of <random>'s distributions are not.
class RandomGenerator {
  public:
    explicit RandomGenerator(std::uint64_t seed) : bits_(seed) {}

    /// 0 <= x < 1.
    double uniform() { return static_cast<double>(bits_() >> 11U) * 0x1p-53; }
    /// 0 <= i < count.
    std::size_t below(std::size_t count) {
        return std::min(static_cast<std::size_t>(uniform() * static_cast<double>(count)),
                        count - 1);
    }
    /// Of the standard normal distribution (Box & Muller 1958).
    double normal() {
        const double radius = std::sqrt(-2 * std::log(1 - uniform()));
        return radius * std::cos(2 * std::numbers::pi * uniform());
    }

  private:
    std::mt19937_64 bits_;
};

}  // namespace epochscope
