#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace epochscope::tests {

using Bytes = std::vector<std::uint8_t>;

/// A PNG made by hand, part by part, with uncompressed content.
class PngBytes {
  public:
    PngBytes() : bytes_{0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'} {}

    /// A head: colour 0 is grey, 2 RGB, 3 a palette, 4 grey and alpha, 6 RGBA.
    PngBytes& head(std::uint32_t width, std::uint32_t height, std::uint8_t bits,
                   std::uint8_t colour) {
        Bytes content;
        append_number(content, width);
        append_number(content, height);
        content.insert(content.end(), {bits, colour, 0, 0, 0});
        return part("IHDR", content);
    }
    /// Rows of pixels, each with its filter's number (0: none) before it.
    PngBytes& rows(const Bytes& raw) {
        const auto length = static_cast<std::uint16_t>(raw.size());
        const auto inverse = static_cast<std::uint16_t>(~length);
        Bytes content{0x78,
                      0x01,
                      1,
                      static_cast<std::uint8_t>(length & 0xFFU),
                      static_cast<std::uint8_t>(length >> 8U),
                      static_cast<std::uint8_t>(inverse & 0xFFU),
                      static_cast<std::uint8_t>(inverse >> 8U)};
        content.insert(content.end(), raw.begin(), raw.end());
        std::uint32_t a = 1;
        std::uint32_t b = 0;
        for (const std::uint8_t byte : raw) {
            a = (a + byte) % 65521;
            b = (b + a) % 65521;
        }
        append_number(content, (b << 16U) | a);
        return part("IDAT", content);
    }
    PngBytes& part(std::string_view name, const Bytes& content) {
        append_number(bytes_, static_cast<std::uint32_t>(content.size()));
        const std::size_t begin = bytes_.size();
        bytes_.insert(bytes_.end(), name.begin(), name.end());
        bytes_.insert(bytes_.end(), content.begin(), content.end());
        append_number(bytes_, check_sum(begin));
        return *this;
    }
    [[nodiscard]] Bytes end() { return part("IEND", {}).bytes_; }

  private:
    static void append_number(Bytes& bytes, std::uint32_t number) {
        for (const unsigned shift : {24U, 16U, 8U, 0U})
            bytes.push_back(static_cast<std::uint8_t>((number >> shift) & 0xFFU));
    }
    [[nodiscard]] std::uint32_t check_sum(std::size_t begin) const {
        std::uint32_t sum = 0xFFFFFFFFU;
        for (std::size_t i = begin; i < bytes_.size(); ++i) {
            sum ^= bytes_[i];
            for (int bit = 0; bit < 8; ++bit)
                sum = (sum >> 1U) ^ ((sum & 1U) != 0 ? 0xEDB88320U : 0);
        }
        return ~sum;
    }

    Bytes bytes_;
};

}  // namespace epochscope::tests
