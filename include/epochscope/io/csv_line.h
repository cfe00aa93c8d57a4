#pragma once

#include <span>
#include <string>
#include <string_view>

namespace epochscope {

/// Appends a cell of a table with commas (RFC 4180): in quotes if it must be, or if readers would
/// trim it or take it for a comment. A NUL byte becomes U+FFFD.
void append_csv_cell(std::string& line, std::string_view text);

/// A row of cells with its end of line.
std::string csv_line(std::span<const std::string> cells);

}  // namespace epochscope
