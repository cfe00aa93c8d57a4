#include <epochscope/io/deflate.h>
#include <epochscope/model/error.h>

#include <zlib.h>

namespace epochscope {

std::vector<std::uint8_t> deflated(std::span<const std::uint8_t> bytes) {
    uLongf size = compressBound(bytes.size());
    std::vector<std::uint8_t> packed(size);
    if (compress2(packed.data(), &size, bytes.data(), bytes.size(), Z_BEST_COMPRESSION) != Z_OK)
        throw Error("deflate", "cannot compress ", bytes.size(), " bytes");
    packed.resize(size);
    return packed;
}

}  // namespace epochscope
