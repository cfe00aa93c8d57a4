#include "cli/device_option.h"
#include "cli/opening.h"
#include "cli/options.h"
#include "cli/progress_bar.h"
#include "cli/values.h"
#include "cli/verb.h"
#include "cli/writing.h"

#include <epochscope/export/frames.h>
#include <epochscope/export/plot.h>
#include <epochscope/io/png.h>
#include <epochscope/opening/checkpoint_file.h>
#include <epochscope/opening/open_folder.h>
#include <epochscope/opening/project_run.h>
#include <epochscope/render/camera.h>

#include <CLI/CLI.hpp>

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
    std::string out;
    std::string format = "npy";
    bool landscape = false;
    std::optional<std::string> landscape_size;
    std::string device = "cpu";
    /// Empty: no picture.
    std::string png;
    std::string png_style = "view";
    /// Nothing: the method's name.
    std::optional<std::string> png_title;
};

/// The ids of methods, with something between.
std::string ids_of(const std::vector<Method>& methods, std::string_view between) {
    std::string ids;
    for (const Method& method : methods)
        ids.append(ids.empty() ? "" : between).append(about(method).id);
    return ids;
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
        stage_.err << "epochscope: " << printable(sentence) << std::endl;
    }

  private:
    ProgressBar& bar() { return bar_ ? *bar_ : bar_.emplace(stage_.err, stage_.terminal, name_); }

    const Stage& stage_;
    std::string name_;
    std::optional<ProgressBar> bar_;
};

ProjectRun run_of(const ProjectCall& call) {
    if (call.run.maps.empty() == call.method.empty())
        throw CallError(call.run.maps.empty() ? "--method is required, or --with FOLDER"
                                              : "--method and --with exclude each other");
    ProjectRun run = call.run;
    run.target = call.out;
    for (const Method& method : call.methods)
        if (about(method).id == call.method) run.options.method = method;
    for (const Option& option : options_of(run.options.method))
        if (text_of(option).empty())
            throw CallError("--" + std::string(option.id) + " is required by --method " +
                            call.method);
    if (call.landscape_size)
        run.landscape = parse_size(*call.landscape_size, "--landscape-size");
    else if (call.landscape)
        run.landscape = landscape_size;
    run.format = call.format == "npy" ? DatasetFormat::npy : DatasetFormat::json;
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
    check_resume(run);
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
        .warning =
            [&](const ProjectWarning& warning) { report.say("warning: " + warning.sentence()); }};
    const EpochSeries series = run_project(
        run, {.progress = [&](double fraction) { report.show(fraction); }, .stop = stage.stop},
        observer);
    report.say(std::to_string(series.epoch_count()) + " epochs of " +
               std::to_string(series.sample_count()) + " samples in " + call.out);
    if (!call.png.empty()) write_picture(call, stage);
    return 0;
}

}  // namespace

Action add_project(CLI::App& program) {
    const auto options = std::make_shared<ProjectCall>();
    CLI::App* verb =
        program.add_subcommand("project", "Make a folder to look at of a recorded training run.");
    verb->add_option("recording", options->run.recording,
                     "The recording: dataset/labels.npy, and epochs/epoch_<k>/embeddings.npy with "
                     "predictions.npy (logits) where they are known; the .npy or .npz file of one "
                     "model's features; or a folder of TensorBoard's projector.")
        ->type_name("RECORDING")
        ->required();
    add_contents(*verb, options->run.opening, false);
    verb->add_option("--projection", options->run.opening.projection,
                     "The tag of the embeddings, if TensorBoard's projector has several.")
        ->type_name("NAME");
    std::string what_they_show;
    std::vector<std::string> ids;
    for (const Method& method : options->methods) {
        const MethodText text = about(method);
        ids.emplace_back(text.id);
        what_they_show.append(what_they_show.empty() ? "" : "\n").append(text.id).append(": ");
        what_they_show.append(text.shows);
    }
    verb->add_option("--method", options->method, what_they_show)
        ->type_name(ids_of(options->methods, "|"))
        ->check(one_of(ids));
    add_method_options(*verb, options->methods);
    verb->add_option("--with", options->run.maps,
                     "Instead of --method: place the samples by the map of this folder, made by "
                     "pca, timevis, dvi or spacetime, without learning anything; other samples of "
                     "the run, or later epochs of it. One map serves all epochs; of maps an epoch "
                     "(dvi, spacetime, pca --per-epoch), that of the same number, and the last one "
                     "for later epochs.")
        ->type_name("FOLDER");
    add_new_folder(*verb, options->out);
    verb->add_flag("--resume", options->run.resume,
                   "timevis, dvi: go on where the same call was left off (Ctrl-C, a crash, a loss "
                   "that was no number), by the checkpoint beside the folder to write, "
                   "FOLDER.checkpoint; the result is that of an unbroken run. It is removed when "
                   "the folder is whole.");
    verb->add_flag("--landscape", options->landscape,
                   "Paint the classification landscape of each epoch as a background: by the map "
                   "back from the plane and the head of the logits where they are there, "
                   "else from the samples around. Otherwise the window paints it while you look, "
                   "more coarsely.");
    verb->add_option("--landscape-size", options->landscape_size,
                     "Width and height of these pictures in pixels; 1000x800 otherwise.")
        ->type_name("WxH");
    add_options(*verb, options_of(options->run.options));
    verb->add_option("--format", options->format,
                     "npy: arrays, which open at once whatever their size; json: Sequence-Scatter.")
        ->type_name("npy|json")
        ->check(one_of({"npy", "json"}))
        ->capture_default_str();
    add_device(*verb, options->device);
    verb->add_option("--png", options->png, "Write a picture of the last epoch, too.")
        ->type_name("FILE");
    verb->add_option("--png-style", options->png_style,
                     "view: as the window draws it; plot: a square without axes, places scaled to "
                     "0..1 in each direction, with a title.")
        ->type_name("view|plot")
        ->check(one_of({"view", "plot"}))
        ->capture_default_str();
    verb->add_option("--png-title", options->png_title,
                     "The title of a plot; the method's name otherwise.")
        ->type_name("TEXT");
    verb->footer(
        "Examples:\n"
        "  epochscope project runs/recorded --method pca --out runs/pca\n"
        "  epochscope project runs/recorded --method pca --per-epoch --out runs/pca-each\n"
        "  epochscope project runs/recorded --method pca --landscape --out runs/painted\n"
        "  epochscope project runs/recorded --method tsne --perplexity 50 --out runs/tsne\n"
        "  epochscope project X.npy --labels y.npy --method tsne --out tsne --png tsne.png\n"
        "  epochscope project runs/recorded --method spacetime --out runs/journey\n"
        "  epochscope project runs/held-out --with runs/journey --out runs/unseen\n"
        "\n"
        "The predicted class and its confidence (softmax) come from the logits. To npy,\n"
        "dataset/images.npy and curves.csv are copied as they are.");
    return {.run = [options](const Stage& stage) { return project(*options, stage); },
            .needs_desktop = [options] { return !options->png.empty(); }};
}

}  // namespace epochscope::cli
