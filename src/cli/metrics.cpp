#include "cli/metrics_report.h"
#include "cli/opening.h"
#include "cli/options.h"
#include "cli/progress_bar.h"

#include <epochscope/analysis/rank_test.h>
#include <epochscope/io/open.h>
#include <epochscope/io/recording.h>
#include <epochscope/io/trust.h>
#include <epochscope/opening/measure_folder.h>
#include <epochscope/projection/controls.h>

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace epochscope::cli {

namespace {

struct MetricsCall {
    std::string recording;
    Opening picture;
    /// Further folders.
    std::vector<std::string> others;
    bool json = false;
    bool write = false;
    bool controls = true;
    std::string csv;
    FaithfulnessOptions options;
    std::string device = "cpu";
};

/// The folders of a call, in their order.
std::vector<Dataset> opened(const MetricsCall& call, const Stage& stage) {
    std::vector<Dataset> pictures;
    std::vector<std::string> folders{call.picture.folder};
    folders.insert(folders.end(), call.others.begin(), call.others.end());
    for (const std::string& folder : folders) {
        Opening opening = call.picture;
        opening.folder = folder;
        // They are those of the recording; a folder has what it has.
        if (!is_recording(folder)) opening.contents.epochs.clear();
        pictures.push_back(open(opening, stage));
        if (call.write && pictures.back().projection_folder.empty())
            throw CallError("--write: " + folder +
                            " is a recording, which holds no places to write beside");
        for (const std::string& warning : pictures.back().warnings) stage.warn(warning);
    }
    return pictures;
}

/// Measures a folder, and stores that if it is wanted.
MeasuredFolder measured(const MetricsCall& call, Dataset picture, bool with_controls,
                        const RecordedRun& run, const Stage& stage) {
    MeasuredFolder found{.dataset = std::move(picture), .report = {}};
    const Dataset& dataset = found.dataset;
    found.report = with_bar(stage, "measuring", [&](const Job& job) {
        return measure_picture(run.recording, dataset.series, dataset.plane_map, call.options,
                               with_controls, job);
    });
    if (const auto what = dataset.series.fault()) throw Error(*what);
    for (const std::string& doubt : doubts_about(dataset.series, run.recording)) stage.warn(doubt);
    for (const std::string& warning : found.report.warnings) stage.warn(warning);
    if (!stage.team.is_first()) return found;
    const Trust trust = trust_of(found.report);
    if (!call.csv.empty()) write_trust_curves(trust, found.report.epochs, call.csv);
    if (call.write)
        write_trust(trust, found.report.epochs, dataset.series.sample_count(),
                    dataset.projection_folder);
    return found;
}

/// A test for each pair of folders in which temp_l is defined.
std::vector<FolderTest> tests_of(std::span<const MeasuredFolder> folders) {
    std::vector<FolderTest> tests;
    for (std::size_t a = 0; a < folders.size(); ++a)
        for (std::size_t b = a + 1; b < folders.size(); ++b)
            if (const auto found = mann_whitney(folders[a].report.picture.kept_epochs,
                                                folders[b].report.picture.kept_epochs))
                tests.push_back({a, b, *found});
    return tests;
}

int metrics(MetricsCall& call, const Stage& stage) {
    if (!call.csv.empty() && !call.others.empty())
        throw CallError("--csv takes the metrics of one folder, expected no more than one FOLDER");
    call.options.team = stage.team;
    std::vector<Dataset> pictures = opened(call, stage);
    // The folders may be of some samples and epochs; of folders of others, all are read.
    OpenOptions made_of = recording_options(pictures.front());
    for (const Dataset& picture : pictures)
        if (recording_options(picture).epochs != made_of.epochs) made_of.epochs.clear();
    const std::string& wanted = call.picture.contents.epochs;
    const RecordedRun run = open_recording(call.recording,
                                           {.samples = made_of.samples,
                                            .epochs = wanted.empty() ? made_of.epochs : wanted,
                                            .heads = heads_on(call.device)},
                                           {.progress = {}, .stop = stage.stop});
    for (const std::string& warning : run.warnings) stage.warn(warning);
    MetricsReport report{.run = run, .seed = call.options.seed, .folders = {}, .tests = {}};
    for (Dataset& picture : pictures) {
        const bool is_first = report.folders.empty();
        report.folders.push_back(
            measured(call, std::move(picture), is_first && call.controls, run, stage));
    }
    if (!stage.team.is_first()) return 0;
    report.tests = tests_of(report.folders);
    if (call.json)
        print_json(stage.out, report);
    else
        print_report(stage.out, report);
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
  cross_nn         of the K nearest to a sample among all samples of another
                   epoch, the share that are the K nearest there in the plane:
                   the same place then means the same at both epochs
  travel           the length of all paths over the spread of all places, in
                   the plane against feature space: 1 is true, less hides
                   motion, more invents it
  spread           how far apart samples are, against the last epoch: true is
                   what the features have
More is better but for temp_pv, travel and spread. A "-" is not defined, which
is not 0. Early, middle and late are the thirds of the epochs.

What it is held against (means):
  features   the recorded features themselves: what no picture exceeds
  random     places drawn anew at each epoch: what chance is worth
  walk       every sample steps at random, as far as samples do on average: it
             knows nothing, and yet scores on temp_pv, temp_l and temp_g. A
             temporal figure means something only above it, and beside nn_pv
  pca        one pair of principal components for all epochs
  shuffled   this picture with its epochs in another order

Of several folders the means are printed side by side, with the controls of the
first one, and for each pair the Mann-Whitney test of temp_l, which has a value
a sample: the mean over epochs (as TimeVis, Yang et al. 2022, is tested). U
counts the pairs of samples in which the first folder has more; the effect is
the rank-biserial correlation, -1..1.

Examples:
  epochscope metrics runs/recorded runs/pca
  epochscope metrics runs/recorded runs/timevis runs/spacetime
  epochscope metrics runs/recorded runs/pca --json
  epochscope metrics runs/recorded runs/pca --write
      keep the figures with the folder, for the window to show)";

std::vector<Option> options_of(MetricsCall& call) {
    return {
        {.id = "json",
         .value = &call.json,
         .help = "One JSON object: for each metric an object with mean, early, middle, late, "
                 "per_epoch, undefined (the fraction of samples and epochs without a value), "
                 "reason (if a value is null) and controls. Of several folders: a list of these, "
                 "folders, and a list of tests with u, p and effect."},
        {.id = "csv",
         .value = &call.csv,
         .help = "Write the metrics of each epoch as a table.",
         .unit = "FILE",
         .is_written = true},
        {.id = "write",
         .value = &call.write,
         .help = "Store trust.csv, kept_neighbours.npy, motion.npy and trust_samples.csv in "
                 "FOLDER, for the window to show: the metrics, which fraction of its neighbours "
                 "each sample keeps, which motion is real, and columns of the samples."},
        {.id = "neighbours",
         .value = &call.options.neighbours,
         .help = "How many nearest neighbours are compared.",
         .range = {1, 1000},
         .unit = "K"},
        {.id = "near-epochs",
         .value = &call.options.near_epochs,
         .help = "How many nearest epochs temp_l compares.",
         .range = {1, 1000},
         .unit = "K"},
        {.id = "seed",
         .value = &call.options.seed,
         .help = "Seed of boundary points, random controls, and the epochs and samples of "
                 "cross_nn.",
         .range = any_seed,
         .unit = "S"},
        epochs_option(call.picture.contents.epochs),
        device_option(call.device),
        threads_option(call.options.threads),
        {.id = "controls",
         .value = &call.controls,
         .help = "Measure the folders alone, without controls."},
    };
}

}  // namespace

Verb metrics_verb() {
    const auto call = std::make_shared<MetricsCall>();
    Verb verb{"metrics", "Say how far a picture of a run can be trusted.", what_they_are};
    add_argument(verb, {.id = "RECORDING",
                        .value = &call->recording,
                        .help = "The recording that the folder was made of: dataset/labels.npy, "
                                "and epochs/epoch_<k>/embeddings.npy.",
                        .required = true});
    add_opening(verb, call->picture);
    add_argument(verb, {.id = "OTHER...",
                        .value = &call->others,
                        .help = "Further folders that were made of the recording."});
    add_options(verb, "Options", options_of(*call));
    verb.run = [call](const Stage& stage) { return metrics(*call, stage); };
    verb.is_shared = true;
    return verb;
}

}  // namespace epochscope::cli
