#pragma once

#include "query/column_test.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

struct sqlite3_index_info;

namespace epochscope {

/// What a scan of `samples` does with an argument that SQLite gives it.
struct PlannedArgument {
    std::size_t column = 0;
    Comparison comparison = Comparison::equal;
};

/// Chooses which comparisons a scan makes itself, of columns of these types; the first is the
/// index. Comparisons with constants are made of many samples at once, and are not made again
/// by SQLite where they are the same; those of the index narrow the range.
void plan_samples(sqlite3_index_info& plan, std::span<const ColumnType> types, double samples);

/// Reads what plan_samples wrote.
std::vector<PlannedArgument> planned_arguments(const char* text);

}  // namespace epochscope
