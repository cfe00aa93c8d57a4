#pragma once

#include <epochscope/model/learned_map.h>
#include <epochscope/model/linear_map.h>

#include <span>
#include <vector>

namespace epochscope {

// Interpolation between two of one shape, `t` of the way, 0..1: number by number.

std::vector<LogitPlane> between(std::vector<LogitPlane> a, const std::vector<LogitPlane>& b,
                                double t);
DenseLayer between(DenseLayer a, const DenseLayer& b, double t);
std::vector<float> between(std::vector<float> a, const std::vector<float>& b, double t);
/// In place, of as many.
void mix_into(std::span<float> a, std::span<const float> b, double t);

}  // namespace epochscope
