#include "cli/chosen_signals.h"
#include "cli/conditions.h"
#include "cli/opening.h"
#include "cli/options.h"
#include "cli/progress_bar.h"
#include "cli/values.h"

#include <epochscope/export/frames.h>
#include <epochscope/export/plot.h>
#include <epochscope/io/png.h>
#include <epochscope/io/recording.h>
#include <epochscope/io/write_dataset.h>
#include <epochscope/opening/checkpoint_file.h>
#include <epochscope/opening/open_folder.h>
#include <epochscope/opening/project_run.h>
#include <epochscope/projection/following.h>
#include <epochscope/render/camera.h>

#include <iomanip>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace epochscope::cli {

namespace {

struct ProjectCall {
    ProjectRun run;
    /// Each with its options as they were read.
    std::vector<Method> methods = epochscope::methods();
    std::string method;
    std::string recording;
    /// The folder whose maps place the samples.
    std::string maps;
    std::string out;
    bool follow = false;
    std::string where;
    bool landscape = false;
    std::string landscape_size;
    std::string device = "cpu";
    /// Empty: no picture.
    std::string png;
    std::string png_style = "view";
    /// Nothing: the method's name.
    std::optional<std::string> png_title;
};

/// The ids of methods, with something between.
std::string ids_of(const std::vector<Method>& methods, std::string_view between) {
    const auto id = [](const Method& method) { return about(method).id; };
    return joined(methods, between, id);
}

/// What people call a method: "t-SNE".
std::string label_of(const std::string& id) {
    for (const Method& method : methods())
        if (about(method).id == id) return std::string(about(method).label);
    return id;
}

/// Where iterations are going; nothing where there are none.
std::string words_of(const ProjectionStatus& status, const Recording& recording) {
    if (!status.note.empty()) return ", " + printable(status.note);
    if (status.losses.empty()) return {};
    std::ostringstream words;
    words << ", epoch " << recording.epoch(status.epoch).number << std::fixed;
    for (const LossTerm& term : status.losses)
        words << ", " << term.name << ' ' << std::setprecision(term.digits) << term.value;
    return words.str();
}

/// A bar of progress, and messages where it is.
class Report {
  public:
    explicit Report(const Stage& stage) : stage_(stage) {}

    void begin(std::string name) {
        name_ = std::move(name);
        bar_.reset();
    }
    void show(double fraction) { bar().show(fraction); }
    void note(std::string words) { bar().note(std::move(words)); }
    void say(const std::string& sentence) {
        bar_.reset();
        stage_.say(sentence);
    }

  private:
    ProgressBar& bar() { return bar_ ? *bar_ : bar_.emplace(stage_.err, stage_.terminal, name_); }

