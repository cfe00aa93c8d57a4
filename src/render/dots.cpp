#include "render/dots.h"

#include "render/dots_kernels.h"

namespace epochscope {

namespace plain {

namespace {

struct Brush {
    Words channels;
    float reach;
    float alpha;
};

struct Squares {
    Floats low;
    Floats high;
};

inline Brush brush_of(const Dot& dot, float reach) {
    return {pixel_pair(dot.colour), reach, dot.alpha};
}

inline Squares squares_from(float x) {
    const Floats low = Floats{0, 1, 2, 3} + x;
    const Floats high = Floats{4, 5, 6, 7} + x;
    return {low * low, high * high};
}

/// The alphas of two pixels, once for each channel.
template <int first>
Words pair_of(Alphas a) {
    return __builtin_shufflevector(a, a, first, first, first, first, first + 1, first + 1,
                                   first + 1, first + 1);
}

inline void blend_pair(std::uint8_t* pixels, Words alpha, Words channels) {
    store(divide_by_255(alpha * channels + load(pixels) * (255 - alpha)), pixels);
}

inline void paint(std::uint8_t* pixels, const Brush& brush, const Squares& squares, float dy2) {
    const Alphas alphas =
        rounded({clamp01(brush.reach - square_root(squares.low + dy2)) * brush.alpha,
                 clamp01(brush.reach - square_root(squares.high + dy2)) * brush.alpha});
    blend_pair(pixels, pair_of<0>(alphas), brush.channels);
    blend_pair(pixels + 8, pair_of<2>(alphas), brush.channels);
    blend_pair(pixels + 16, pair_of<4>(alphas), brush.channels);
    blend_pair(pixels + 24, pair_of<6>(alphas), brush.channels);
}

#include "render/dots_loop.h"

}  // namespace

}  // namespace plain

void draw_dots(Strip& strip, std::span<const Dot> dots, float radius, SimdTarget level) {
    const auto stride = 4 * (static_cast<std::size_t>(strip.width()) + lane_count);
    const DotRows rows{strip.at(0, strip.top()), stride, strip.width(), strip.top(),
                       strip.bottom()};
#if defined(__x86_64__)
    if (level == SimdTarget::avx512)
        return avx512::draw_dots(rows, dots.data(), dots.size(), radius);
    if (level == SimdTarget::avx2) return avx2::draw_dots(rows, dots.data(), dots.size(), radius);
#endif
    static_cast<void>(level);
    plain::draw_all(rows, dots.data(), dots.size(), radius);
}

}  // namespace epochscope
