#pragma once

#include <epochscope/model/image.h>
#include <epochscope/render/frame.h>

#include <stop_token>

namespace epochscope {

/// The density of samples as a picture of the frame's size with straight alpha, to be drawn over
/// the background and the lines; transparent without samples, or if the frame has no density. The
/// bytes do not depend on the number of threads or the order of samples. Throws Cancelled.
/// O(samples + pixels).
///
/// v, the number of samples in 2 x 2 pixels, is a weighted sum over the 3 x 3 pixels around: weight
/// 1 at the centre, 1/2 beside it, 1/4 at the corners. Confidence does not count.
///     p      = log(v) / log(full)                         0..1; full strength above
///     alpha  = 0.4 * v where v < 1, else 0.4 + 0.6 * min(p / 0.7, 1)
///     colour = the mean of the samples' colours, 0.45 * max((p - 0.7) / 0.3, 0) of it ink
/// If the 7 x 7 pixels around a sample have n samples, n below 11, each of their pixels with
/// samples is drawn as a disc of outlier_radius in the mean colour of its samples, where that is
/// more opaque:
///     alpha  = 0.85 * min((11 - n) / 8, 1)
/// In a coarse layer each sample counts as `stride` samples, but a lone one as one:
/// n = 1 + (samples there - 1) * stride.
/// All alphas are multiplied by `opacity`. If samples are picked, this holds for the others, and
/// the density of the picked ones is drawn over it with `picked_opacity`. Up to 16 million samples
/// a pixel.
Image density_image(const Frame& frame, int threads = 0, const std::stop_token& stop = {});

}  // namespace epochscope
