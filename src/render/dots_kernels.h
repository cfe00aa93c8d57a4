#pragma once

#include "render/dots.h"
#include "render/spans.h"

#include <cmath>
#include <cstddef>

namespace epochscope {

/// Rows of pixels as the loops for each level take them.
struct DotRows {
    std::uint8_t* pixels;
    std::size_t stride;
    int width;
    int top;
    int bottom;

    [[nodiscard]] std::uint8_t* at(int x, int y) const {
        return pixels + static_cast<std::size_t>(y - top) * stride +
               4 * static_cast<std::size_t>(x);
    }
};

// One for each level of x86-64; `count` discs.
namespace avx2 {
void draw_dots(const DotRows& rows, const Dot* dots, std::size_t count, float radius);
}
namespace avx512 {
void draw_dots(const DotRows& rows, const Dot* dots, std::size_t count, float radius);
}

}  // namespace epochscope