    const Stage& stage_;
    std::string name_;
    std::optional<ProgressBar> bar_;
};

ProjectRun run_of(const ProjectCall& call) {
    if (call.maps.empty() == call.method.empty())
        throw CallError(call.maps.empty() ? "--method is required, or --with FOLDER"
                                          : "--method and --with exclude each other");
    ProjectRun run = call.run;
    run.recording = call.recording;
    run.maps = call.maps;
    run.target = call.out;
    for (const Method& method : call.methods)
        if (about(method).id == call.method) run.options.method = method;
    for (const Option& option : options_of(run.options.method))
        if (text_of(option).empty())
            throw CallError("--" + std::string(option.id) + " is required by --method " +
                            call.method);
    if (!call.landscape_size.empty())
        run.landscape = parse_size(call.landscape_size, "--landscape-size");
    else if (call.landscape)
        run.landscape = landscape_size;
    return run;
}

/// Nobody's hours are to be lost for a word that was forgotten.
void check_resume(const ProjectRun& run) {
    if (run.resume && !leaves_checkpoints(run)) {
        std::vector<Method> those = methods();
        std::erase_if(those,
                      [](const Method& method) { return !about(method).leaves_checkpoints; });
        throw CallError("--resume: only " + ids_of(those, " and ") +
                        " leave checkpoints to go on from");
    }
    if (!run.resume && has_checkpoint(run))
        throw CallError(CheckpointFile(run.target).path().string() +
                        " is there, of a run that was left off: go on with --resume, or remove it");
}

/// What cannot be done for a run that goes on.
void check_follow(const ProjectCall& call, const ProjectRun& run) {
    if (run.options.team.size() > 1)
        throw CallError("--follow is for one process, and " +
                        std::to_string(run.options.team.size()) +
                        " were started together (mpirun, srun)");
    if (run.maps.empty() && !about(run.options.method).goes_along)
        throw CallError("--follow: " + call.method +
                        " cannot go along with a run, since it learns from all epochs together; " +
                        ids_of(methods_that_go_along(), " and ") + " can, and --with FOLDER");
    if (run.landscape)
        throw CallError(
            "--follow and --landscape exclude each other: the frame still grows, and "
            "the window paints the landscape while you look");
    if (run.format != DatasetFormat::npy)
        throw CallError("--follow writes arrays, expected --format npy");
    if (!call.where.empty())
        throw CallError(
            "--follow and --where exclude each other: which samples it holds for may "
            "change with each epoch");
}

/// Leaves only the samples for which --where holds.
void choose_samples(ProjectRun& run, const std::string& condition, const Stage& stage) {
    if (condition.empty()) return;
    OpenOptions opening = options_for_recording(run.recording, run.opening);
    opening.heads.is_wanted = false;
    const auto whole = std::make_shared<const RecordedRun>(
        open_recording(run.recording, opening, {.progress = {}, .stop = stage.stop}));
    const auto samples = *samples_where(condition, columns_of(whole), stage);
    run.where = condition;
    run.opening.samples = sample_ranges(samples);
    stage.say(std::to_string(samples.size()) + " of " +
              std::to_string(whole->recording.sample_count()) +
              " samples are projected, those of --where");
}

/// The picture of the folder that was written: its last epoch.
void write_picture(const ProjectCall& call, const Stage& stage) {
    const Dataset dataset = open_folder(call.out, {}, {.progress = {}, .stop = stage.stop});
    const double last = static_cast<double>(dataset.series.epoch_count() - 1);
    if (call.png_style == "plot") {
        const std::string method = call.method.empty() ? std::string() : label_of(call.method);
        write_png(call.png, render_plot(dataset, last, {.title = call.png_title.value_or(method)},
                                        stage.desktop.paint_text));
    } else {
        ViewState view;
        view.playhead = last;
        view.camera = home(dataset.series.frame());
        constexpr Size size{1280, 800};
        write_png(call.png, render_picture(dataset, view, size, stage.desktop.paint_text));
    }
}

int project(const ProjectCall& call, const Stage& stage) {
    ProjectRun run = run_of(call);
    run.options.team = stage.team;
    if (call.follow) check_follow(call, run);
    // The first process writes; others may come to this when it has begun to.
    if (stage.team.is_first()) check_resume(run);
    if (!call.where.empty() && stage.team.is_first()) expect_new_folder(run.target);
    choose_samples(run, call.where, stage);
    run.heads = heads_on(call.device);
    Report report(stage);
    const ProjectObserver observer{
        .began =
            [&](ProjectStage begun) {
                report.begin(begun == ProjectStage::writing ? "writing" : "projecting");
            },
        .watch = [&](const Recording& recording,
                     const ProjectionStatus& status) { report.note(words_of(status, recording)); },
        .remark = [&](const std::string& sentence) { report.say(sentence); },
        .warning = [&](const std::string& sentence) { report.say("warning: " + sentence); }};
    if (call.follow) {
        const std::size_t epochs =
            follow_project(run, {.progress = {}, .stop = stage.stop}, observer);
        report.say(std::to_string(epochs) + " epochs in " + call.out);
    } else {
        const EpochSeries series = run_project(
            run, {.progress = [&](double fraction) { report.show(fraction); }, .stop = stage.stop},
            observer);
        report.say(std::to_string(series.epoch_count()) + " epochs of " +
                   std::to_string(series.sample_count()) + " samples in " + call.out);
    }
    if (!call.png.empty() && stage.team.is_first()) write_picture(call, stage);
    return 0;
}

constexpr const char* examples =
    R"(Examples:
  epochscope project runs/recorded --method pca --out runs/pca
  epochscope project runs/recorded --method pca --per-epoch --out runs/pca-each
  epochscope project runs/recorded --method pca --landscape --out runs/painted
  epochscope project runs/recorded --method tsne --perplexity 50 --out runs/tsne
  epochscope project X.npy --labels y.npy --method tsne --out tsne --png t.png
  epochscope project runs/recorded --method spacetime --out runs/journey
  epochscope project runs/now --follow --method spacetime --out runs/live
  epochscope project runs/recorded --method pca --where "flips > 3" --out some
  epochscope project runs/held-out --with runs/journey --out runs/unseen

The predicted class and its confidence (softmax) come from the logits. To npy,
dataset/images.npy and curves.csv are copied as they are.)";

