#pragma once

#include "projection/boundary_placing.h"

#include <epochscope/compute/team.h>
#include <epochscope/model/geometry.h>
#include <epochscope/model/job.h>
#include <epochscope/model/learned_map.h>
#include <epochscope/model/recording.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace epochscope {

/// How maps are learned from places that are there.
struct PlaceLearning {
    /// Two layers of this width between feature space and the plane, each way.
    std::size_t width = 128;
    int passes = 40;
    /// Rows a step of Adam, and its rate at first, which falls to a hundredth as a cosine does.
    std::size_t batch = 64;
    double rate = 3e-3;
    /// How much it counts that the head decides alike of what comes back from the plane.
    double decision = 1;
    /// Where points between classes belong, which the encoder learns beside the samples; its seed
    /// is the one below.
    BoundaryPlacing boundary = {};
    std::uint64_t seed = 0;
    /// 0: all there are. The same result for any number.
    int threads = 0;
};

/// For each epoch a map of its own: an encoder regressed on the places (and, where the epoch has a
/// linear head, on those of boundary points, see place_boundary), and a decoder from the samples'
/// places back to the embeddings, which lowers the squared error plus, where the epoch has a linear
/// head, the divergence of what it decides, KL(h(x) | h(x')). `rows[e]` and `places[e]` are of the
/// same samples. A team shares out epochs, and all ranks have all maps. Tells the progress of each
/// pass of either network, from any of the threads, one at a time. Throws Error where a loss is no
/// number any more, Cancelled when stopped. O(passes E N width (D + width)).
std::vector<LearnedMap> learn_places(const Recording& recording, std::span<const Table> rows,
                                     std::span<const std::vector<Point>> places,
                                     const PlaceLearning& options, const Job& job,
                                     const Team& team = {});

}  // namespace epochscope
