#include "cli/options.h"
#include "cli/progress_bar.h"
#include "cli/prototype_report.h"
#include "cli/values.h"
#include "cli/writing.h"

#include <epochscope/analysis/find_prototypes.h>
#include <epochscope/io/npy.h>
#include <epochscope/io/recording.h>
#include <epochscope/opening/open_folder.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace epochscope::cli {

namespace {

constexpr const char* what_they_are =
    R"(A prototypical contrastive loss puts the prototypes of a batch's B samples into
B columns and numbers the samples 0..B-1: sample i belongs to column i. Where
samples share a prototype their columns are equal, and with few clusters most
are. What is said of each epoch and number of clusters (signals.csv):
  acc_proto_naive     how many samples have their greatest logit in their own
                      column, as it is numbered: no more than the first of those
                      that share a prototype can, so no more than
  ceiling             U / B, U being how many prototypes a batch has (distinct);
                      ceiling_expected is what K clusters of one size give,
                      K (1 - (1 - 1/K)^B) / B: of 64 samples 15.6 % at K = 10,
                      62 % at 60, 88 % at 240
  acc_proto_adjusted  the same with repeated prototypes counted as one: samples
                      of prototypes [2,2,2,1,0] are numbered [0,0,0,3,4]. That
                      changes the accuracy and not the loss: equal columns have
                      equal logits, and share a softmax
  collisions          B - U; multiplicities.csv has how many prototypes occur
                      once, twice, ... in a batch
  cross_entropy       the loss of either numbering, logits being cosines divided
                      by --temperature, with r negatives; cross_entropy_floor,
                      (1/B) sum m ln m, is what it is at least
  pull, push, loss    L = sum of w_k d_k over the K nearest prototypes of a
                      sample + lambda x sum of max(0, alpha - d_k) over all
                      others (d: squared distances), the mean of all samples;
                      hinges says how many of the latter are above 0
  kept, inertia       the share of samples that stay with their prototype, and
                      the sum of squared distances to it
Concentration is PCL's: mean distance / ln(n + 10), between the 10th and the
90th percentile.

In FOLDER lie the places of the samples and, in prototypes/, for each K
centres.npy [E,K,D], assignments.npy [E,N], counts.npy, concentration.npy [E,K],
places.npy [E,K,2], nearest.npy and squares.npy [E,N,L], hinges.npy [E,N].

Examples:
  epochscope prototypes runs/recorded --clusters 10,60,240 --out runs/prototypes
  epochscope prototypes runs/recorded --clusters 60 --over runs/pca --out b
      place them in a picture that is there
  epochscope prototypes runs/recorded --assignments clusters.npy --out runs/own
      what the run clustered itself)";

struct PrototypeCall {
    std::string recording;
    std::string epochs;
    std::string out;
    std::string over;
    std::string clusters;
    std::vector<std::string> assignments;
    PrototypeOptions options;
    bool json = false;
};

std::vector<Option> clusters_of(PrototypeCall& call) {
    return {
        {.id = "clusters",
         .value = &call.clusters,
         .help = "Numbers of clusters, one or several levels, by k-means at each epoch (faiss: 20 "
                 "iterations, 5 starts). Clusters are matched from epoch to epoch by the samples "
                 "they share.",
         .unit = "K,K,..."},
        {.id = "assignments",
         .value = &call.assignments,
         .help = "Instead of --clusters: the clusters that the run had, an .npy file of integers "
                 "[epochs, samples], 0 and up. May be given again for another level.",
         .unit = "FILE"},
        {.id = "over",
         .value = &call.over,
         .help = "The projection that is shown, made of the same recording. Default: its two "
                 "principal components. Prototypes are placed by the projection's map, or without "
                 "a map at the weighted centre of their samples.",
         .unit = "FOLDER"},
        epochs_option(call.epochs),
        out_option(call.out),
    };
}

