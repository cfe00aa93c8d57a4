#pragma once

#include <epochscope/model/job.h>

#include <cstddef>
#include <string_view>
#include <vector>

namespace epochscope {

/// A table of numbers, one row after another.
struct NumberTable {
    std::size_t columns = 0;
    std::vector<float> values;
};

/// Reads a text of numbers between tabs or blanks, a row a line, without names. Reads parts of the
/// text on `threads` threads (0: all). Numbers may be NaN or infinite. Throws Error with the line
/// if a cell is not a number or rows differ in length, and Cancelled. O(bytes).
NumberTable read_number_table(std::string_view where, std::string_view text, const Job& job = {},
                              unsigned threads = 0);

}  // namespace epochscope
