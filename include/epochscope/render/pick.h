#pragma once

#include <epochscope/render/frame.h>

#include <cstddef>
#include <optional>

namespace epochscope {

/// The sample whose centre is nearest to `at`, if it is no farther than `reach` pixels (plus
/// nothing: give the radius in); of equally near ones the one drawn last. Hidden samples are passed
/// over, as are those whose place is not finite. Exact between epochs too. O(N), in parallel.
std::optional<std::size_t> pick(const PointLayer& points, Pixel at, float reach);

}  // namespace epochscope
