#pragma once

#include <epochscope/model/image.h>
#include <epochscope/render/frame.h>

#include <stop_token>

namespace epochscope {

/// Draws a frame without its texts on the CPU. Fills all of `target`, which has the size of the
/// frame. The bytes do not depend on the number of threads (0: all). Throws Error if sizes differ.
/// Throws Cancelled, with a partly drawn picture. O(pixels + pixels covered by shapes).
///
/// All renderers use these formulas. A pixel is sampled at its centre p = (column + 0.5, row +
/// 0.5); clamp01(x) = min(max(x, 0), 1); |v| is the length of v.
///
/// Order: canvas, background, lines, points (or density), pictures, trails, markers, legend; each
/// list from first to last. The canvas is opaque, and so is every pixel of the result.
///
/// Blending of a colour c with weight w over a pixel `there`, in sRGB bytes:
///     alpha  = round(255 * w)                               an integer, 0..255
///     result = round((c * alpha + there * (255 - alpha)) / 255)
///
/// Disc of radius r around m, d = |p - m|:
///     coverage = clamp01(r + 0.5 - d)
///     w = coverage * alpha_of(sample) * colour.a / 255
/// Samples whose alpha_of is not positive, or whose position is not finite, are not drawn; of a
/// coarse layer, only those with is_drawn. Picked samples are drawn after all others.
///
/// Density: density_image, blended with w = its alpha / 255; pictures: pictures_image likewise.
///
/// Marker of radius r, ring width g, around m:
///     inner = clamp01(r + 0.5 - d)
///     outer = clamp01(r + g + 0.5 - d)
///     fill_alpha = round(fill.a * inner)
///     ring_alpha = min(round(ring.a * (outer - inner)), 255 - fill_alpha)
///     result = round((fill * fill_alpha + ring * ring_alpha
///                     + there * (255 - fill_alpha - ring_alpha)) / 255)
///
/// Line of width g from a to b, length L = |b - a| (nothing is drawn where L is 0),
/// u = (b - a) / L:
///     along  = dot(p - a, u)
///     across = |cross(p - a, u)|
///     inside = min(along, L - along)                        distance from the nearer end
///     dashed: q = along - 7g * floor(along / 7g)            position in the period of 7 widths
///             inside = min(inside, max(min(q, 4g - q), q - 7g))
///     coverage = min(clamp01(g / 2 + 0.5 - across), g) * clamp01(inside + 0.5)
///     w = coverage * colour.a / 255
///
/// Background: the picture of w x h pixels tiles the rectangle between top_left and bottom_right;
/// it is drawn at pixels whose centre is inside (with the left and top edge). In picture pixels
///     u = (p.x - left) / (right - left) * w - 0.5           clamped to 0..w-1
///     v = (p.y - top) / (bottom - top) * h - 0.5            clamped to 0..h-1,
/// with v from the bottom row if the origin is `lower` (then row 0 is at the bottom).
/// The four pixels around (u, v) are interpolated bilinearly with premultiplied alpha. The two
/// pictures' premultiplied samples are added with weights 1 - t and t (null counts as transparent),
/// and the sum is drawn over the canvas; the result is rounded once. With lightness_inverted, the
/// sum is drawn over white instead, which gives c (0..255 a channel), and the result is, for each
/// channel,
///     canvas + (c + 255 - max(c) - min(c)) * (255 - canvas) / 255
/// with max and min over the three channels; rounded once. The detail is drawn in the same way and
/// replaces the background in its rectangle.
void raster(const Frame& frame, PixelView target, int threads = 0,
            const std::stop_token& stop = {});

}  // namespace epochscope
