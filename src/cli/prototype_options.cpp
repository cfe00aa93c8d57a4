#include "cli/prototype_options.h"

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
  epochscope prototypes runs/recorded --clusters 60 --over runs/tsne --out runs/p
      place them in a picture that is there
  epochscope prototypes runs/recorded --assignments clusters.npy --out runs/own
      what the run clustered itself)";

void add_clusters(CLI::App& verb, PrototypeCall& call) {
    verb.add_option("--clusters", call.clusters,
                    "How many clusters: one number, or several levels. By k-means at each epoch "
                    "(faiss: 20 iterations, 5 starts); a cluster keeps its name from epoch to "
                    "epoch by the samples it keeps.")
        ->type_name("K,K,...");
    verb.add_option("--assignments", call.assignments,
                    "Instead: the clusters that the run had, an .npy file of integers [epochs, "
                    "samples], 0 and up. May be given again for another level.")
        ->type_name("FILE");
    verb.add_flag("--normalise", call.normalise,
                  "Scale embeddings to length 1 first, as such losses do.");
    verb.add_option("--over", call.over,
                    "The folder whose picture is shown, made of the same recording; its two "
                    "principal components otherwise. Prototypes lie where its map puts them, or, "
                    "where it has none, at the weighted centre of their samples.")
        ->type_name("FOLDER");
}

void add_loss(CLI::App& verb, PrototypeCall& call) {
    verb.add_option("--batch", call.batch, "How many samples a batch has.")
        ->type_name("B")
        ->check(number_within(1, 1e9))
        ->capture_default_str();
    verb.add_option("--negatives", call.negatives,
                    "How many prototypes that the batch has not are put beside; fewer where fewer "
                    "are left, which is said.")
        ->type_name("R")
        ->check(number_within(0, 1e9))
        ->capture_default_str();
    verb.add_option("--temperature", call.temperature, "What cosines are divided by.")
        ->type_name("T")
        ->check(number_within(1e-6, 1e6))
        ->capture_default_str();
    verb.add_option("--nearest", call.nearest, "To how many prototypes a sample is pulled.")
        ->type_name("K")
        ->check(number_within(1, 1e6))
        ->capture_default_str();
    verb.add_option("--alpha", call.alpha,
                    "Nearer than this squared distance others push; 1 with --normalise, otherwise "
                    "twice the mean squared distance to the own prototype.")
        ->type_name("A")
        ->check(number_within(0, 1e30));
    verb.add_option("--lambda", call.lambda, "How much they push.")
        ->type_name("L")
        ->check(number_within(0, 1e30))
        ->capture_default_str();
    verb.add_option("--weights", call.weights,
                    "How the K nearest are weighed: normalised (by the inverse of their distance, "
                    "1 in sum), equal (1/K), inverse (1 / distance).")
        ->type_name("RULE")
        ->check(one_of({"normalised", "equal", "inverse"}))
        ->capture_default_str();
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
    add_loss(verb, call);
    verb.add_option("--seed", call.seed, "Other starts of k-means, other batches, other negatives.")
        ->type_name("S")
        ->capture_default_str();
    verb.add_option("--threads", call.threads,
                    "How many threads work; 0 takes all there are. The same bytes whatever the "
                    "number.")
        ->type_name("N")
        ->check(number_within(0, 1024))
        ->capture_default_str();
    verb.add_flag("--json", call.json,
                  "One JSON object on standard output: epoch_numbers, placing, levels (clusters, "
                  "alpha, and of each signal its value at each epoch), warnings.");
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
    PrototypeOptions options;
    if (!call.clusters.empty()) options.clusters.levels = levels_of(call.clusters);
    options.clusters.normalise = call.normalise;
    options.clusters.seed = call.seed;
    options.clusters.threads = call.threads;
    options.loss.nearest = static_cast<std::size_t>(call.nearest);
    options.loss.lambda = call.lambda;
    options.loss.rule = weight_rule(call.weights).value_or(WeightRule::normalised);
    options.alpha = call.alpha;
    options.batch.batch = static_cast<std::size_t>(call.batch);
    options.batch.negatives = static_cast<std::size_t>(call.negatives);
    options.batch.temperature = call.temperature;
    options.batch.seed = call.seed;
    return options;
}

}  // namespace epochscope::cli
