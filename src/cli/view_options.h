#pragma once

#include "cli/column_colours.h"
#include "cli/verb.h"

#include <epochscope/model/dataset.h>
#include <epochscope/render/palette.h>
#include <epochscope/render/view_state.h>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace epochscope::cli {

/// How things are to be looked at, as the command line says it.
struct ViewOptions {
    Style style;
    std::string select;
    std::vector<std::string> hide;
    std::string origin;
    double point_radius = 3.5;
    double scale = 1;
    std::string palette{palettes().front().id};
    ColourOptions colours;
    std::optional<std::size_t> prototypes;
    bool equal_axes = false;
    bool fit = false;
    bool dark = false;
};

/// Adds them below the titles "What stands out", "What is drawn" and "How".
void add_view_options(Verb& verb, ViewOptions& options);

/// The view of the columns' dataset that they make. Throws CallError for a sample or class that it
/// does not have.
ViewState view_of(const ViewOptions& options, const SampleColumns& columns, Size size);

}  // namespace epochscope::cli
