#pragma once

#include <epochscope/model/picked_samples.h>
#include <epochscope/query/colouring_of.h>
#include <epochscope/query/sample_columns.h>
#include <epochscope/render/colouring.h>
#include <epochscope/render/view_state.h>

#include <string>

namespace epochscope::cli {

/// What colours samples, as the command line says it.
struct ColourOptions {
    /// "label", "prediction", "kept", or the name of a column.
    std::string by = "label";
    ColourScale scale = ColourScale::automatic;
    /// "A,B", either of which may be left out; empty: all values.
    std::string range;
    bool is_log = false;
};

/// Colours a view by it. `palette` is the id of a palette. Throws CallError for a column that there
/// is not, with the names that are like it, for a range that is none, and for a range or logarithms
/// of what is not numbers.
void set_colours(const ColourOptions& options, const std::string& palette,
                 const SampleColumns& columns, ViewState& view);

/// Leaves out the categories that no drawn sample has; `drawn` is null for all samples. A legend
/// would list them.
void leave_out_unused(const PickedSamples* drawn, Colouring& colouring);

}  // namespace epochscope::cli
