#pragma once

#include <epochscope/model/epoch_series.h>
#include <epochscope/model/head.h>
#include <epochscope/model/job.h>
#include <epochscope/model/landscape.h>
#include <epochscope/model/plane_map.h>
#include <epochscope/model/recording.h>

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace epochscope {

/// The heads of a recording.
struct HeadsFound {
    Heads heads;
    /// About heads that do not fit, in sentences.
    std::vector<std::string> warnings;
};

/// The head of each epoch (see find_head: recorded, or linear by least squares); unknown if there
/// is none, or if it does not make the recorded logits, which gives a warning. Throws Error if a
/// value is not finite, Cancelled when stopped.
HeadsFound find_heads(const Recording& recording, int threads = 0, const Job& job = {});

/// The landscape of a frame by planes of logits. A pixel shows what is at its centre.
///     gap    = (top1 - top2) / (top1 - least) of the logits; 0 where all are equal or it is below
///              0.15; divided by its greatest in the picture, times 0.9
///     colour = 0.5 gap * colour of the class of top1 + (1 - 0.5 gap) * white
/// So where classes meet it is white; with one class there is no gap, and with two it is the same
/// everywhere. `colours` are one a class. O(pixels C); with many classes far less, since those that
/// cannot lead in a tile of the picture are left out of it. Throws Error for a size that cannot be.
/// The same bytes for any number of threads (0: all there are).
Image paint_by_planes(std::span<const LogitPlane> planes, const Box& frame,
                      std::span<const Colour> colours, Size size, int threads = 0);

/// The landscape of a frame by the logits that a head makes of the points' embeddings, coloured in
/// the same way. The logits are computed at every fourth pixel (second, in pictures of less than
/// 512 pixels a side) and interpolated, as a learned map is linear nearly everywhere. O(pixels (C +
/// weights of the map / 16)); a head that is not linear is asked at each sixteenth pixel (fourth).
/// Throws Error if it fails; where its logits are not finite, the picture is white.
Image paint_by_map(const EpochMap& map, const Head& head, const Box& frame,
                   std::span<const Colour> colours, Size size, int threads = 0);

/// The landscape of a frame by the samples of an epoch, coloured in the same way, where
///     lead   = (votes1 - votes2) / votes1; 0 below 0.15
///     gap    = lead * min(1, votes of all)
/// A pixel asks the 15 samples nearest to it (all that are as near as the 15th; each stands in the
/// middle of its pixel) within a radius r. A sample at the distance d votes for its predicted
/// class with its confidence (1 where none is known) times (1 - d^2 / r^2)^2. r is 1.5 / sqrt(N)
/// of the frame's side (the root of its area), at least 1/16 and at most 1/4 of it. So where no
/// sample is near, it is white. Samples that are outside the frame, whose place or confidence is no
/// number or whose prediction is no class have no vote; of more than four samples a pixel on
/// average only one of two, three, ... is looked at, evenly chosen. O(N + pixels), whatever lies
/// where.
Image paint_by_points(const Epoch& epoch, const Box& frame, std::span<const Colour> colours,
                      Size size, int threads = 0);

/// The landscape of a series: by the logits of its map at the epochs that have them, else by the
/// samples' predictions where they are known. By its logits, gaps are divided not by the greatest
/// of the picture but by that of the whole frame, looked for at the middles of 125 x 100 pixels
/// (more counts as that), so that parts and sizes agree.
std::shared_ptr<const Landscape> make_landscape(EpochSeries series, PlaneMap map);

/// How a landscape is painted, in words: "by map and head", "from the points", or at how many
/// epochs by which.
std::string described(const Landscape& landscape, std::size_t epoch_count);

}  // namespace epochscope
