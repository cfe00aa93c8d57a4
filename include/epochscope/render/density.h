#pragma once

#include <epochscope/model/image.h>
#include <epochscope/render/frame.h>

#include <stop_token>

namespace epochscope {

/// How many samples there are at each pixel, as a picture of the frame's size with straight alpha
/// that lies over the background and the lines; transparent where there are none, or where the
/// frame has no density. The same bytes for any number of threads and any order of the samples.
/// O(samples + pixels). Throws Cancelled soon after `stop` is asked for.
///
/// v, the number of samples in 2 x 2 pixels, is a sum over the 3 x 3 pixels around: its own samples
/// count 1, those beside it 1/2, those at its corners 1/4. Confidence does not count.
///     p      = log(v) / log(full)                         0..1; full strength above
///     alpha  = 0.4 * v where v < 1, else 0.4 + 0.6 * min(p / 0.7, 1)
///     colour = the mean of the samples' colours, 0.45 * max((p - 0.7) / 0.3, 0) of it ink
/// Where the 7 x 7 pixels around a sample hold n samples, n below 11, each pixel of them is a disc
/// of outlier_radius in the mean of its samples' colours, where that is more opaque:
///     alpha  = 0.85 * min((11 - n) / 8, 1)
/// In a coarse layer each sample counts for `stride` of them, but for itself where it is alone:
/// n = 1 + (samples there - 1) * stride.
/// All alphas are multiplied with `opacity`. Where samples are picked, this is the picture of the
/// others, and one of those picked lies over it, with `picked_opacity`. Up to 16 million samples at
/// one pixel.
Image density_image(const Frame& frame, int threads = 0, const std::stop_token& stop = {});

}  // namespace epochscope