Option method_option(ProjectCall& call) {
    const auto text = [](const Method& method) {
        return std::string(about(method).id).append(": ").append(about(method).shows);
    };
    static const std::string what_they_show = joined(call.methods, "\n", text);
    Option option{.id = "method", .value = &call.method, .help = what_they_show};
    for (const Method& method : call.methods) option.choices.push_back(about(method).id);
    return option;
}

std::vector<Option> inputs_of(ProjectCall& call) {
    std::vector<Option> options = contents_of(call.run.opening);
    // Those of a table of places are for what is projected already.
    std::erase_if(options, [](const Option& option) { return option.id == "columns"; });
    options.push_back(epochs_option(call.run.opening.epochs));
    options.push_back({.id = "projection",
                       .value = &call.run.opening.projection,
                       .help = "The tag of the embeddings, if TensorBoard's projector has several.",
                       .unit = "NAME"});
    return options;
}

std::vector<Option> picture_of(ProjectCall& call) {
    return {
        {.id = "png",
         .value = &call.png,
         .help = "Write a picture of the last epoch, too.",
         .unit = "FILE",
         .is_written = true},
        {.id = "png-style",
         .value = &call.png_style,
         .help = "view: as the window draws it; plot: a square without axes, places scaled to 0..1 "
                 "in each direction, with a title.",
         .choices = {"view", "plot"}},
        {.id = "png-title",
         .value = &call.png_title,
         .help = "The title of a plot; the method's name otherwise.",
         .unit = "TEXT"},
    };
}

std::vector<Option> options_of(ProjectCall& call) {
    return {
        {.id = "with",
         .value = &call.maps,
         .help = "Instead of --method: place the samples by the map of this folder, made by pca, "
                 "timevis, dvi or spacetime, without learning anything; other samples of the run, "
                 "or later epochs of it. One map serves all epochs; of maps an epoch (dvi, "
                 "spacetime, pca --per-epoch), that of the same number, and the last one for later "
                 "epochs.",
         .unit = "FOLDER"},
        out_option(call.out),
        {.id = "follow",
         .value = &call.follow,
         .help = "Project a run that goes on: each epoch as it appears, until the recording has a "
                 "file 'finished' or Ctrl-C. Epochs that were placed stay where they are, and the "
                 "folder can be looked at while it grows. The same call goes on with it. With pca, "
                 "tsne, spacetime, or --with."},
        where_option(call.where),
        {.id = "resume",
         .value = &call.run.resume,
         .help = "timevis, dvi: go on where the same call was left off (Ctrl-C, a crash, a loss "
                 "that was no number), by the checkpoint beside the folder to write, "
                 "FOLDER.checkpoint; the result is that of an unbroken run. It is removed when "
                 "the folder is whole."},
        {.id = "landscape",
         .value = &call.landscape,
         .help = "Paint the classification landscape of each epoch as a background: by the map "
                 "back from the plane and the head of the logits where they are there, else from "
                 "the samples around. Otherwise the window paints it while you look, more "
                 "coarsely."},
        {.id = "landscape-size",
         .value = &call.landscape_size,
         .help = "Width and height of these pictures in pixels; 1000x800 otherwise.",
         .unit = "WxH"},
    };
}

}  // namespace

Verb project_verb() {
    const auto call = std::make_shared<ProjectCall>();
    Verb verb{"project", "Make a folder to look at of a recorded training run.", examples};
    add_argument(verb, {.id = "RECORDING",
                        .value = &call->recording,
                        .help = "The recording: dataset/labels.npy, and "
                                "epochs/epoch_<k>/embeddings.npy with predictions.npy (logits) "
                                "where they are known; the .npy or .npz file of one model's "
                                "features; or a folder of TensorBoard's projector.",
                        .required = true});
    add_options(verb, "Options", inputs_of(*call));
    add_options(verb, "Options", {method_option(*call)});
    add_method_options(verb, call->methods);
    add_options(verb, "Options", options_of(*call));
    add_options(verb, "Options", options_of(call->run.options));
    add_options(verb, "Options",
                {{.id = "format",
                  .value = index_of(call->run.format),
                  .help = "npy: arrays, which open at once whatever their size; json: "
                          "Sequence-Scatter.",
                  .choices = {"json", "npy"}},
                 device_option(call->device)});
    add_options(verb, "Options", picture_of(*call));
    verb.run = [call](const Stage& stage) { return project(*call, stage); };
    verb.needs_desktop = [call] { return !call->png.empty(); };
    verb.is_shared = true;
    return verb;
}

}  // namespace epochscope::cli
