#include "export/html_bytes.h"

#include <epochscope/io/deflate.h>

#include <string_view>

namespace epochscope {

namespace {

constexpr std::string_view digits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

std::size_t width_for(std::size_t max) {
    if (max <= 0xFF) return 1;
    return max <= 0xFFFF ? 2 : 4;
}

}  // namespace

std::string base64(std::span<const std::uint8_t> bytes) {
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const auto byte = [&](std::size_t k) {
            return i + k < bytes.size() ? std::uint32_t{bytes[i + k]} : 0;
        };
        const std::uint32_t group = byte(0) << 16U | byte(1) << 8U | byte(2);
        for (std::size_t k = 0; k < 4; ++k)
            text += i + k <= bytes.size() ? digits[group >> (18 - 6 * k) & 63U] : '=';
    }
    return text;
}

std::string packed(std::span<const std::uint8_t> bytes) { return base64(deflated(bytes)); }

NumberBytes::NumberBytes(std::size_t max) : width_(width_for(max)) {}

void NumberBytes::add(std::size_t number) {
    for (std::size_t byte = 0; byte < width_; ++byte)
        bytes_.push_back(static_cast<std::uint8_t>(number >> (8 * byte) & 0xFFU));
}

}  // namespace epochscope
