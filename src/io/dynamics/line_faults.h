#pragma once

#include "io/dynamics/line_stretch.h"

#include <cstddef>
#include <string>
#include <vector>

namespace epochscope {

/// Warns of lines that were cut off, and throws Error for any other fault of a stretch.
void expect_faultless(const std::string& file, const LineStretch& stretch, std::size_t first_line,
                      std::vector<std::string>& warnings);

}  // namespace epochscope
