#pragma once

#include <epochscope/model/geometry.h>
#include <epochscope/model/image.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace epochscope {

/// Which class leads at each pixel of a landscape, and by how much, 0..1. Row 0 is y = min.
struct LandscapeField {
    Size size;
    std::vector<std::int32_t> leader;
    std::vector<float> gap;

    /// Throws Error where the size cannot be.
    explicit LandscapeField(Size size);

    [[nodiscard]] std::size_t width() const { return static_cast<std::size_t>(size.width); }
    [[nodiscard]] std::size_t height() const { return static_cast<std::size_t>(size.height); }
};

/// Its picture, as paint_by_planes has it.
Image coloured(const LandscapeField& field, std::span<const Colour> colours, int threads);

}  // namespace epochscope
