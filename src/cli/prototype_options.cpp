#include "cli/prototype_options.h"

#include "cli/options.h"
#include "cli/values.h"
#include "cli/verb.h"
#include "cli/writing.h"

#include <CLI/CLI.hpp>

#include <charconv>
#include <cstddef>

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

void add_clusters(CLI::App& verb, PrototypeCall& call) {
    verb.add_option("--clusters", call.clusters,
                    "Numbers of clusters, one or several levels, by k-means at "
                    "each epoch (faiss: 20 iterations, 5 starts). Clusters are "
                    "matched from epoch to epoch by the samples they share.")
        ->type_name("K,K,...");
    verb.add_option("--assignments", call.assignments,
                    "Instead of --clusters: the clusters that the run had, an "
                    ".npy file of integers [epochs, samples], 0 and up. May be "
                    "given again for another level.")
        ->type_name("FILE");
    verb.add_option("--over", call.over,
                    "The projection that is shown, made of the same recording. "
                    "Default: its two principal components. Prototypes are placed"
                    " by the projection's map, or without a map at the weighted "
                    "centre of their samples.")
        ->type_name("FOLDER");
}

std::vector<Option> options_in(PrototypeOptions& options) {
    return {
        {.id = "normalise",
         .value = &options.clusters.normalise,
         .label = "Normalise",
         .help = "Scale embeddings to length 1 first, as contrastive losses do."},
        {.id = "batch",
         .value = &options.batch.batch,
         .label = "Batch",
         .help = "Samples in a batch.",
         .range = {1, 1e9},
         .unit = "B"},
        {.id = "negatives",
         .value = &options.batch.negatives,
         .label = "Negatives",
         .help = "Prototypes that are drawn beside those of the batch.",
         .range = {0, 1e9},
         .unit = "R"},
        {.id = "temperature",
         .value = &options.batch.temperature,
         .label = "Temperature",
         .help = "Temperature: what cosines are divided by.",
         .range = {1e-6, 1e6},
         .unit = "T"},
        {.id = "nearest",
         .value = &options.loss.nearest,
         .label = "Nearest",
         .help = "How many nearest prototypes pull a sample.",
         .range = {1, 1e6},
         .unit = "K"},
        {.id = "lambda",
         .value = &options.loss.lambda,
         .label = "Lambda",
         .help = "Weight of pushing.",
         .range = {0, 1e30},
         .unit = "L"},
        {.id = "weights",
         .value = index_of(options.loss.rule),
         .label = "Weights",
         .help = "Weights of the nearest prototypes: normalised (inverse distance, sum 1), equal "
                 "(1/K), inverse (1/distance).",
         .unit = "RULE",
         .choices = {"normalised", "equal", "inverse"}},
        {.id = "seed",
         .value = &options.clusters.seed,
         .label = "Seed",
         .help = "Seed of k-means starts, batches and negatives.",
         .range = {0, 1.8446744073709552e19},
         .unit = "S"},
        {.id = "threads",
         .value = &options.clusters.threads,
         .label = "Threads",
         .help = "Threads; 0: all. The bytes are the same for any number.",
         .range = {0, 1024}},
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

}  // namespace

void add_prototype_options(CLI::App& verb, PrototypeCall& call) {
    verb.set_help_flag("-h,--help", "This page.");
    verb.set_help_all_flag("");
    verb.add_option("recording", call.recording,
                    "The recording: dataset/labels.npy, and epochs/epoch_<k>/embeddings.npy.")
        ->type_name("RECORDING")
        ->required();
    add_clusters(verb, call);
    add_new_folder(verb, call.out);
    verb.add_option("--alpha", call.options.alpha,
                    "Margin: other prototypes within this squared distance push. "
                    "Default: 1 with --normalise, otherwise twice the mean "
                    "squared distance to the own prototype.")
        ->type_name("A")
        ->check(number_within(0, 1e30));
    add_options(verb, options_in(call.options));
    verb.add_flag("--json", call.json,
                  "One JSON object: epoch_numbers, placing, levels (clusters, "
                  "alpha, and each signal at each epoch), warnings.");
    verb.footer(what_they_are);
}

void check(const PrototypeCall& call) {
    if (call.clusters.empty() == call.assignments.empty())
        throw CallError(call.clusters.empty()
                            ? "--clusters is missing, expected it or --assignments"
                            : "--clusters and --assignments exclude each other");
    (void)options_of(call);
}

PrototypeOptions options_of(const PrototypeCall& call) {
    PrototypeOptions options = call.options;
    if (!call.clusters.empty()) options.clusters.levels = levels_of(call.clusters);
    options.batch.seed = options.clusters.seed;
    return options;
}

}  // namespace epochscope::cli
