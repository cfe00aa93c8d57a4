#pragma once

#include <epochscope/model/job.h>
#include <epochscope/model/recording.h>

#include <cstddef>
#include <span>
#include <stop_token>
#include <vector>

namespace epochscope {

/// The greatest length of a row.
double longest_of(const Table& rows);

/// Rows such that balls of a radius around them hold a share of all rows: those in `centres`
/// first, then always the row farthest from all centres (Gonzalez 1985). A radius of 0 takes every
/// row but duplicates. Throws Cancelled when stopped. O(centres N D).
std::vector<std::size_t> covering(const Table& rows, std::vector<std::size_t> centres,
                                  double radius, double share, const std::stop_token& stop = {});

/// How many landmarks of some samples are drawn at random: as many as are wanted; 0: a sixth, at
/// most 300 and at least 20.
std::size_t first_landmarks(std::size_t samples, std::size_t wanted);

/// The radius at an epoch by that at another (Yang et al. 2022, TimeVis, eq. 3): radius /
/// ((c / c0)^alpha (d / d0)^beta), c being greatest lengths and d intrinsic dimensions; what is 0
/// has no say.
struct Spread {
    double length = 0;
    double dimension = 0;
};
double radius_at(const Spread& spread, const Spread& reference, double radius, double alpha,
                 double beta);

}  // namespace epochscope
