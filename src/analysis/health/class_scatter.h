#pragma once

#include <epochscope/model/recording.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace epochscope {

/// How the features of classes scatter: see HealthSignal.
struct ClassScatter {
    std::optional<double> nc1;
    std::optional<double> centre_distance;
    std::optional<double> within_variance;
};

/// `samples` are indices of rows, which are finite; `labels` has one entry a row, 0..classes-1.
/// Uses all threads of the arena that it is called in. O(samples x columns x classes).
ClassScatter class_scatter(const Table& rows, std::span<const std::size_t> samples,
                           std::span<const std::int32_t> labels, std::size_t classes);

}  // namespace epochscope
