#include "cli/conditions.h"
#include "cli/figure_export.h"
#include "cli/opening.h"
#include "cli/options.h"
#include "cli/progress_bar.h"
#include "cli/values.h"
#include "cli/view_options.h"

#include <epochscope/export/formats.h>
#include <epochscope/export/frames.h>
#include <epochscope/export/html.h>
#include <epochscope/export/saved_view.h>
#include <epochscope/export/workspace.h>
#include <epochscope/model/epoch_list.h>
#include <epochscope/projection/landscape.h>
#include <epochscope/render/backgrounds.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace epochscope::cli {

namespace {

struct ExportCall {
    Opening opening;
    std::string out;
    std::string video;
    std::string html;
    double rate = 10;
    std::string size = "1280x800";
    std::string epochs;
    std::string workspace;
    std::string where;
    int between = 1;
    bool text = true;
    int threads = 0;
    FigureCall figure;
    ViewOptions view;

    [[nodiscard]] bool writes_frames() const { return !out.empty() || !video.empty(); }
    /// A page draws itself.
    [[nodiscard]] bool draws() const { return writes_frames() || figure.is_wanted(); }
};

/// Runs what reads an option's value: that it is at fault is then the call's fault.
auto reading(const std::string& option, const auto& read) {
    try {
        return read();
    } catch (const Error& error) {
        throw CallError(option + ": " + error.what());
    }
}

/// A page has letters of its own.
bool needs_letters(const ExportCall& call) { return call.text && call.draws(); }

/// Options of what is not written would change nothing.
void check_use(const ExportCall& call) {
    const ExportCall usual;
    const auto refuse = [](bool unused, const char* why) {
        if (unused) throw CallError(why);
    };
    refuse(!call.draws() && call.size != usual.size && !call.view.fit,
           "--size: is of pictures, and a page is as large as its window; expected --out DIR, "
           "--video FILE, --svg FILE, --pdf FILE or --png FILE");
    refuse(!call.draws() && !call.text,
           "--no-text: is of pictures, and a page has letters of its own; expected --out DIR, "
           "--video FILE, --svg FILE, --pdf FILE or --png FILE");
    refuse(call.between > 1 && !call.writes_frames(),
           "--between: is of frames, expected --out DIR or --video FILE");
    refuse(call.rate != usual.rate && call.video.empty(),
           "--rate: is of a video, expected --video FILE");
    refuse(call.figure.max_discs != usual.figure.max_discs && !call.figure.has_shapes(),
           "--max-discs: is of shapes, expected --svg FILE or --pdf FILE");
}

void check_call(const ExportCall& call, const Stage& stage) {
    if (call.workspace.empty() && call.opening.folder.empty())
        throw CallError(
            "export: FOLDER is required, or --workspace FILE\nSee epochscope export --help.");
    if (!call.writes_frames() && !call.figure.is_wanted() && call.figure.grid.empty() &&
        call.html.empty())
        throw CallError(
            "export: nothing to write, expected --out DIR, --video FILE, --svg FILE, --pdf FILE, "
            "--png FILE or --html FILE");
    check_figure(call.figure, call.size, stage);
    if (!call.workspace.empty() && !(call.epochs.empty() && call.where.empty()))
        throw CallError(
            "--workspace: its views have their epochs and samples, expected neither --epochs nor "
            "--where");
    if (!call.workspace.empty() && (!call.html.empty() || call.figure.is_wanted()))
        throw CallError("--workspace: its views are frames, expected --out DIR or --video FILE");
    check_ending("--video", call.video, video_formats());
    check_ending("--html", call.html, page_formats());
    if (!call.figure.grid.empty() && !call.epochs.empty() && !call.writes_frames() &&
        call.html.empty())
        throw CallError("--epochs: --grid says which epochs are shown, expected one of the two");
    check_use(call);
    if (!call.text && !call.figure.title.empty())
        throw CallError("--title: is a text, which --no-text leaves out; expected one of the two");
    if (!call.text && call.view.style.class_legend)
        throw CallError("--legend: has names, which --no-text leaves out; expected one of the two");
    if (needs_letters(call) && !stage.desktop.paint_text)
        throw CallError(
            "export: letters are painted by epochscope-desktop, expected beside epochscope, which "
            "is missing (a build with EPOCHSCOPE_APP=OFF has none); --no-text works");
}

std::vector<std::int64_t> epochs_of(const ExportCall& call, const EpochSeries& series) {
    if (call.epochs.empty()) return {};
    return reading("--epochs", [&] { return parse_epochs(call.epochs, series); });
}

std::vector<double> playheads(const ExportCall& call, const EpochSeries& series) {
    const std::vector<std::int64_t> epochs = epochs_of(call, series);
    return reading(call.epochs.empty() ? "--between" : "--epochs",
                   [&] { return playheads_of(series, epochs, call.between); });
}

/// The folder of the call, or that of the workspace if it lies beside it: what a file of others
/// names is not opened unasked.
Opening opening_of(const ExportCall& call, const Workspace& workspace) {
    Opening opening{.folder = call.opening.folder, .contents = workspace.contents};
    // What the call does not name.
    Workspace unasked = workspace;
    for (std::string OpenOptions::*const choice :
         {&OpenOptions::projection, &OpenOptions::labels, &OpenOptions::key,
          &OpenOptions::labels_key, &OpenOptions::columns}) {
        if ((call.opening.contents.*choice).empty()) continue;
        opening.contents.*choice = call.opening.contents.*choice;
        (unasked.contents.*choice).clear();
    }
    if (opening.folder.empty())
        opening.folder = workspace.dataset.string();
    else
        unasked.dataset = std::filesystem::absolute(call.workspace).parent_path();
    if (leads_outside(unasked, call.workspace))
        throw CallError(
            "--workspace: " + call.workspace + " opens " + opening.folder +
            (unasked.contents.labels.empty() ? std::string() : " and " + unasked.contents.labels) +
            ", which lies outside of its folder; to open it, name it: epochscope "
            "export FOLDER --workspace FILE, with --labels if there are such");
    return opening;
}

/// Its bookmarks, or its one view, as they are drawn.
std::vector<ViewState> views_of(const Workspace& workspace, const Dataset& dataset,
                                const ExportCall& call) {
    std::vector<ViewState> views;
    const auto add = [&](const std::string& name, const std::string& text) {
        try {
            views.push_back(drawn(read_view(text, dataset.series)));
        } catch (const Error& error) {
            throw Error(call.workspace, name, ": ", error.what());
        }
        if (call.text) return;
        views.back().style.class_names = false;
        views.back().style.class_legend = false;
    };
    for (const Bookmark& bookmark : workspace.bookmarks)
        add("bookmark \"" + bookmark.name + "\"", bookmark.view);
    if (views.empty() && !workspace.view.empty()) add("its view", workspace.view);
    if (views.empty()) throw Error(call.workspace, "has neither bookmarks nor a view");
    return views;
}

/// The moments of a figure: side by side, or one.
std::vector<double> figure_playheads(const ExportCall& call, const EpochSeries& series) {
    const bool is_grid = !call.figure.grid.empty();
    const std::string& list = is_grid ? call.figure.grid : call.epochs;
    if (list.empty()) return {static_cast<double>(series.epoch_count() - 1)};
    return reading(is_grid ? "--grid" : "--epochs", [&] {
        const std::vector<std::int64_t> epochs = parse_epochs(list, series);
        if (!is_grid && epochs.size() > 1)
            throw Error("epochs", "names ", epochs.size(),
                        " epochs, and a figure shows one; --grid has several side by side");
        return playheads_of(series, epochs, 1);
    });
}

void write_frames(const Dataset& dataset, const FrameRun& run, const ExportCall& call,
                  const Stage& stage) {
    with_bar(stage, "frames", [&](const Job& job) { export_frames(dataset, run, call.out, job); });
    const std::size_t count = run.playheads.size();
    stage.say(std::to_string(count) + (count == 1 ? " frame in " : " frames in ") + call.out);
}

void write_video(const Dataset& dataset, const FrameRun& run, const ExportCall& call,
                 const Stage& stage) {
    with_bar(stage, "video",
             [&](const Job& job) { export_video(dataset, run, call.video, call.rate, job); });
    stage.err << "epochscope: " << printable(call.video) << ", " << run.playheads.size()
              << " frames at " << call.rate << " a second" << std::endl;
}

/// Says how large the page is before it is written.
void write_page(const Dataset& dataset, const FrameRun& run, const ExportCall& call,
                const Stage& stage) {
    const std::vector<std::int64_t> epochs = epochs_of(call, dataset.series);
    ViewState view = run.view;
    // As folders open.
    view.playhead = static_cast<double>(dataset.series.epoch_count() - 1);
    const HtmlPage page = with_bar(stage, "page", [&](const Job& job) {
        return make_html(dataset, view, epochs, call.threads, job);
    });
    for (const std::string& note : page.notes) stage.warn(note);
    stage.say(call.html + ": " + fixed_text(static_cast<double>(page.text.size()) / 1e6, 2) +
              " MB, " + std::to_string(page.sample_count) + " samples at " +
              std::to_string(page.epoch_count) + (page.epoch_count == 1 ? " epoch" : " epochs"));
    write_html(call.html, page);
}

/// What the view asks for and the folder does not have.
void tell_what_is_missing(const Dataset& dataset, const Style& style, const Stage& stage) {
    for (const std::string& warning : dataset.warnings) stage.warn(warning);
    if (style.colour_by == ColourBy::preserved && !dataset.preserved)
        stage.warn(
            "the folder does not say which neighbours are kept; samples are coloured by label (see "
            "epochscope metrics --write)");
    const bool is_painted = shows_landscape(dataset, style);
    if (is_painted)
        stage.say("the folder has no backgrounds; a landscape is painted " +
                  described(*dataset.landscape, dataset.series.epoch_count()) +
                  " (--no-landscape: none)");
    if (style.landscape_between && !shows_between(dataset, style))
        stage.warn(std::string("--landscape-between heads: ") +
                   (is_painted ? "no maps and heads are known of the epochs on both sides; "
                               : "no landscape is painted; ") +
                   "pictures are faded into each other");
}

/// The samples that are drawn; null for all.
std::shared_ptr<const PickedSamples> filter_of(const ExportCall& call,
                                               const std::shared_ptr<const SampleColumns>& columns,
                                               const Stage& stage) {
    const auto samples = samples_where(call.where, columns, stage);
    if (!samples) return nullptr;
    return std::make_shared<const PickedSamples>(columns->sample_count(), *samples);
}

/// In pictures, a selection is drawn whatever the filter says.
void warn_of_selected(const ViewState& view, const Stage& stage) {
    if (!view.filter) return;
    const auto is_left_out = [&](std::size_t sample) { return !view.filter->contains(sample); };
    const auto first = std::ranges::find_if(view.selection, is_left_out);
    const auto count = std::ranges::count_if(view.selection, is_left_out);
    if (count == 0) return;
    const std::string sample = "sample " + std::to_string(*first);
    stage.warn("--select: --where leaves out " +
               (count == 1 ? sample + "; it is drawn all the same"
                           : std::to_string(count) + " of the samples, the first is " + sample +
                                 "; they are drawn all the same"));
}

void write(const Dataset& dataset, const FrameRun& run, const ExportCall& call,
           const Stage& stage) {
    if (!call.out.empty()) write_frames(dataset, run, call, stage);
    if (!call.video.empty()) write_video(dataset, run, call, stage);
    if (!call.html.empty()) write_page(dataset, run, call, stage);
}

int export_workspace(const ExportCall& call, const Stage& stage) {
    const Size size = parse_size(call.size);
    const Workspace workspace = read_workspace(call.workspace);
    const Dataset dataset = open(opening_of(call, workspace), stage);
    std::vector<ViewState> views = views_of(workspace, dataset, call);
    stage.say("the views are those of " + call.workspace +
              "; options such as --select and --hide do not count");
    const FrameRun run{
        .view = views.front(),
        .size = size,
        .playheads =
            reading("--between", [&] { return playheads_through(views.size(), call.between); }),
        .paint_text = call.text ? stage.desktop.paint_text : TextPainter(),
        .threads = call.threads,
        .stops = std::move(views)};
    tell_what_is_missing(dataset, run.view.style, stage);
    write(dataset, run, call, stage);
    return 0;
}

/// With the letters of the figure if the size is on paper.
ViewOptions view_options_of(const ExportCall& call) {
    ViewOptions options = call.view;
    if (is_on_paper(call.size)) options.scale *= call.figure.scale_on_paper();
    return options;
}

/// What --fit fits into: of a grid, whose parts have other shapes than the figure, the frame.
Size fitted_size(const ExportCall& call, const Dataset& dataset, Size whole) {
    if (call.figure.grid.empty()) return whole;
    constexpr double side = 1000;
    const Box frame = dataset.series.frame();
    const double shape = (double{frame.max.x} - frame.min.x) / (double{frame.max.y} - frame.min.y);
    return {std::max(1, static_cast<int>(side * std::min(shape, 1.0))),
            std::max(1, static_cast<int>(side / std::max(shape, 1.0)))};
}

int run_export(const ExportCall& call, const Stage& stage) {
    check_call(call, stage);
    if (!call.workspace.empty()) return export_workspace(call, stage);
    const ViewOptions options = view_options_of(call);
    const FigureSize size = parse_figure_size(call.size, options.scale);
    // What colours and filters by a signal computes it once.
    const auto columns = std::make_shared<const SampleColumns>(
        std::make_shared<const Dataset>(open(call.opening, stage)));
    const Dataset& dataset = *columns->dataset();
    ViewState view = view_of(options, *columns, fitted_size(call, dataset, size.pixels));
    view.filter = filter_of(call, columns, stage);
    if (call.text && view.colouring && view.colouring->is_categorical()) {
        view.style.class_legend = true;
        Colouring colouring = *view.colouring;
        leave_out_unused(view.filter.get(), colouring);
        view.colouring = std::make_shared<const Colouring>(std::move(colouring));
    }
    if (call.draws()) warn_of_selected(view, stage);
    FrameRun run{.view = std::move(view),
                 .size = size.pixels,
                 .playheads = {},
                 .paint_text = call.text ? stage.desktop.paint_text : TextPainter(),
                 .threads = call.threads};
    tell_what_is_missing(dataset, run.view.style, stage);
    if (call.figure.is_wanted()) {
        run.playheads = figure_playheads(call, dataset.series);
        write_figures(call.figure, dataset, run, size, stage);
    }
    if (call.writes_frames()) run.playheads = playheads(call, dataset.series);
    write(dataset, run, call, stage);
    return 0;
}

constexpr const char* examples =
    R"(Examples:
  epochscope export runs/digits --out frames
  epochscope export runs/digits --out frames --epochs 8 --select 33 --ring-wrong
  epochscope export runs/digits --video digits.mp4 --between 12 --rate 24
  epochscope export runs/digits --out frames --where "flips > 3"
  epochscope export runs/digits --pdf figure.pdf --size 85mm --legend
  epochscope export runs/digits --svg grid.svg --grid 1,5,10,20 --size 170mm
  epochscope export runs/digits --html digits.html
  epochscope export --workspace digits.epochscope --video tour.mp4 --between 24

Files are written whole or not at all; Ctrl-C leaves the frames finished so far.)";

