#pragma once

#include <epochscope/model/image.h>

#include <cstdint>
#include <vector>

namespace epochscope {

/// Encodes a picture as JPEG of a quality of 1..100; what is transparent becomes white. Throws
/// Error if it has no pixels, or a side has more than 65,535.
std::vector<std::uint8_t> encode_jpeg(const Image& image, int quality);

}  // namespace epochscope