std::vector<Option> options_in(PrototypeOptions& options) {
    return {
        {.id = "alpha",
         .value = &options.alpha,
         .help = "Margin: other prototypes within this squared distance push. Default: 1 with "
                 "--normalise, otherwise twice the mean squared distance to the own prototype.",
         .range = {0, 1e30},
         .unit = "A"},
        {.id = "normalise",
         .value = &options.clusters.normalise,
         .help = "Scale embeddings to length 1 first, as contrastive losses do."},
        {.id = "batch",
         .value = &options.batch.batch,
         .help = "Samples in a batch.",
         .range = {1, 1e9},
         .unit = "B"},
        {.id = "negatives",
         .value = &options.batch.negatives,
         .help = "Prototypes that are drawn beside those of the batch.",
         .range = {0, 1e9},
         .unit = "R"},
        {.id = "temperature",
         .value = &options.batch.temperature,
         .help = "Temperature: what cosines are divided by.",
         .range = {1e-6, 1e6},
         .unit = "T"},
        {.id = "nearest",
         .value = &options.loss.nearest,
         .help = "How many nearest prototypes pull a sample.",
         .range = {1, 1e6},
         .unit = "K"},
        {.id = "lambda",
         .value = &options.loss.lambda,
         .help = "Weight of pushing.",
         .range = {0, 1e30},
         .unit = "L"},
        {.id = "weights",
         .value = index_of(options.loss.rule),
         .help = "Weights of the nearest prototypes: normalised (inverse distance, sum 1), equal "
                 "(1/K), inverse (1/distance).",
         .unit = "RULE",
         .choices = {"normalised", "equal", "inverse"}},
        {.id = "seed",
         .value = &options.clusters.seed,
         .help = "Seed of k-means starts, batches and negatives.",
         .range = any_seed,
         .unit = "S"},
        threads_option(options.clusters.threads),
    };
}

std::vector<std::size_t> levels_of(const std::string& text) {
    std::vector<std::size_t> levels;
    for (const std::string& part : split(text)) {
        std::size_t level = 0;
        const char* const end = part.data() + part.size();
        const auto [rest, error] = std::from_chars(part.data(), end, level);
        if (error != std::errc() || rest != end || level == 0)
            throw CallError("--clusters: " + text + " names \"" + part +
                            "\", expected numbers of 1 and up between commas");
        levels.push_back(level);
    }
    return levels;
}

/// What is worked out, but for recorded clusters. Throws CallError if options
/// contradict each other or one is missing.
PrototypeOptions options_of(const PrototypeCall& call) {
    if (call.clusters.empty() == call.assignments.empty())
        throw CallError(call.clusters.empty()
                            ? "--clusters is missing, expected it or --assignments"
                            : "--clusters and --assignments exclude each other");
    PrototypeOptions options = call.options;
    if (!call.clusters.empty()) options.clusters.levels = levels_of(call.clusters);
    options.batch.seed = options.clusters.seed;
    return options;
}

/// The recording by its two principal components, as `project` makes them.
Dataset projected(const RecordedRun& run, const PrototypeCall& call, const Job& job) {
    ProjectOptions options;
    options.threads = call.options.clusters.threads;
    Projection projection = project(run.recording, options, job);
    return dataset_of(run, projection, run.name);
}

std::optional<Dataset> over(const PrototypeCall& call, const Stage& stage) {
    if (call.over.empty()) return std::nullopt;
    return with_bar(stage, "reading",
                    [&](const Job& job) { return open_folder(call.over, {}, job); });
}

Dataset pictured(const RecordedRun& run, std::optional<Dataset> over, const PrototypeCall& call,
                 const Stage& stage) {
    if (!over)
        return with_bar(stage, "projecting",
                        [&](const Job& job) { return projected(run, call, job); });
    Dataset picture = *std::move(over);
    const auto labels = picture.series.labels();
    if (!std::equal(labels.begin(), labels.end(), run.recording.labels().begin(),
                    run.recording.labels().end()))
        picture.warnings.push_back(
            "the folder's labels are not the recording's; "
            "are its samples in the same order?");
    return picture;
}

