#pragma once

#include <epochscope/compute/team.h>
#include <epochscope/model/geometry.h>
#include <epochscope/model/recording.h>

#include <cstddef>
#include <span>
#include <stop_token>
#include <vector>

namespace epochscope {

/// How much of a move in the plane is in feature space, for each step between epochs and each
/// sample.
///
/// For a step, s_i = log((|dy_i| + 0.05 mean |dy|) / (|dx_i| + 0.05 mean |dx|)), dy and dx being
/// the moves in the plane and in feature space, and r_i = s_i less the median of s over the
/// sample's nearest neighbours in feature space before the step, which a layout moves along with
/// it. The null is how the neighbours of all samples deviate from theirs: the value is r_i in units
/// of 1.4826 median |r| (a standard deviation, were r normal), at least log 1.1.
///
/// Above 3: a false mover, which moves in the plane and not in feature space. Below -3: a frozen
/// one. 0 if nothing moves in one of the spaces.
///
/// `places` has N places for each of the epochs, increasing indices of the recording, of which all
/// embeddings are finite. A row of N values for each step; none with fewer than three samples. The
/// same for any number of threads (0: all). A team shares out steps; rank 0 has the rows. Throws
/// Cancelled. O(E N^2 D).
std::vector<std::vector<float>> motion_of(const Recording& recording,
                                          std::span<const std::size_t> epochs,
                                          std::span<const std::span<const Point>> places,
                                          std::size_t neighbours = 15, int threads = 0,
                                          const std::stop_token& stop = {}, const Team& team = {});

/// A sample is a false mover above, a frozen one below the negative of it.
inline constexpr float moved_wrongly = 3;

}  // namespace epochscope
