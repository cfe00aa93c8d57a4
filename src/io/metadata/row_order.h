#pragma once

#include <epochscope/model/column.h>

#include <cstddef>
#include <limits>
#include <span>
#include <vector>

namespace epochscope {

/// The row of a sample that has none.
inline constexpr std::size_t no_row = std::numeric_limits<std::size_t>::max();

/// A column with the values of the rows at `rows[i]` for sample i; those without a row are missing.
Column in_order(const Column& column, std::span<const std::size_t> rows);

/// The first row whose value an earlier row has as well, and that row; both are no_row if all
/// differ. Missing values do not count. O(rows), 8 bytes a row of memory while it runs.
struct Repeated {
    std::size_t first = no_row;
    std::size_t second = no_row;
};
Repeated find_repeated(const Column& column);

}  // namespace epochscope
