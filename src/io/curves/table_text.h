#pragma once

#include "io/curves/series_set.h"

#include <epochscope/model/training_curves.h>

#include <string>
#include <string_view>
#include <vector>

namespace epochscope {

/// The curves of the text of a table (see read_training_curves).
struct CurveTable {
    SeriesSet set;
    StepUnit steps_are = StepUnit::rows;
    /// Whether the last line is incomplete and unreadable: it may still be written.
    bool is_cut = false;
    /// Sentences about columns and rows that are left out, without the name of the table.
    std::vector<std::string> warnings = {};
};

/// Throws Error that names `where`, the line and the column.
CurveTable parse_curve_table(std::string_view where, std::string_view text);

/// Whether a text that begins so is a table of curves: objects or lines with a step or an epoch,
/// numbers beside it, and no names or places of samples. Never throws.
bool begins_like_curves(std::string_view text);

/// Whether a text that begins so has names of columns above numbers. Never throws.
bool begins_like_columns(std::string_view text);

}  // namespace epochscope
