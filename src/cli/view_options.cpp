#include "cli/view_options.h"

#include "cli/options.h"
#include "cli/values.h"

#include <epochscope/render/compose.h>
#include <epochscope/render/contrast.h>
#include <epochscope/render/palette.h>

#include <string_view>

namespace epochscope::cli {

namespace {

/// The window's dark theme.
constexpr Colour dark_canvas{0x1b, 0x1d, 0x21};
constexpr Colour dark_ink{0xe8, 0xea, 0xed};

std::vector<Option> emphasis_of(ViewOptions& options) {
    return {
        {.id = "select",
         .value = &options.select,
         .help = "Samples to select, by index from 0: shown with their neighbours, links and "
                 "trails.",
         .unit = "I[,J...]"},
        {.id = "links",
         .value = &options.style.intra_links,
         .help = "No links from selected samples to their neighbours."},
        {.id = "trails", .value = &options.style.trails, .help = "No trails of selected samples."},
        {.id = "ring-wrong",
         .value = &options.style.ring_wrong,
         .help = "Ring samples whose prediction is not their label."},
        {.id = "hide",
         .value = &options.hide,
         .help = "Classes to leave out, by name. May be given again.",
         .unit = "CLASS[,CLASS...]"},
    };
}

std::vector<Option> layers_of(ViewOptions& options) {
    Style& style = options.style;
    return {
        {.id = "background", .value = &style.background, .help = "No background and no landscape."},
        {.id = "landscape",
         .value = &style.landscape,
         .help = "Paint no landscape if the folder has no backgrounds."},
        {.id = "landscape-between",
         .value = index_of(style.landscape_between),
         .help = "What is painted between two epochs: pictures fades from one landscape to the "
                 "next; heads interpolates the heads and maps of both epochs and paints the "
                 "result, which shows how boundaries move. No such head was trained.",
         .choices = {"pictures", "heads"}},
        {.id = "axes", .value = &style.axes, .help = "No axes."},
        {.id = "epoch-number", .value = &style.epoch_number, .help = "No epoch number."},
        {.id = "class-names",
         .value = &style.class_names,
         .help = "Class names at their samples' centres."},
        {.id = "legend",
         .value = &style.class_legend,
         .help = "A legend of the classes: their colours and names."},
        {.id = "thumbnails",
         .value = &style.thumbnails,
         .help = "Samples as discs, even if they have pictures and few are visible."},
        {.id = "prototypes",
         .value = &options.prototypes,
         .help = "Show the prototypes of K clusters as stars; 0: none. Default: the first level of "
                 "the folder.",
         .unit = "K"},
    };
}

std::vector<std::string_view> palette_ids() {
    std::vector<std::string_view> ids;
    for (const Palette& palette : palettes()) ids.push_back(palette.id);
    return ids;
}

std::vector<Option> colours_in(ViewOptions& options) {
    return {
        {.id = "colour-by",
         .value = &options.colours.by,
         .help =
             "What colours samples: label, prediction, kept (the fraction of its neighbours in "
             "feature space that the picture keeps, if epochscope metrics --write measured it), "
             "or a column of the metadata, a training signal, flips, first_correct, or "
             "prediction_at(20). A legend or a colour bar says what colours mean.",
         .unit = "COLUMN",
         .old_ids = {"color-by"}},
        {.id = "colour-as",
         .value = index_of(options.colours.scale),
         .help = "Whether the values of a column are told apart or measured. auto: categories for "
                 "texts and up to 12 different whole numbers.",
         .choices = {"auto", "categories", "numbers"}},
        {.id = "colour-range",
         .value = &options.colours.range,
         .help = "The numbers of the first and the last colour; either may be left out. Default: "
                 "the least and the greatest.",
         .unit = "A,B"},
        {.id = "colour-log",
         .value = &options.colours.is_log,
         .help = "Colour numbers by their logarithms."},
        {.id = "palette",
         .value = &options.palette,
         .help = "The colours of classes.",
         .choices = palette_ids(),
         .old_ids = {"safe-colours=colour-blind", "safe-colors=colour-blind"}},
        {.id = "fade",
         .value = &options.style.opacity_by_confidence,
         .help = "Samples of low confidence do not fade."},
        {.id = "dark", .value = &options.dark, .help = "Light on dark."},
    };
}

std::vector<Option> shapes_in(ViewOptions& options) {
    return {
        {.id = "points",
         .value = index_of(options.style.points),
         .help = "Draw samples one by one (points) or how many there are (density). auto: density "
                 "where thousands overlap.",
         .choices = {"auto", "points", "density"}},
        {.id = "point-radius",
         .value = &options.point_radius,
         .help = "Radius of a sample, times --scale.",
         .range = {0.5, 100},
         .unit = "PIXELS"},
        {.id = "scale",
         .value = &options.scale,
         .help = "Draw samples, lines and letters S times as large, for print or HiDPI: a window "
                 "of 1280x800 at 2x is --size 2560x1600 --scale 2.",
         .range = {0.1, 32},
         .unit = "S"},
        {.id = "equal-axes",
         .value = &options.equal_axes,
         .help = "A unit is as long across as upwards. Otherwise the frame is stretched to the "
                 "picture."},
        {.id = "fit",
         .value = &options.fit,
         .help = "Show where samples are over all epochs, instead of the folder's frame."},
        {.id = "origin",
         .value = &options.origin,
         .help = "Which edge of the frame is row 0 of a background: lower is y = min, upper y = "
                 "max. Default: as the folder says, or its predictions show.",
         .choices = {"lower", "upper"}},
    };
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
            throw CallError("--hide: there is no class \"" + name + "\", expected one of " +
                            joined(classes.names, ", "));
        }
    }
    return hidden;
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
    Style style = options.style;
    style.point_radius = static_cast<float>(options.point_radius);
    style.inter_links = style.intra_links;
    if (options.dark) {
        style.canvas = dark_canvas;
        style.ink = dark_ink;
    }
    return style;
}

}  // namespace

void add_view_options(Verb& verb, ViewOptions& options) {
    add_options(verb, "What stands out", emphasis_of(options));
    add_options(verb, "What is drawn", layers_of(options));
    add_options(verb, "How", colours_in(options));
    add_options(verb, "How", shapes_in(options));
}

ViewState view_of(const ViewOptions& options, const SampleColumns& columns, Size size) {
    const Dataset& dataset = *columns.dataset();
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
    set_colours(options.colours, options.palette, columns, view);
    if (options.fit)
        view.camera = fit(view.camera, series.frame(), size, content_box(series, view.hidden));
    return view;
}

}  // namespace epochscope::cli
