#include "cli/progress_bar.h"
#include "cli/values.h"
#include "cli/verb.h"
#include "cli/writing.h"

#include <epochscope/io/recording.h>
#include <epochscope/opening/open_folder.h>
#include <epochscope/projection/project.h>
#include <epochscope/render/palette.h>

#include <CLI/CLI.hpp>

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
    std::string method;
    std::string out;
    std::string format = "npy";
    bool per_epoch = false;
    bool landscape = false;
    std::optional<std::string> landscape_size;
    TsneOptions tsne;
    bool independent = false;
    int neighbours = 10;
    std::string distance = "euclidean";
    int threads = 0;
};

ProjectOptions project_options(const ProjectCall& call) {
    ProjectOptions options;
    options.method = call.method == "tsne" ? Method::tsne : Method::pca;
    options.pca.per_epoch = call.per_epoch;
    options.tsne = call.tsne;
    options.tsne.warm_start = !call.independent;
    options.neighbours = static_cast<std::size_t>(call.neighbours);
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
    if (!status.divergence) return {};
    std::ostringstream words;
    words << ", epoch " << recording.epoch(status.epoch).number << ", divergence " << std::fixed
          << std::setprecision(3) << *status.divergence;
    return words.str();
}

int project(const ProjectCall& options, const Stage& stage) {
    const Size size = options.landscape_size
                          ? parse_size(*options.landscape_size, "--landscape-size")
                          : landscape_size;
    const RecordedRun run = open_recording(options.recording, {.progress = {}, .stop = stage.stop});
    const Recording& recording = run.recording;
    Projection projection = [&] {
        ProgressBar bar(stage.err, stage.terminal, "projecting");
        return epochscope::project(
            recording, project_options(options),
            {.progress = [&](double share) { bar.show(share); }, .stop = stage.stop},
            [&](const ProjectionStatus& status) { bar.note(words_of(status, recording)); });
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
    return 0;
}

void add_tsne(CLI::App& verb, ProjectCall& call) {
    verb.add_option("--perplexity", call.tsne.perplexity,
                    "tsne: how many neighbours each sample has, in effect. Small: fine grain; "
                    "large: the whole.")
        ->type_name("P")
        ->check(number_within(1, 1000))
        ->capture_default_str();
    verb.add_option("--iterations", call.tsne.iterations,
                    "tsne: iterations of the first epoch, after 250 with attraction exaggerated.")
        ->type_name("N")
        ->check(number_within(0, 100000))
        ->capture_default_str();
    verb.add_option("--warm-iterations", call.tsne.warm_iterations,
                    "tsne: iterations of each other epoch, which starts from the one before.")
        ->type_name("N")
        ->check(number_within(0, 100000))
        ->capture_default_str();
    verb.add_option(
            "--pull", call.tsne.pull,
            "tsne: how strongly samples are held where they were at the epoch before. More: "
            "calmer, and less true to each epoch.")
        ->type_name("L")
        ->check(number_within(0, 1000000))
        ->capture_default_str();
    verb.add_flag(
        "--independent", call.independent,
        "tsne: every epoch by itself, from its principal components, turned to lie as the "
        "one before does.");
    verb.add_option("--seed", call.tsne.seed,
                    "tsne: of the little that is left to chance (samples on a line).")
        ->type_name("S")
        ->capture_default_str();
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
    verb->add_option("--method", options->method,
                     "pca: the two directions in feature space in which samples vary most. tsne: "
                     "places that keep who is near whom.")
        ->type_name("pca|tsne")
        ->check(one_of({"pca", "tsne"}))
        ->required();
    add_new_folder(*verb, options->out);
    verb->add_flag("--per-epoch", options->per_epoch,
                   "pca: directions of each epoch's own, turned to lie as the epoch before does, "
                   "instead of the same for all epochs: shows more of each epoch, and movement "
                   "that is not there.");
    verb->add_flag("--landscape", options->landscape,
                   "Paint the classification landscape of each epoch as a background: by the map "
                   "back from the plane and the linear head of the logits where they are there, "
                   "else from the samples around. Otherwise the window paints it while you look, "
                   "more coarsely.");
    verb->add_option("--landscape-size", options->landscape_size,
                     "Width and height of these pictures in pixels; 1000x800 otherwise.")
        ->type_name("WxH");
    add_tsne(*verb, *options);
    verb->add_option("--neighbours", options->neighbours,
                     "How many nearest neighbours in feature space to list for each sample and "
                     "epoch, of its own and of other classes each. 0: none; the window then shows "
                     "who is near in the plane.")
        ->type_name("K")
        ->check(number_within(0, 1000))
        ->capture_default_str();
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
        "  epochscope project runs/recorded --method pca --landscape --out runs/pca-painted\n"
        "  epochscope project runs/recorded --method tsne --perplexity 50 --out runs/tsne\n"
        "\n"
        "Of logits the predicted class and its confidence (softmax) are worked out. To npy, "
        "dataset/images.npy and curves.csv are copied as they are.");
    return [options](const Stage& stage) { return project(*options, stage); };
}

}  // namespace epochscope::cli
