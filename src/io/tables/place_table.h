#pragma once

#include "io/format.h"

#include <epochscope/model/column.h>
#include <epochscope/model/epoch_series.h>
#include <epochscope/model/job.h>

#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

/// A text table with a row for each sample, or for each sample at each epoch, and columns of places
/// in the plane (manual, formats.md).
extern const Format place_table_format;

/// A table of places as it was read.
struct PlaceTable {
    EpochSeries series;
    /// The ids, and the other columns that say the same of a sample at all epochs.
    std::vector<Column> columns;
};

/// Reads such a table. `columns` is OpenOptions::columns. Adds a warning that names the columns in
/// use. Throws Error with the line if the columns are not clear or values are contradictory, and
/// Cancelled.
PlaceTable read_place_table(std::string_view where, std::string_view text, std::string_view columns,
                            std::vector<std::string>& warnings, const Job& job = {});

}  // namespace epochscope
