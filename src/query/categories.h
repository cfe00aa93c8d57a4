#pragma once

#include <epochscope/model/column.h>
#include <epochscope/model/job.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace epochscope {

/// The different values of a column.
struct CategoryTable {
    /// One a sample: an index of `names`, or -1.
    std::vector<std::int32_t> codes;
    std::vector<std::string> names;
    /// How many samples have each.
    std::vector<std::size_t> counts;
    std::size_t missing = 0;
};

/// Those of texts, in no certain order; throws Error if there are more than `max`.
CategoryTable text_categories(const Column& column, std::size_t max, const Job& job);

/// Those of numbers, increasing; nothing if there are more than `max`.
std::optional<CategoryTable> number_categories(const Column& column, std::size_t max);

}  // namespace epochscope
