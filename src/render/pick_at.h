#pragma once

#include <epochscope/compute/simd_target.h>
#include <epochscope/render/pick.h>

namespace epochscope {

/// pick with the instructions of this level, which the processor must have.
std::optional<std::size_t> pick_at(const PointLayer& points, Pixel at, float reach,
                                   SimdTarget level);

}  // namespace epochscope
