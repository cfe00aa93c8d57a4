#pragma once

#include <bit>
#include <cstdint>
#include <span>
#include <string_view>

namespace epochscope {

/// Tells content from other content, such as an epoch from one written again: FNV-1a of 64 bits,
/// the same on any machine.
class Fingerprint {
  public:
    void add(std::uint64_t value) {
        for (unsigned shift = 0; shift < 64; shift += 8) add_byte((value >> shift) & 0xFFU);
    }
    void add(std::string_view text) {
        for (const char c : text) add_byte(static_cast<unsigned char>(c));
        add_byte(0);
    }
    /// By their bits: what is not a number is not equal to itself.
    void add(std::span<const float> values) {
        for (const float value : values) add(std::uint64_t{std::bit_cast<std::uint32_t>(value)});
    }
    [[nodiscard]] std::uint64_t value() const { return value_; }

  private:
    void add_byte(std::uint64_t byte) { value_ = (value_ ^ byte) * 0x100000001B3U; }

    std::uint64_t value_ = 0xCBF29CE484222325U;
};

}  // namespace epochscope
