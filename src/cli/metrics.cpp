#include "cli/device_option.h"
#include "cli/metrics_report.h"
#include "cli/opening.h"
#include "cli/progress_bar.h"
#include "cli/values.h"
#include "cli/verb.h"

#include <epochscope/io/recording.h>
#include <epochscope/io/trust.h>
#include <epochscope/opening/measure_folder.h>
#include <epochscope/projection/controls.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <cstdint>
#include <memory>
#include <string>

namespace epochscope::cli {

namespace {

using Json = nlohmann::ordered_json;

struct MetricsCall {
    std::string recording;
    Opening picture;
    bool json = false;
    bool write = false;
    bool no_controls = false;
    std::string csv;
    int neighbours = 15;
    std::uint64_t seed = 0;
    std::string device = "cpu";
    int threads = 0;
};

void warn(const Stage& stage, const std::string& warning) {
    stage.err << "epochscope: warning: " << printable(warning) << std::endl;
}

PictureReport measure(const MetricsCall& call, const Recording& recording, const Dataset& picture,
                      const Stage& stage) {
    ProgressBar bar(stage.err, stage.terminal, "measuring");
    FaithfulnessOptions options;
    options.neighbours = static_cast<std::size_t>(call.neighbours);
    options.seed = call.seed;
    options.threads = call.threads;
    return measure_picture(
        recording, picture.series, picture.plane_map, options, !call.no_controls,
        {.progress = [&](double share) { bar.show(share); }, .stop = stage.stop});
}

void print_json(const MetricsCall& call, const RecordedRun& run, const Dataset& picture,
                const PictureReport& report, const Stage& stage) {
    Json json{{"recording", run.name},
              {"folder", picture.name},
              {"samples", run.recording.sample_count()},
              {"epoch_numbers", report.epochs},
              {"neighbours", report.neighbours},
              {"near_epochs", report.near_epochs},
              {"seed", call.seed}};
    json.update(json_of(report));
    json["warnings"] = report.warnings;
    // Names may hold bytes that are no UTF-8.
    stage.out << json.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
}

void print_text(const RecordedRun& run, const Dataset& picture, const PictureReport& report,
                const Stage& stage) {
    stage.out << printable(picture.name) << " (" << picture.format << ") of " << printable(run.name)
              << ": " << run.recording.sample_count() << " samples, " << report.epochs.size()
              << " epochs, " << report.neighbours << " neighbours\n\n";
    print_metrics(stage.out, report);
}

int metrics(const MetricsCall& call, const Stage& stage) {
    const RecordedRun run = open_recording(call.recording, {.heads = heads_on(call.device)},
                                           {.progress = {}, .stop = stage.stop});
    const Dataset picture = open(call.picture, stage);
    if (call.write && picture.projection_folder.empty())
        throw CallError("--write: " + call.picture.folder +
                        " is a recording, which holds no places to write beside");
    for (const auto* warnings : {&run.warnings, &picture.warnings})
        for (const std::string& warning : *warnings) warn(stage, warning);
    const PictureReport report = measure(call, run.recording, picture, stage);
    if (const auto what = picture.series.fault()) throw Error(*what);
    for (const std::string& doubt : doubts_about(picture.series, run.recording)) warn(stage, doubt);
    for (const std::string& warning : report.warnings) warn(stage, warning);
    const Trust trust = trust_of(report);
    if (!call.csv.empty()) write_trust_curves(trust, report.epochs, call.csv);
    if (call.write)
        write_trust(trust, report.epochs, picture.series.sample_count(), picture.projection_folder);
    if (call.json)
        print_json(call, run, picture, report, stage);
    else
        print_text(run, picture, report, stage);
    return 0;
}

constexpr const char* what_they_are =
    R"(What is measured, K being 15 unless said otherwise:
  nn_pv            of a sample's K nearest in feature space, the share that are
                   among its K nearest in the plane
  boundary_pv      the same of the K nearest points on the head's decision
                   boundaries; needs a head, and a map to the plane
  rec_pv           the share of samples that the head decides as before when
                   they are taken from the plane back to feature space
  temp_pv          does a sample move in the plane when its neighbours change?
                   Pearson's r; less is better, down to -1
  temp_l           of the 5 epochs at which a sample was most like now, how
                   many are among the 5 nearest in the plane; chance is 5/(E-1)
  temp_g_tau, _rho are the epochs in the plane as far from each other, in
                   order, as in feature space? Kendall's tau-b, Spearman's rho
  step_agreement   do the samples that move far from one epoch to the next move
                   far in the plane? Spearman's rho; told of the later epoch
  trustworthiness  1 less how far from near those shown near are
  continuity       1 less how far from near those that are near are shown
More is better but for temp_pv. A "-" is not defined, which is not 0. Early,
middle and late are the thirds of the epochs.

What it is held against (means):
  features   the recorded features themselves: what no picture exceeds
  random     places drawn anew at each epoch: what chance is worth
  walk       every sample steps at random, as far as samples do on average: it
             knows nothing, and yet scores on temp_pv, temp_l and temp_g. A
             temporal figure means something only above it, and beside nn_pv
  pca        one pair of principal components for all epochs
  shuffled   this picture with its epochs in another order

Examples:
  epochscope metrics runs/recorded runs/pca
  epochscope metrics runs/recorded runs/pca --json
  epochscope metrics runs/recorded runs/pca --write
      keep the figures with the folder, for the window to show)";

void add_outputs(CLI::App& verb, MetricsCall& call) {
    verb.add_flag("--json", call.json,
                  "One JSON object: for each metric an object with mean, early,"
                  " middle, late, per_epoch, undefined (the fraction of samples"
                  " and epochs without a value), reason (if a value is null) "
                  "and controls.");
    verb.add_option("--csv", call.csv, "Write the metrics of each epoch as a table.")
        ->type_name("FILE");
    verb.add_flag("--write", call.write,
                  "Store trust.csv and kept_neighbours.npy in FOLDER, for the "
                  "window to show: the metrics, and which fraction of its "
                  "neighbours each sample keeps.");
}

}  // namespace

Action add_metrics(CLI::App& program) {
    const auto call = std::make_shared<MetricsCall>();
    CLI::App* verb =
        program.add_subcommand("metrics", "Say how far a picture of a run can be trusted.");
    verb->add_option("RECORDING", call->recording,
                     "The recording that the folder was made of: dataset/labels.npy, and "
                     "epochs/epoch_<k>/embeddings.npy.")
        ->required();
    add_opening(*verb, call->picture);
    add_outputs(*verb, *call);
    verb->add_option("--neighbours", call->neighbours, "How many nearest neighbours are compared.")
        ->type_name("K")
        ->check(number_within(1, 1000))
        ->capture_default_str();
    verb->add_option("--seed", call->seed, "Seed of boundary points and random controls.")
        ->type_name("S")
        ->capture_default_str();
    add_device(*verb, call->device);
    verb->add_option("--threads", call->threads,
                     "Threads; 0: all. The values are the same for any number.")
        ->type_name("N")
        ->check(number_within(0, 1024))
        ->capture_default_str();
    verb->add_flag("--no-controls", call->no_controls,
                   "Measure the picture alone, without controls.");
    verb->footer(what_they_are);
    return {.run = [call](const Stage& stage) { return metrics(*call, stage); }};
}

}  // namespace epochscope::cli
