#pragma once

#include <epochscope/model/geometry.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace epochscope {

// Embeddings without information, as controls. Deterministic for a seed.

/// N positions at each epoch, drawn independently from a normal distribution.
std::vector<std::vector<Point>> random_positions(std::size_t samples, std::size_t epochs,
                                                 std::uint64_t seed);

/// N random walks from normally distributed positions; all steps between two epochs have the length
/// `steps` states and random directions. With the mean steps of feature space, path metrics rate it
/// highly although it has no information: epochs near in time are near in the plane, and neighbours
/// change when samples move.
std::vector<std::vector<Point>> random_walk(std::size_t samples, std::span<const double> steps,
                                            std::uint64_t seed);

/// A cyclic permutation of `count` epochs without fixed points (Sattolo 1986). A single epoch
/// stays.
std::vector<std::size_t> shuffled_epochs(std::size_t count, std::uint64_t seed);

}  // namespace epochscope
