// Any bytes as a PNG; what decodes is encoded and decoded again to the same.
#include <epochscope/io/png.h>
#include <epochscope/model/error.h>

#include <cstdlib>
#include <optional>

namespace {

using namespace epochscope;

std::optional<Image> decode(std::span<const std::uint8_t> bytes) {
    try {
        return decode_png(bytes, "picture");
    } catch (const Error&) {
        return std::nullopt;  // What it should throw; anything else ends the program.
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::optional<Image> image = decode({data, size});
    constexpr std::size_t small = 4096;
    if (!image || image->rgba.size() > small) return 0;
    const std::optional<Image> again = decode(encode_png(*image));
    if (!again || again->size != image->size || again->rgba != image->rgba) std::abort();
    return 0;
}
