#include "cli/device_option.h"
#include "cli/method_options.h"
#include "cli/progress_bar.h"
#include "cli/values.h"
#include "cli/verb.h"
#include "cli/writing.h"

#include <epochscope/io/recording.h>
#include <epochscope/opening/checkpoint_file.h>
#include <epochscope/opening/open_folder.h>
#include <epochscope/opening/open_maps.h>
#include <epochscope/projection/project.h>
#include <epochscope/render/palette.h>

#include <CLI/CLI.hpp>

#include <exception>
#include <iomanip>
#include <memory>
#include <optional>
#include <sstream>
#include <string>
#include <utility>

namespace epochscope::cli {

namespace {

struct ProjectCall {
    std::string recording;
    std::string with;
    bool resume = false;
    std::string out;
    std::string format = "npy";
    bool landscape = false;
    std::optional<std::string> landscape_size;
    MethodOptions methods;
    int neighbours = 10;
    bool approximate = false;
    std::string distance = "euclidean";
    std::string device = "cpu";
    int threads = 0;
};

ProjectOptions project_options(const ProjectCall& call) {
    ProjectOptions options = call.methods.options();
    options.neighbours = static_cast<std::size_t>(call.neighbours);
    options.approximate_neighbours = call.approximate;
    options.distance = call.distance == "cosine" ? Distance::cosine : Distance::euclidean;
    options.threads = call.threads;
    return options;
}

/// Gives a dataset backgrounds that are painted when it is written.
void add_landscape(const ProjectCall& options, Dataset& dataset,
                   std::map<std::string, std::string>& source, Size size, const Stage& stage) {
    const auto& landscape = dataset.landscape;
    if (!landscape) {
        stage.err << "epochscope: warning: the recording has no logits: there is no landscape"
                  << std::endl;
        return;
    }
    const std::string painted = described(*landscape, dataset.series.epoch_count());
    dataset.backgrounds =
        backgrounds_of(landscape, colours_of(dataset.series.classes()), size, options.threads);
    source["landscape"] = painted;
    stage.err << "epochscope: the landscape is painted " << painted << std::endl;
}

/// Where iterations are going; nothing where there are none.
std::string words_of(const ProjectionStatus& status, const Recording& recording) {
    if (status.losses.empty()) return {};
    std::ostringstream words;
    words << ", epoch " << recording.epoch(status.epoch).number << std::fixed;
    for (const LossTerm& term : status.losses)
        words << ", " << term.name << ' ' << std::setprecision(term.digits) << term.value;
    return words.str();
}

Projection projected(const ProjectCall& call, const Recording& recording,
                     const Checkpointing& checkpointing, const Stage& stage) {
    ProgressBar bar(stage.err, stage.terminal, "projecting");
    const Job job{.progress = [&](double share) { bar.show(share); }, .stop = stage.stop};
    if (!call.with.empty())
        return project_by(open_maps(call.with, {.progress = {}, .stop = stage.stop}), recording,
                          project_options(call), job);
    ProjectOptions options = project_options(call);
    options.checkpointing = checkpointing;
    return epochscope::project(recording, options, job, [&](const ProjectionStatus& status) {
        bar.note(words_of(status, recording));
    });
}

bool leaves_checkpoints(const ProjectCall& call) {
    return call.methods.is_given() && epochscope::leaves_checkpoints(call.methods.options().method);
}

/// Nobody's hours are to be lost for a word that was forgotten.
Checkpointing checkpointing_of(const ProjectCall& call, const CheckpointFile& file,
                               const Stage& stage) {
    if (!leaves_checkpoints(call)) {
        if (call.resume)
            throw CallError("--resume: only timevis and dvi leave checkpoints to go on from");
        return {};
    }
    if (!call.resume && file.is_there())
        throw CallError(file.path().string() +
                        " is there, of a run that was left off: go on with --resume, or remove it");
    if (!call.resume) return file.beginning();
    if (file.is_there()) return file.going_on();
    stage.err << "epochscope: there is no " << printable(file.path().string())
              << ": beginning at the beginning" << std::endl;
    return file.beginning();
}

int project(const ProjectCall& options, const Stage& stage) {
    if (options.with.empty() == !options.methods.is_given())
        throw CallError(options.with.empty() ? "--method is required, or --with FOLDER"
                                             : "--method and --with exclude each other");
    const Size size = options.landscape_size
                          ? parse_size(*options.landscape_size, "--landscape-size")
                          : landscape_size;
    expect_new_folder(options.out);
    const RecordedRun run = open_recording(options.recording, {.progress = {}, .stop = stage.stop},
                                           heads_on(options.device));
    const Recording& recording = run.recording;
    const CheckpointFile checkpoint(options.out);
    Checkpointing checkpointing = checkpointing_of(options, checkpoint, stage);
    bool kept = false;
    if (const auto keep = checkpointing.keep)
        checkpointing.keep = [&kept, keep](const TrainingCheckpoint& done) {
            keep(done);
            kept = true;
        };
    Projection projection = [&] {
        try {
            return projected(options, recording, checkpointing, stage);
        } catch (const std::exception&) {
            if (kept)
                stage.err << "epochscope: what was learned is in "
                          << printable(checkpoint.path().string())
                          << "; the same call with --resume goes on from there" << std::endl;
            throw;
        }
    }();
    Dataset dataset = dataset_of(run, projection, run.name);
    for (const std::string& warning : dataset.warnings)
        stage.err << "epochscope: warning: " << printable(warning) << std::endl;
    for (const std::string& remark : projection.remarks)
        stage.err << "epochscope: " << remark << std::endl;
    projection.source.insert({{"made_by", "epochscope project"}, {"from", run.name}});
    if (options.landscape || options.landscape_size)
        add_landscape(options, dataset, projection.source, size, stage);
    write(dataset, options.format, options.out, std::move(projection.source), stage);
    if (checkpointing.keep) checkpoint.remove();
    return 0;
}

}  // namespace

Action add_project(CLI::App& program) {
    const auto options = std::make_shared<ProjectCall>();
    CLI::App* verb =
        program.add_subcommand("project", "Make a folder to look at of a recorded training run.");
    verb->add_option("recording", options->recording,
                     "The recording: dataset/labels.npy, and epochs/epoch_<k>/embeddings.npy with "
                     "predictions.npy (logits) where they are known.")
        ->type_name("RECORDING")
        ->required();
    options->methods.add_to(*verb);
    verb->add_option("--with", options->with,
                     "Instead of --method: place the samples by the map of this folder, made by "
                     "pca, timevis, dvi or spacetime, without learning anything; other samples of "
                     "the run, or later epochs of it. One map serves all epochs; of maps an epoch "
                     "(dvi, spacetime, pca --per-epoch), that of the same number, and the last one "
                     "for later epochs.")
        ->type_name("FOLDER");
    add_new_folder(*verb, options->out);
    verb->add_flag("--resume", options->resume,
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
    verb->add_option("--neighbours", options->neighbours,
                     "How many nearest neighbours in feature space to list for each sample and "
                     "epoch, of its own and of other classes each. 0: none; the window then shows "
                     "who is near in the plane.")
        ->type_name("K")
        ->check(number_within(0, 1000))
        ->capture_default_str();
    verb->add_flag("--approximate", options->approximate,
                   "Neighbours that are found quickly and are mostly the nearest, for sets of "
                   "hundreds of thousands of samples; which share of the nearest they are is "
                   "measured and said.");
    verb->add_option("--distance", options->distance,
                     "euclidean; cosine: by the angle between embeddings.")
        ->type_name("euclidean|cosine")
        ->check(one_of({"euclidean", "cosine"}))
        ->capture_default_str();
    verb->add_option("--format", options->format,
                     "npy: arrays, which open at once whatever their size; json: Sequence-Scatter.")
        ->type_name("npy|json")
        ->check(one_of({"npy", "json"}))
        ->capture_default_str();
    add_device(*verb, options->device);
    verb->add_option("--threads", options->threads,
                     "How many threads work; 0 takes all there are. The same bytes whatever the "
                     "number.")
        ->type_name("N")
        ->check(number_within(0, 1024))
        ->capture_default_str();
    verb->footer(
        "Examples:\n"
        "  epochscope project runs/recorded --method pca --out runs/pca\n"
        "  epochscope project runs/recorded --method pca --per-epoch --out runs/pca-each\n"
        "  epochscope project runs/recorded --method pca --landscape --out runs/painted\n"
        "  epochscope project runs/recorded --method tsne --perplexity 50 --out runs/tsne\n"
        "  epochscope project runs/recorded --method spacetime --out runs/journey\n"
        "  epochscope project runs/held-out --with runs/journey --out runs/unseen\n"
        "\n"
        "The predicted class and its confidence (softmax) come from the logits. To npy,\n"
        "dataset/images.npy and curves.csv are copied as they are.");
    return {.run = [options](const Stage& stage) { return project(*options, stage); }};
}

}  // namespace epochscope::cli