/// The rows of a file that are of the series' epochs.
std::vector<std::int32_t> recorded_ids(const std::string& file, const Recording& recording,
                                       const EpochSeries& series) {
    const NpyArray array = NpyArray::open(file);
    const std::vector<std::size_t> expected{recording.epoch_count(), recording.sample_count()};
    if (array.shape() != expected)
        throw Error(array.name(), "has ", array.shape().size(), " axes and ", array.size(),
                    " entries, expected [", expected[0], ", ", expected[1],
                    "]: epochs and samples of the recording");
    std::vector<std::int32_t> ids;
    std::vector<std::int32_t> row(expected[1]);
    for (std::size_t e = 0; e < expected[0]; ++e) {
        if (!series.find_epoch(recording.epoch(e).number)) continue;
        array.read(e * row.size(), row);
        ids.insert(ids.end(), row.begin(), row.end());
    }
    return ids;
}

PrototypesFound find(const PrototypeCall& call, PrototypeOptions options, const RecordedRun& run,
                     const Dataset& picture, const Stage& stage) {
    for (const std::string& file : call.assignments)
        options.recorded.push_back(recorded_ids(file, run.recording, picture.series));
    return with_bar(stage, "clustering", [&](const Job& job) {
        return find_prototypes(run.recording, {picture.series, picture.plane_map}, options, job);
    });
}

/// The folder may be of some samples and epochs.
OpenOptions opening_of(const PrototypeCall& call, const std::optional<Dataset>& picture) {
    OpenOptions opening{.epochs = call.epochs, .heads = {.is_wanted = false}};
    if (!picture) return opening;
    const OpenOptions made_of = recording_options(*picture);
    opening.samples = made_of.samples;
    if (opening.epochs.empty()) opening.epochs = made_of.epochs;
    return opening;
}

int prototypes(const PrototypeCall& call, const Stage& stage) {
    const PrototypeOptions options = options_of(call);
    expect_new_folder(call.out);
    std::optional<Dataset> picture = over(call, stage);
    const RecordedRun run = open_recording(call.recording, opening_of(call, picture),
                                           {.progress = {}, .stop = stage.stop});
    Dataset dataset = pictured(run, std::move(picture), call, stage);
    for (const std::string& warning : dataset.warnings) stage.warn(warning);
    // A folder of others may not say it.
    if (dataset.recording.empty()) dataset.recording = run.path;
    PrototypesFound found = find(call, options, run, dataset, stage);
    if (const auto what = run.recording.fault()) throw Error(*what);
    for (const std::string& warning : found.warnings) stage.warn(warning);
    dataset.prototypes = std::make_shared<const Prototypes>(found.prototypes);
    std::map<std::string, std::string> source{
        {"made_by", "epochscope prototypes"}, {"from", run.name}, {"over", dataset.name}};
    write(dataset, DatasetFormat::npy, call.out, std::move(source), stage);
    if (call.json)
        stage.out << json_of(found, dataset.series) << '\n';
    else
        print_report(stage.out, found.prototypes);
    return 0;
}

}  // namespace

Verb prototypes_verb() {
    const auto call = std::make_shared<PrototypeCall>();
    Verb verb{"prototypes", "Find prototypes, and say what batches make of them.", what_they_are};
    add_argument(verb,
                 {.id = "RECORDING",
                  .value = &call->recording,
                  .help = "The recording: dataset/labels.npy, and epochs/epoch_<k>/embeddings.npy.",
                  .required = true});
    add_options(verb, "Options", clusters_of(*call));
    add_options(verb, "Options", options_in(call->options));
    add_options(verb, "Options",
                {{.id = "json",
                  .value = &call->json,
                  .help = "One JSON object: epoch_numbers, placing, levels (clusters, alpha, and "
                          "each signal at each epoch), warnings."}});
    verb.run = [call](const Stage& stage) { return prototypes(*call, stage); };
    return verb;
}

}  // namespace epochscope::cli
