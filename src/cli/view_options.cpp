#include "cli/view_options.h"

#include "cli/values.h"
#include "cli/verb.h"

#include <epochscope/render/compose.h>
#include <epochscope/render/contrast.h>
#include <epochscope/render/palette.h>

#include <CLI/CLI.hpp>

#include <algorithm>

namespace epochscope::cli {

namespace {

/// The window's dark theme.
constexpr Colour dark_canvas{0x1b, 0x1d, 0x21};
constexpr Colour dark_ink{0xe8, 0xea, 0xed};

void add_emphasis(CLI::App& verb, ViewOptions& options) {
    const char* group = "What stands out";
    verb.add_option("--select", options.select,
                    "Samples to select, by index from 0: shown with their "
                    "neighbours, links and trails.")
        ->type_name("I[,J...]")
        ->group(group);
    verb.add_flag("--no-links", options.no_links,
                  "No links from selected samples to their neighbours.")
        ->group(group);
    verb.add_flag("--no-trails", options.no_trails, "No trails of selected samples.")->group(group);
    verb.add_flag("--ring-wrong", options.ring_wrong,
                  "Ring samples whose prediction is not their label.")
        ->group(group);
    verb.add_option("--hide", options.hide, "Classes to leave out, by name. May be given again.")
        ->type_name("CLASS[,CLASS...]")
        ->expected(1)
        ->take_all()
        ->group(group);
}

void add_layers(CLI::App& verb, ViewOptions& options) {
    const char* group = "What is drawn";
    verb.add_flag("--no-background", options.no_background, "No background and no landscape.")
        ->group(group);
    verb.add_flag("--no-landscape", options.no_landscape,
                  "Paint no landscape if the folder has no backgrounds.")
        ->group(group);
    verb.add_option("--landscape-between", options.landscape_between,
                    "What is painted between two epochs: pictures fades from one "
                    "landscape to the next; heads interpolates the heads and maps"
                    " of both epochs and paints the result, which shows how "
                    "boundaries move. No such head was trained.")
        ->type_name("pictures|heads")
        ->check(one_of({"pictures", "heads"}))
        ->capture_default_str()
        ->group(group);
    verb.add_flag("--no-axes", options.no_axes, "No axes.")->group(group);
    verb.add_flag("--no-epoch-number", options.no_epoch_number, "No epoch number.")->group(group);
    verb.add_flag("--class-names", options.class_names, "Class names at their samples' centres.")
        ->group(group);
    verb.add_option("--prototypes", options.prototypes,
                    "Show the prototypes of K clusters as stars; 0: none. "
                    "Default: the first level of the folder.")
        ->type_name("K")
        ->group(group);
}

void add_manner(CLI::App& verb, ViewOptions& options) {
    const char* group = "How";
    verb.add_option("--colour-by,--color-by", options.colour_by,
                    "What colours samples. kept: the fraction of its neighbours in feature space "
                    "that the picture keeps, if epochscope metrics --write measured it.")
        ->type_name("label|prediction|kept")
        ->check(one_of({"label", "prediction", "kept"}))
        ->capture_default_str()
        ->group(group);
    std::vector<std::string> ids;
    std::string choices;
    for (const Palette& palette : palettes()) {
        choices += ids.empty() ? "" : "|";
        choices += ids.emplace_back(palette.id);
    }
    verb.add_option("--palette", options.palette, "The colours of classes.")
        ->type_name(choices)
        ->check(one_of(ids))
        ->capture_default_str()
        ->group(group);
    verb.add_flag_callback(
            "--safe-colours,--safe-colors", [&options] { options.palette = "colour-blind"; },
            "The same as --palette colour-blind.")
        ->group(group);
    verb.add_flag("--no-fade", options.no_fade, "Samples of low confidence do not fade.")
        ->group(group);
    verb.add_option("--points", options.points,
                    "Draw samples one by one (points) or how many there are "
                    "(density). auto: density where thousands overlap.")
        ->type_name("auto|points|density")
        ->check(one_of({"auto", "points", "density"}))
        ->capture_default_str()
        ->group(group);
    verb.add_option("--point-radius", options.point_radius, "Radius of a sample, times --scale.")
        ->type_name("PIXELS")
        ->check(number_within(0.5, 100))
        ->capture_default_str()
        ->group(group);
    verb.add_option("--scale", options.scale,
                    "Draw samples, lines and letters S times as large, for print "
                    "or HiDPI: a window of 1280x800 at 2x is --size 2560x1600 "
                    "--scale 2.")
        ->type_name("S")
        ->check(number_within(0.1, 32))
        ->capture_default_str()
        ->group(group);
    verb.add_flag("--dark", options.dark, "Light on dark.")->group(group);
    verb.add_flag("--equal-axes", options.equal_axes,
                  "A unit is as long across as upwards. Otherwise the frame is "
                  "stretched to the picture.")
        ->group(group);
    verb.add_flag("--fit", options.fit,
                  "Show where samples are over all epochs, instead of the "
                  "folder's frame.")
        ->group(group);
    verb.add_option("--origin", options.origin,
                    "Which edge of the frame is row 0 of a background: lower is y"
                    " = min, upper y = max. Default: as the folder says, or its "
                    "predictions show.")
        ->type_name("lower|upper")
        ->check(one_of({"lower", "upper"}))
        ->group(group);
}

std::vector<bool> hidden_of(const std::vector<std::string>& lists, const Classes& classes) {
    std::vector<bool> hidden(lists.empty() ? 0 : classes.names.size());
    for (const std::string& list : lists) {
        for (const std::string& name : split(list)) {
            bool found = false;
            for (std::size_t c = 0; c < classes.names.size(); ++c) {
                if (classes.names[c] != name) continue;
                hidden[c] = true;
                found = true;
            }
            if (found) continue;
            std::string known;
            for (const std::string& other : classes.names)
                known += (known.empty() ? "" : ", ") + other;
            throw CallError("--hide: there is no class \"" + name + "\", expected one of " + known);
        }
    }
    return hidden;
}

PointMode point_mode_of(const std::string& word) {
    if (word == "points") return PointMode::points;
    return word == "density" ? PointMode::density : PointMode::automatic;
}

/// The level that is asked for.
PrototypeView prototype_view_of(const ViewOptions& options, const Dataset& dataset) {
    PrototypeView view;
    if (!options.prototypes) return view;
    view.shown = *options.prototypes > 0;
    if (!view.shown) return view;
    std::string known;
    if (dataset.prototypes)
        for (const PrototypeLevel& level : dataset.prototypes->levels) {
            if (level.count == *options.prototypes) return view;
            known += (known.empty() ? "" : ", ") + std::to_string(level.count);
            ++view.level;
        }
    throw CallError("--prototypes is " + std::to_string(*options.prototypes) +
                    (known.empty() ? ", but the folder has none" : ", expected one of " + known));
}

Style style_of(const ViewOptions& options) {
    Style style;
    style.colour_by = options.colour_by == "label"  ? ColourBy::label
                      : options.colour_by == "kept" ? ColourBy::preserved
                                                    : ColourBy::prediction;
    style.points = point_mode_of(options.points);
    style.point_radius = static_cast<float>(options.point_radius);
    style.opacity_by_confidence = !options.no_fade;
    style.ring_wrong = options.ring_wrong;
    style.background = !options.no_background;
    style.landscape = !options.no_landscape;
    style.landscape_between = options.landscape_between == "heads";
    style.axes = !options.no_axes;
    style.class_names = options.class_names;
    style.epoch_number = !options.no_epoch_number;
    style.intra_links = style.inter_links = !options.no_links;
    style.trails = !options.no_trails;
    if (options.dark) {
        style.canvas = dark_canvas;
        style.ink = dark_ink;
    }
    return style;
}

}  // namespace

void add_view_options(CLI::App& verb, ViewOptions& options) {
    add_emphasis(verb, options);
    add_layers(verb, options);
    add_manner(verb, options);
}

ViewState view_of(const ViewOptions& options, const Dataset& dataset, Size size) {
    const EpochSeries& series = dataset.series;
    ViewState view;
    view.style = style_of(options);
    view.prototypes = prototype_view_of(options, dataset);
    view.scale = options.scale;
    if (!options.select.empty())
        view.selection = parse_samples(options.select, series.sample_count());
    view.hidden = hidden_of(options.hide, series.classes());
    view.colours =
        colours_on(view.style.canvas, palette_of(options.palette).colours(series.classes()));
    if (!options.origin.empty())
        view.background_origin = options.origin == "lower" ? Origin::lower : Origin::upper;
    else if (dataset.backgrounds && view.style.background)
        view.background_origin = dataset.backgrounds->orientation().origin.value_or(Origin::lower);
    view.camera = home(series.frame(), options.equal_axes);
    if (options.fit)
        view.camera = fit(view.camera, series.frame(), size, content_box(series, view.hidden));
    return view;
}

}  // namespace epochscope::cli
