#pragma once

#include <epochscope/render/frame.h>

#include <cstddef>
#include <optional>

namespace epochscope {

/// The sample whose centre is nearest to `at` and at most `reach` pixels away (include the radius
/// of discs); of equally near ones, the one drawn last. Skips hidden samples and positions that are
/// not finite. Exact between epochs too. O(N), parallel.
std::optional<std::size_t> pick(const PointLayer& points, Pixel at, float reach);

/// The same in a frame, where the whole picture of a sample stands for it.
std::optional<std::size_t> pick(const Frame& frame, Pixel at, float reach);

}  // namespace epochscope
