#include "cli/opening.h"
#include "cli/progress_bar.h"
#include "cli/values.h"
#include "cli/verb.h"
#include "cli/view_options.h"

#include <epochscope/export/epoch_list.h>
#include <epochscope/export/formats.h>
#include <epochscope/export/frames.h>
#include <epochscope/projection/landscape.h>
#include <epochscope/render/backgrounds.h>

#include <CLI/CLI.hpp>

#include <filesystem>
#include <memory>
#include <string>
#include <utility>

namespace epochscope::cli {

namespace {

struct ExportOptions {
    Opening opening;
    std::string out;
    std::string video;
    double rate = 10;
    std::string size = "1280x800";
    std::string epochs;
    int between = 1;
    bool no_text = false;
    int threads = 0;
    ViewOptions view;
};

/// Runs what reads an option's value: that it is at fault is then the call's fault.
auto reading(const std::string& option, const auto& read) {
    try {
        return read();
    } catch (const Error& error) {
        throw CallError(option + ": " + error.what());
    }
}

void check_call(const ExportOptions& options, const Stage& stage) {
    if (options.out.empty() && options.video.empty())
        throw CallError("export: nothing to write, expected --out DIR or --video FILE, or both");
    if (!options.video.empty() && format_of(options.video, video_formats()) == nullptr)
        throw CallError("--video: " + options.video + " ends in \"" +
                        std::filesystem::path(options.video).extension().string() +
                        "\", expected " + list_endings(video_formats()));
    if (options.no_text && options.view.legend)
        throw CallError("--legend: has names, which --no-text leaves out; expected one of the two");
    if (!options.no_text && !stage.desktop.paint_text)
        throw CallError(
            "export: letters are painted by epochscope-desktop, expected beside epochscope, which "
            "is missing (a build with EPOCHSCOPE_APP=OFF has none); --no-text works");
}

std::vector<double> playheads(const ExportOptions& options, const EpochSeries& series) {
    std::vector<std::int64_t> epochs;
    if (!options.epochs.empty())
        epochs = reading("--epochs", [&] { return parse_epochs(options.epochs, series); });
    return reading(options.epochs.empty() ? "--between" : "--epochs",
                   [&] { return playheads_of(series, epochs, options.between); });
}

Job job_of(const Stage& stage, ProgressBar& bar) {
    return {.progress = [&bar](double share) { bar.show(share); }, .stop = stage.stop};
}

void write_frames(const Dataset& dataset, const FrameRun& run, const ExportOptions& options,
                  const Stage& stage) {
    {
        ProgressBar bar(stage.err, stage.terminal, "frames");
        export_frames(dataset, run, options.out, job_of(stage, bar));
    }
    stage.err << "epochscope: " << run.playheads.size()
              << (run.playheads.size() == 1 ? " frame in " : " frames in ")
              << printable(options.out) << std::endl;
}

void write_video(const Dataset& dataset, const FrameRun& run, const ExportOptions& options,
                 const Stage& stage) {
    {
        ProgressBar bar(stage.err, stage.terminal, "video");
        export_video(dataset, run, options.video, options.rate, job_of(stage, bar));
    }
    stage.err << "epochscope: " << printable(options.video) << ", " << run.playheads.size()
              << " frames at " << options.rate << " a second" << std::endl;
}

int run_export(const ExportOptions& options, const Stage& stage) {
    check_call(options, stage);
    const Size size = parse_size(options.size);
    const Dataset dataset = open(options.opening, stage);
    const FrameRun run{.view = view_of(options.view, dataset, size),
                       .size = size,
                       .playheads = playheads(options, dataset.series),
                       .paint_text = options.no_text ? TextPainter() : stage.desktop.paint_text,
                       .threads = options.threads};
    for (const std::string& warning : dataset.warnings)
        stage.err << "epochscope: warning: " << printable(warning) << std::endl;
    if (run.view.style.colour_by == ColourBy::preserved && !dataset.preserved)
        stage.err << "epochscope: warning: the folder does not say which neighbours are kept; "
                     "samples are coloured by label (see epochscope metrics --write)"
                  << std::endl;
    if (shows_landscape(dataset, run.view.style))
        stage.err << "epochscope: the folder has no backgrounds; a landscape is painted "
                  << described(*dataset.landscape, dataset.series.epoch_count())
                  << " (--no-landscape: none)" << std::endl;
    if (run.view.style.landscape_between && !shows_between(dataset, run.view.style))
        stage.err << "epochscope: warning: --landscape-between heads: "
                  << (shows_landscape(dataset, run.view.style)
                          ? "no maps and heads are known of the epochs on both sides; "
                          : "no landscape is painted; ")
                  << "pictures are faded into each other" << std::endl;
    if (!options.out.empty()) write_frames(dataset, run, options, stage);
    if (!options.video.empty()) write_video(dataset, run, options, stage);
    return 0;
}

void add_targets(CLI::App& verb, ExportOptions& options) {
    const char* group = "What is written";
    verb.add_option("--out", options.out,
                    "Write frame_00001.png, frame_00002.png, ... into this "
                    "folder, made if missing.")
        ->type_name("DIR")
        ->group(group);
    verb.add_option(
            "--video", options.video,
            "Write a video through the ffmpeg program: " + list_endings(video_formats()) + ".")
        ->type_name("FILE")
        ->group(group);
    verb.add_option("--rate", options.rate, "Frames a second of the video.")
        ->type_name("FPS")
        ->check(number_within(0.01, 1000))
        ->capture_default_str()
        ->group(group);
    verb.add_option("--size", options.size, "Width and height of a picture in pixels.")
        ->type_name("WxH")
        ->capture_default_str()
        ->group(group);
    verb.add_flag("--no-text", options.no_text, "No axis labels, epoch number and class names.")
        ->group(group);
    verb.add_option("--threads", options.threads,
                    "Threads that draw and encode; 0: all. The bytes are the same"
                    " for any number.")
        ->type_name("N")
        ->check(number_within(0, 1024))
        ->capture_default_str()
        ->group(group);
}

void add_frames(CLI::App& verb, ExportOptions& options) {
    const char* group = "Which frames";
    verb.add_option("--epochs", options.epochs,
                    "Epochs by number, in this order; first..last is a range. "
                    "Default: all.")
        ->type_name("1,3,5..9")
        ->group(group);
    verb.add_option("--between", options.between,
                    "Frames from each epoch to the next; 1 is the epochs alone.")
        ->type_name("N")
        ->check(number_within(1, 1000000))
        ->capture_default_str()
        ->group(group);
}

}  // namespace

Action add_export(CLI::App& program) {
    const auto options = std::make_shared<ExportOptions>();
    CLI::App* verb = program.add_subcommand("export", "Write pictures of epochs, or a video.");
    add_opening(*verb, options->opening);
    add_targets(*verb, *options);
    add_frames(*verb, *options);
    add_view_options(*verb, options->view);
    verb->footer(
        "Examples:\n"
        "  epochscope export runs/digits --out frames\n"
        "  epochscope export runs/digits --out frames --epochs 8 --select 33 --ring-wrong\n"
        "  epochscope export runs/digits --video digits.mp4 --between 12 --rate 24\n"
        "\n"
        "Files are written whole or not at all; Ctrl-C leaves the frames finished so far.");
    return {.run = [options](const Stage& stage) { return run_export(*options, stage); },
            .needs_desktop = [options] { return !options->no_text; }};
}

}  // namespace epochscope::cli
