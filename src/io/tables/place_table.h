#pragma once

#include "io/format.h"

#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

/// A text table with a row for each sample, or for each sample at each epoch, and columns of places
/// in the plane (manual, formats.md).
extern const Format place_table_format;

/// Reads such a table. `columns` is OpenOptions::columns. Adds a warning that names the columns in
/// use. Throws Error with the line if the columns are not clear or values are contradictory, and
/// Cancelled.
EpochSeries read_place_table(std::string_view where, std::string_view text,
                             std::string_view columns, std::vector<std::string>& warnings,
                             const Job& job = {});

}  // namespace epochscope
