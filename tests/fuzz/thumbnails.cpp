// Any bytes as an array of pictures, the first byte saying of how many samples; what opens is shown
// from the first to the last.
#include <epochscope/io/thumbnails.h>
#include <epochscope/model/error.h>

#include <cstdlib>
#include <span>

namespace {

using namespace epochscope;

void show(const ThumbnailSource& pictures, std::size_t sample) {
    try {
        const Image image = pictures.load(sample);
        const auto pixels = static_cast<std::size_t>(image.size.width) *
                            static_cast<std::size_t>(image.size.height);
        if (pixels == 0 || pixels > max_thumbnail_pixels || image.rgba.size() != 4 * pixels)
            std::abort();
    } catch (const Error&) {
        return;  // What it should throw; anything else ends the program.
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::size_t samples = data[0];
    try {
        const auto pictures =
            thumbnails_in(NpyArray::from_bytes({data + 1, size - 1}, "images"), samples);
        for (std::size_t sample = 0; sample < samples; ++sample) show(*pictures, sample);
    } catch (const Error&) {
        return 0;
    }
    return 0;
}
