#pragma once

#include <epochscope/model/dataset.h>
#include <epochscope/render/palette.h>
#include <epochscope/render/view_state.h>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace epochscope::cli {

/// How things are to be looked at, as the command line says it.
struct ViewOptions {
    std::string select;
    std::vector<std::string> hide;
    std::string colour_by = "label";
    std::string origin;
    std::string points = "auto";
    double point_radius = 3.5;
    double scale = 1;
    std::string palette{palettes().front().id};
    bool no_fade = false;
    bool ring_wrong = false;
    bool class_names = false;
    bool legend = false;
    bool no_thumbnails = false;
    std::optional<std::size_t> prototypes;
    bool no_background = false;
    bool no_landscape = false;
    std::string landscape_between = "pictures";
    bool no_axes = false;
    bool no_epoch_number = false;
    bool no_links = false;
    bool no_trails = false;
    bool equal_axes = false;
    bool fit = false;
    bool dark = false;
};

/// Declares them, in the groups "What stands out", "What is drawn" and "How".
void add_view_options(CLI::App& verb, ViewOptions& options);

/// The view of a dataset that they make. Throws CallError for a sample or class that it does not
/// have.
ViewState view_of(const ViewOptions& options, const Dataset& dataset, Size size);

}  // namespace epochscope::cli
