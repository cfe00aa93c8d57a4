#pragma once

#include "io/curves/series_set.h"

#include <epochscope/model/training_curves.h>

#include <string>
#include <string_view>

namespace epochscope {

/// The curves of a table's text (see read_training_curves).
struct CurveTable {
    SeriesSet set;
    StepUnit steps_are = StepUnit::rows;
    /// Whether the last line had no end and could not be read: somebody may be writing it.
    bool is_cut = false;
};

/// Throws Error that names `where`, the line and the column.
CurveTable parse_curve_table(std::string_view where, std::string_view text);

}  // namespace epochscope
