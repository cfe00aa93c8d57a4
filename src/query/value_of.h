#pragma once

#include <epochscope/model/column.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <variant>

namespace epochscope {

/// Calls `work` with a function that tells the number of a sample as Column::number does, without
/// asking each time what the column holds.
template <typename Work>
auto with_numbers(const Column& column, const Work& work) {
    using Whole = std::span<const std::int64_t>;
    if (const auto* whole = std::get_if<Whole>(&column.values()))
        return work([values = *whole](std::size_t i) {
            return values[i] == Column::missing ? std::numeric_limits<double>::quiet_NaN()
                                                : static_cast<double>(values[i]);
        });
    if (const auto* reals = std::get_if<std::span<const double>>(&column.values()))
        return work([values = *reals](std::size_t i) { return values[i]; });
    if (const auto* reals = std::get_if<std::span<const float>>(&column.values()))
        return work([values = *reals](std::size_t i) { return static_cast<double>(values[i]); });
    return work([](std::size_t) { return std::numeric_limits<double>::quiet_NaN(); });
}

}  // namespace epochscope
