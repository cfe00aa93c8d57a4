#pragma once

#include <epochscope/model/job.h>
#include <epochscope/model/linear_map.h>
#include <epochscope/model/recording.h>

#include <cstddef>
#include <span>

namespace epochscope {

/// Up to this dimension the components are exact.
inline constexpr std::size_t pca_exact_dimension = 1024;

/// The two principal components of some epochs together. See pca. The result does not depend on the
/// number of threads (0: all there are).
LinearMap principal_components(const Recording& recording, std::span<const std::size_t> epochs,
                               int threads, const Job& job);

}  // namespace epochscope
