#pragma once

#include <span>
#include <string>
#include <string_view>

namespace epochscope {

/// A cell of a table with commas (RFC 4180): in quotes if it must be, or if readers would trim it
/// or take it for a comment.
std::string csv_cell(std::string_view text);

/// A row of cells with its end of line.
std::string csv_line(std::span<const std::string> cells);

}  // namespace epochscope
