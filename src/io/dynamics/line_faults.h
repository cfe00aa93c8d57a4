#pragma once

#include "io/dynamics/line_chunk.h"

#include <cstddef>
#include <string>
#include <vector>

namespace epochscope {

/// Warns of lines that were cut off, and throws Error for any other fault of a chunk.
void expect_faultless(const std::string& file, const LineChunk& chunk, std::size_t first_line,
                      std::vector<std::string>& warnings);

}  // namespace epochscope
