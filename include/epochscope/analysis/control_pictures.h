#pragma once

#include <epochscope/model/geometry.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace epochscope {

// Pictures that know nothing, to hold others against. The same for the same seed.

/// N places at each of some epochs, drawn anew from a normal distribution.
std::vector<std::vector<Point>> random_positions(std::size_t samples, std::size_t epochs,
                                                 std::uint64_t seed);

/// N samples that start there and take a step from each epoch to the next, all as far as `steps`
/// says and each in a direction of its own. With the steps that samples take on average in feature
/// space, what is measured of paths likes it well though it knows nothing of any sample: near in
/// time is near in the plane, and neighbours change while much moves.
std::vector<std::vector<Point>> random_walk(std::size_t samples, std::span<const double> steps,
                                            std::uint64_t seed);

/// For each of `count` epochs another that takes its place (Sattolo 1986: one cycle through all).
/// One alone stays.
std::vector<std::size_t> shuffled_epochs(std::size_t count, std::uint64_t seed);

}  // namespace epochscope
