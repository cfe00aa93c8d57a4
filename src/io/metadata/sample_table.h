#pragma once

#include <epochscope/model/column.h>
#include <epochscope/model/job.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

/// The samples that a table is about.
struct SamplesOfTable {
    std::size_t count = 0;
    /// The id of each, if samples have ids; else empty.
    std::span<const std::int64_t> ids = {};
};

/// Reads the text (UTF-8) of a table of samples, whose cells are separated as TableReader finds
/// out. A column `index` or `sample` (whole, 0..count-1) says which sample a row is of, and is left
/// out; so does `id` where samples have ids. Else there is one row for each sample, in order.
/// Columns `ID`, `Text`, `Image` and `Split` get their names in lower case.
///
/// Where the rows say their samples, some may be missing. Warns of that, of rows of unknown ids,
/// and of ids that repeat. `passed(bytes)` is called now and then with what was read. Throws Error
/// if the number of rows differs, a sample has two rows, or the table is broken, and Cancelled.
/// O(bytes); see ColumnBuilder for memory.
std::vector<Column> read_sample_table(std::string_view where, std::string_view text,
                                      const SamplesOfTable& samples,
                                      std::vector<std::string>& warnings, const Job& job = {},
                                      const std::function<void(std::size_t)>& passed = {});

}  // namespace epochscope