std::vector<Option> outputs_of(ExportCall& call) {
    static const std::string video =
        "Write a video through the ffmpeg program: " + list_endings(video_formats()) + ".";
    return {
        {.id = "out",
         .value = &call.out,
         .help = "Write frame_00001.png, frame_00002.png, ... into this folder, made if missing.",
         .unit = "DIR",
         .is_written = true},
        {.id = "video", .value = &call.video, .help = video, .unit = "FILE", .is_written = true},
        {.id = "html",
         .value = &call.html,
         .help = "Write a web page that plays in any browser, without a network: one .html file "
                 "with the samples, their pictures and texts, and the backgrounds.",
         .unit = "FILE",
         .is_written = true},
        {.id = "rate",
         .value = &call.rate,
         .help = "Frames a second of the video.",
         .range = {0.01, 1000},
         .unit = "FPS"},
        {.id = "size",
         .value = &call.size,
         .help =
             "Width and height of a picture: in pixels (1280x800), or on paper in millimetres or "
             "inches (85mm, 85x60mm, 3.3in x 3in), with 360 pixels an inch. A width alone is "
             "four thirds of the height.",
         .unit = "SIZE"},
        {.id = "text",
         .value = &call.text,
         .help = "No axis labels, epoch number and class names."},
        threads_option(call.threads),
    };
}

