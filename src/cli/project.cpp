#include "cli/progress_bar.h"
#include "cli/values.h"
#include "cli/verb.h"
#include "cli/writing.h"

#include <epochscope/io/recording.h>
#include <epochscope/projection/pca.h>
#include <epochscope/projection/projected_series.h>

#include <CLI/CLI.hpp>

#include <iomanip>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

namespace epochscope::cli {

namespace {

struct ProjectOptions {
    std::string recording;
    std::string method;
    std::string out;
    std::string format = "npy";
    bool per_epoch = false;
    int threads = 0;
};

std::string percent(double share) {
    std::ostringstream text;
    text << std::fixed << std::setprecision(1) << 100 * share << " %";
    return text.str();
}

/// What the picture shows of what there is, so that nobody takes it for all.
void say_shown(const std::vector<LinearMap>& maps, std::ostream& err) {
    const auto shown = [](const LinearMap& map) { return map.explained[0] + map.explained[1]; };
    err << "epochscope: the plane shows " << percent(shown(maps.front()));
    if (maps.size() > 1) err << " (first epoch) to " << percent(shown(maps.back())) << " (last)";
    err << " of the variance" << std::endl;
}

int project(const ProjectOptions& options, const Stage& stage) {
    const RecordedRun run = open_recording(options.recording, {.progress = {}, .stop = stage.stop});
    for (const std::string& warning : run.warnings)
        stage.err << "epochscope: warning: " << printable(warning) << std::endl;
    const Recording& recording = run.recording;
    std::vector<LinearMap> maps;
    {
        ProgressBar bar(stage.err, stage.terminal, "projecting");
        maps = pca(recording, {.per_epoch = options.per_epoch, .threads = options.threads},
                   {.progress = [&](double share) { bar.show(share); }, .stop = stage.stop});
    }
    const Dataset dataset{
        .series = projected_series(recording, places_by(maps, recording, stage.stop)),
        .backgrounds = nullptr,
        .name = run.name,
        .path = run.path,
        .format = "recording",
        .warnings = {},
        .companions = run.companions};
    say_shown(maps, stage.err);
    write(dataset, options.format, options.out,
          {{"made_by", "epochscope project"},
           {"from", run.name},
           {"method", options.method},
           {"per_epoch", options.per_epoch ? "true" : "false"}},
          stage);
    return 0;
}

}  // namespace

Action add_project(CLI::App& program) {
    const auto options = std::make_shared<ProjectOptions>();
    CLI::App* verb =
        program.add_subcommand("project", "Make a folder to look at of a recorded training run.");
    verb->add_option("recording", options->recording,
                     "The recording: dataset/labels.npy, and epochs/epoch_<k>/embeddings.npy with "
                     "predictions.npy (logits) where they are known.")
        ->type_name("RECORDING")
        ->required();
    verb->add_option("--method", options->method,
                     "pca: the two directions in feature space in which samples vary most.")
        ->type_name("pca")
        ->check(one_of({"pca"}))
        ->required();
    add_new_folder(*verb, options->out);
    verb->add_flag("--per-epoch", options->per_epoch,
                   "Directions of each epoch's own, turned to lie as the epoch before does, "
                   "instead of the same for all epochs: shows more of each epoch, and movement "
                   "that is not there.");
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
        "\n"
        "Of logits the predicted class and its confidence (softmax) are worked out. To npy, "
        "dataset/images.npy and curves.csv are copied as they are.");
    return [options](const Stage& stage) { return project(*options, stage); };
}

}  // namespace epochscope::cli
