#pragma once

#include "app/session/picks.h"

#include <epochscope/model/column.h>
#include <epochscope/model/job.h>
#include <epochscope/query/sample_columns.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace epochscope::app {

/// Which samples the table lists, and in what order.
struct RowOrder {
    std::shared_ptr<const SampleColumns> columns;
    /// The samples left by a filter, in its order; null: all by index.
    std::shared_ptr<const std::vector<std::size_t>> filtered;
    /// Only these of them; null: all.
    Picks only;
    /// Sorts by this column of `columns`; empty: not.
    std::string sort_by;
    bool descending = false;
};

/// The samples in this order: numbers by their values, texts by their bytes, missing values last in
/// either direction, ties in the order before. O(n log n). Throws Error if there is no such column,
/// and Cancelled.
std::vector<std::uint32_t> table_rows(const RowOrder& order, const Job& job = {});

/// The same order of these samples by a column.
void sort_by_column(std::vector<std::uint32_t>& rows, const Column& column, bool descending,
                    const Job& job = {});

}  // namespace epochscope::app