std::vector<Option> frames_of(ExportCall& call) {
    return {
        {.id = "epochs",
         .value = &call.epochs,
         .help = "Epochs by number, in this order; first..last is a range. Default: all.",
         .unit = "1,3,5..9"},
        {.id = "between",
         .value = &call.between,
         .help = "Frames from each epoch to the next; 1 is the epochs alone.",
         .range = {1, 1e6}},
        {.id = "workspace",
         .value = &call.workspace,
         .help = "Views of a workspace in place of epochs: its bookmarks, with --between frames "
                 "from each to the next, or the view it was saved with if it has none. FOLDER can "
                 "be left out if it lies beside the file.",
         .unit = "FILE"},
    };
}

}  // namespace

Verb export_verb() {
    const auto call = std::make_shared<ExportCall>();
    Verb verb{"export", "Write pictures of epochs, figures for print, a video, or a web page.",
              examples};
    add_opening(verb, call->opening, false);
    add_options(verb, "What is written", outputs_of(*call));
    add_options(verb, "Figures", figure_options(call->figure));
    add_options(verb, "Which frames", frames_of(*call));
    add_options(verb, "Which samples", {where_option(call->where)});
    add_view_options(verb, call->view);
    verb.run = [call](const Stage& stage) { return run_export(*call, stage); };
    verb.needs_desktop = [call] { return needs_letters(*call) || call->figure.has_shapes(); };
    return verb;
}

}  // namespace epochscope::cli
