#include "io/zip/inflate.h"

#include <zlib.h>

#include <limits>

namespace epochscope {

std::optional<std::string> inflated(std::span<const std::uint8_t> bytes, std::size_t size) {
    constexpr std::size_t max = std::numeric_limits<uInt>::max();
    if (size > max || bytes.size() > max) return std::nullopt;
    std::string unpacked(size, '\0');
    z_stream stream{};
    // Negative: without the header of zlib.
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return std::nullopt;
    stream.next_in = const_cast<Bytef*>(bytes.data());
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(unpacked.data());
    stream.avail_out = static_cast<uInt>(size);
    const int end = inflate(&stream, Z_FINISH);
    const bool is_whole = end == Z_STREAM_END && stream.avail_out == 0;
    inflateEnd(&stream);
    return is_whole ? std::optional(std::move(unpacked)) : std::nullopt;
}

}  // namespace epochscope
