#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <numbers>
#include <random>
#include <span>
#include <utility>
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

/// Random numbers that do not depend on the standard library, unlike those of its distributions.
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

    /// Puts values into a random order. Fewer than 2^32 values.
    template <typename Value>
    void shuffle(std::span<Value> values) {
        std::size_t i = 1;
        if (values.size() % 2 == 0 && !values.empty()) std::swap(values[i++], values[whole(2)]);
        // A number for two places.
        for (; i < values.size(); i += 2) {
            const std::uint64_t both = whole((i + 1) * (i + 2));
            std::swap(values[i], values[both / (i + 2)]);
            std::swap(values[i + 1], values[both % (i + 2)]);
        }
    }

    /// `wanted` of 0 .. count - 1, rising; all of them if there are fewer. count < 2^32.
    std::vector<std::size_t> sample(std::size_t count, std::size_t wanted) {
        std::vector<std::size_t> chosen;
        wanted = std::min(wanted, count);
        const auto offer = [&](std::size_t i, std::uint64_t drawn) {
            if (drawn < wanted - chosen.size()) chosen.push_back(i);
        };
        // A number for two indices.
        for (std::size_t i = 0; chosen.size() < wanted; i += 2) {
            const std::size_t left = count - i;
            const std::uint64_t both = left > 1 ? whole(left * (left - 1)) : 0;
            offer(i, left > 1 ? both / (left - 1) : 0);
            if (left > 1) offer(i + 1, both % (left - 1));
        }
        return chosen;
    }

  private:
    /// 0 <= i < count, each exactly as likely (Lemire 2019).
    std::uint64_t whole(std::uint64_t count) {
        __extension__ using Wide = unsigned __int128;
        Wide product = Wide{bits_()} * count;
        while (static_cast<std::uint64_t>(product) < -count % count)
            product = Wide{bits_()} * count;
        return static_cast<std::uint64_t>(product >> 64U);
    }

    std::mt19937_64 bits_;
};

}  // namespace epochscope
