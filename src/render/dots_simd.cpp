#include "render/dots.h"
#include "render/spans.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "render/dots_simd.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace epochscope::HWY_NAMESPACE {
namespace {

namespace hn = hwy::HWY_NAMESPACE;

constexpr hn::CappedTag<float, lane_count> floats;
/// A pixel a lane. Channels are blended two by two, each in a half of the lane.
constexpr hn::RebindToUnsigned<decltype(floats)> pixels;
using Floats = hn::Vec<decltype(floats)>;
using Pixels = hn::Vec<decltype(pixels)>;

constexpr std::size_t lanes = hn::MaxLanes(floats);
constexpr std::size_t vectors = lane_count / lanes;
constexpr std::uint32_t low_bytes = 0x00ff00ff;

struct Brush {
    Floats reach;
    Floats alpha;
    Pixels even_channels;
    Pixels odd_channels;
};

inline Brush brush_of(const Dot& dot, float reach) {
    const std::array<std::uint8_t, 4> channels{dot.colour.r, dot.colour.g, dot.colour.b, 255};
    std::uint32_t pixel = 0;
    std::memcpy(&pixel, channels.data(), sizeof pixel);
    return {hn::Set(floats, reach), hn::Set(floats, dot.alpha), hn::Set(pixels, pixel & low_bytes),
            hn::Set(pixels, (pixel >> 8U) & low_bytes)};
}

/// The squared distances of `lane_count` pixels from the centre of a disc along a row.
struct Squares {
    Floats of[vectors];
};

inline Squares squares_from(float x) {
    Squares squares;
    for (std::size_t v = 0; v < vectors; ++v) {
        const Floats dx = hn::Iota(floats, static_cast<float>(v * lanes)) + hn::Set(floats, x);
        squares.of[v] = dx * dx;
    }
    return squares;
}

#if HWY_TARGET == HWY_SCALAR

/// The integer part of 0..255.
inline Pixels alphas_of(Floats values) {
    constexpr hn::RebindToSigned<decltype(floats)> integers;
    return hn::BitCast(pixels, hn::ConvertTo(integers, values));
}

inline Pixels high_bytes(Pixels values) {
    return hn::ShiftRight<8>(values) & hn::Set(pixels, low_bytes);
}

inline Pixels blended(Pixels there, Pixels alpha, Pixels colour) {
    const Pixels sum =
        alpha * colour + (hn::Set(pixels, 255) - alpha) * there + hn::Set(pixels, 0x00800080);
    return high_bytes(sum + high_bytes(sum));
}

#else

constexpr hn::Repartition<std::uint16_t, decltype(pixels)> halves;

/// The integer parts of 0..255 in both halves.
inline Pixels alphas_of(Floats values) {
    constexpr hn::Repartition<std::uint8_t, decltype(pixels)> bytes;
    alignas(16) static constexpr std::uint8_t low_half_twice[] = {0, 1, 0, 1, 4,  5,  4,  5,
                                                                  8, 9, 8, 9, 12, 13, 12, 13};
    // Beyond 2^23 the lowest bits of a float are its integer part. Faster than ConvertTo.
    const Floats shifted = hn::Floor(values) + hn::Set(floats, 8388608);
    return hn::BitCast(pixels, hn::TableLookupBytes(hn::BitCast(bytes, shifted),
                                                    hn::LoadDup128(bytes, low_half_twice)));
}

/// The high byte of each half.
inline Pixels high_bytes(Pixels values) {
    return hn::BitCast(pixels, hn::ShiftRight<8>(hn::BitCast(halves, values)));
}

/// round((alpha colour + (255 - alpha) there) / 255) in both halves of each lane.
inline Pixels blended(Pixels there, Pixels alpha, Pixels colour) {
    const auto share = hn::BitCast(halves, alpha);
    const auto sum = share * hn::BitCast(halves, colour) +
                     (hn::Set(halves, 255) - share) * hn::BitCast(halves, there) +
                     hn::Set(halves, 128);
    // 257 / 65536 is as good as 1 / 255 for integers below 65,280.
    return hn::BitCast(pixels, hn::MulHigh(sum, hn::Set(halves, 257)));
}

#endif

inline void paint(std::uint8_t* bytes, const Brush& brush, const Squares& squares, float dy2) {
    auto* place = reinterpret_cast<std::uint32_t*>(bytes);
    for (std::size_t v = 0; v < vectors; ++v, place += lanes) {
        const Floats inside = brush.reach - hn::Sqrt(squares.of[v] + hn::Set(floats, dy2));
        const Floats coverage = hn::Min(hn::Max(inside, hn::Zero(floats)), hn::Set(floats, 1));
        const Pixels alpha = alphas_of(coverage * brush.alpha + hn::Set(floats, 0.5F));
        const Pixels there = hn::LoadU(pixels, place);
        const Pixels low = hn::Set(pixels, low_bytes);
        const Pixels even = blended(there & low, alpha, brush.even_channels);
        const Pixels odd = blended(high_bytes(there), alpha, brush.odd_channels);
        hn::StoreU(even | hn::ShiftLeft<8>(odd), pixels, place);
    }
}

/// A disc no wider than a block of pixels: its rows share the distances along them.
inline void draw_small(Strip& strip, const Dot& dot, float reach) {
    const Span columns = pixels_between(dot.x - reach, dot.x + reach, 0, strip.width());
    if (columns.first >= columns.last) return;
    const Brush brush = brush_of(dot, reach);
    const Squares squares = squares_from(static_cast<float>(columns.first) + 0.5F - dot.x);
    const Span lines = pixels_between(dot.y - reach, dot.y + reach, strip.top(), strip.bottom());
    std::uint8_t* row = strip.at(columns.first, lines.first);
    const std::size_t stride = strip.stride();
    for (int y = lines.first; y < lines.last; ++y, row += stride) {
        const float dy = static_cast<float>(y) + 0.5F - dot.y;
        paint(row, brush, squares, dy * dy);
    }
}

inline void draw_large(Strip& strip, const Dot& dot, float reach) {
    const Brush brush = brush_of(dot, reach);
    const Span lines = pixels_between(dot.y - reach, dot.y + reach, strip.top(), strip.bottom());
    for (int y = lines.first; y < lines.last; ++y) {
        const float dy = static_cast<float>(y) + 0.5F - dot.y;
        const float half = std::sqrt(std::max(reach * reach - dy * dy, 0.0F));
        const Span columns = pixels_between(dot.x - half, dot.x + half, 0, strip.width());
        for (int x = columns.first; x < columns.last; x += lane_count)
            paint(strip.at(x, y), brush, squares_from(static_cast<float>(x) + 0.5F - dot.x),
                  dy * dy);
    }
}

void draw_dots(Strip& strip, std::span<const Dot> dots, float radius) {
    const float reach = radius + 0.5F;
    const bool small = 2 * reach <= static_cast<float>(lane_count);
    for (const Dot& dot : dots)
        small ? draw_small(strip, dot, reach) : draw_large(strip, dot, reach);
}

}  // namespace
}  // namespace epochscope::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace epochscope {

HWY_EXPORT(draw_dots);

void draw_dots(Strip& strip, std::span<const Dot> dots, float radius) {
    HWY_DYNAMIC_DISPATCH(draw_dots)(strip, dots, radius);
}

}  // namespace epochscope
#endif
