#include "cli/datamap_options.h"

#include "cli/values.h"
#include "cli/verb.h"

#include <epochscope/analysis/training_signals.h>

#include <CLI/CLI.hpp>

namespace epochscope::cli {

namespace {

Signal parse_signal(const std::string& name, const std::string& option) {
    if (const auto signal = signal_named(name)) return *signal;
    std::string list;
    for (std::size_t s = 0; s < signal_count; ++s) {
        list += list.empty() ? "" : ", ";
        list += name_of(static_cast<Signal>(s));
    }
    throw CallError(option + ": \"" + name + "\" is not a signal, expected one of " + list);
}

constexpr const char* what_it_says =
    R"(Training signals are:
  TrustAI: a file with a line for each sample and evaluation, {'id': ...,
  'label': ..., 'correct': ..., 'loss': ..., 'probs': [...]}, Python or JSON.
  Dataset Cartography: a folder of training_dynamics/dynamics_epoch_<k>.jsonl.
  A recording with predictions.npy, or a dataset folder with predictions and
  confidence, of which the label's probability is estimated where a prediction
  is wrong and there are more than two classes.

Signals of a sample (p is the probability of its label, T the evaluations):
  correct_times, correct_ratio    how often it was right, and that by T
  avg_probs (confidence), label_var, variability   the mean of p, its variance
                   and its standard deviation, divided by T
  max_label_probs, min_label_probs    the greatest and the least p
  forgetting_times, learnt_times  how often right was followed by wrong, and
                   wrong by right
  first_forget, first_learn   the evaluation at which first, from 0; 0: never
  threshold_closeness   c (1 - c) of the mean c of p
  aum              the mean margin: the label's logit less the greatest other
                   one; of probabilities the difference of their logarithms, a
                   probability of 0 counting as 2^-149
  el2n, el2n_mean  how far all probabilities are from the label's, Euclidean
  aleatoric        the mean of p (1 - p)
  forgetfulness    forgetting_times; 1000 for what never was right
  loss_mean        the mean loss; the cross entropy where none was recorded
  suspicion        how likely the label is wrong, 0..1: the mean of (1 - d) / 2,
                   d being p less the greatest other probability; evaluations
                   count most where some samples are learnt and others not

Regions (of avg_probs and variability): easy to learn from 0.75 on and hard to
learn up to 0.25, both with a variability up to 0.3; all else is ambiguous.
What is hard to learn is probably mislabelled.

Examples:
  epochscope datamap outputs/output_data.json --tsv signals.tsv --png map.png
  epochscope datamap outputs/output_data.json --criterion forgetting_times \
      --threshold 1 --png forgotten.png
  epochscope datamap runs/recorded --style cartography --out runs/map
      the map after each epoch, for the window to play
  epochscope datamap runs/recorded --select variability --fraction 0.33
      the third that is most ambiguous, by id
  epochscope datamap runs/recorded --select suspicion --fraction 0.01)";

void add_outputs(CLI::App& verb, DataMapCall& call) {
    const char* group = "What is written";
    verb.add_option("--tsv", call.tsv,
                    "Write all signals of all samples, separated by tabs: "
                    "TrustAI's columns, then others.")
        ->type_name("FILE")
        ->group(group);
    verb.add_option("--png", call.png, "Write the map as a picture for print.")
        ->type_name("FILE")
        ->group(group);
    verb.add_option("--size", call.size,
                    "Width and height of that picture in pixels, at least "
                    "320x240.")
        ->type_name("WxH")
        ->capture_default_str()
        ->group(group);
    verb.add_option("--out", call.out,
                    "Write the map after each evaluation as a folder for the "
                    "window. It must be missing or empty.")
        ->type_name("FOLDER")
        ->group(group);
    verb.add_flag("--json", call.json,
                  "One JSON object: groups, regions, spread of each signal, "
                  "accuracy at each evaluation, and the samples that are most "
                  "likely mislabelled.")
        ->group(group);
}

void add_map(CLI::App& verb, DataMapCall& call) {
    const char* group = "The map";
    verb.add_option("--style", call.style,
                    "trustai: groups by correct_ratio or times, by colour and "
                    "marker. cartography: confidence over variability with named "
                    "regions, colours by how often a sample was right, and "
                    "histograms.")
        ->type_name("trustai|cartography")
        ->check(one_of({"trustai", "cartography"}))
        ->capture_default_str()
        ->group(group);
    verb.add_option("--attr1", call.attr1, "The signal upwards. Default: avg_probs.")
        ->type_name("SIGNAL")
        ->group(group);
    verb.add_option("--attr2", call.attr2, "The signal across. Default: label_var.")
        ->type_name("SIGNAL")
        ->group(group);
    verb.add_option("--criterion", call.criterion,
                    "Keep samples of which this signal is at least --threshold.")
        ->type_name("SIGNAL")
        ->group(group);
    verb.add_option("--threshold", call.threshold, "The least value of --criterion. Default: 0.")
        ->type_name("X")
        ->group(group);
    verb.add_option("--use-l-times,--use_l_times", call.min_learnt,
                    "Keep samples that were learnt at least N times, and group them by how often.")
        ->type_name("N")
        ->check(number_within(-1, 1e9))
        ->group(group);
    verb.add_option(
            "--use-f-times,--use_f_times", call.min_forgotten,
            "Keep samples that were forgotten at least N times, and group them by how often.")
        ->type_name("N")
        ->check(number_within(-1, 1e9))
        ->group(group);
}

void add_choice(CLI::App& verb, DataMapCall& call) {
    const char* group = "Choosing samples";
    verb.add_option("--select", call.select,
                    "Write the ids of the samples that are first by this signal, "
                    "and its values, to standard output: the least confident, "
                    "most variable, most forgotten, most suspicious, ... Ties: "
                    "the lower id first.")
        ->type_name("SIGNAL")
        ->group(group);
    verb.add_option("--fraction", call.fraction, "Which fraction of all samples to select, 0..1.")
        ->type_name("F")
        ->check(number_within(0, 1))
        ->group(group);
    verb.add_flag("--worst", call.worst, "Select from the other end.")->group(group);
    verb.add_flag("--both-ends,--both_ends", call.both_ends,
                  "Select seven tenths from this end, the rest from the other.")
        ->group(group);
    verb.add_option("--ids", call.ids, "Write the selected ids into this file instead.")
        ->type_name("FILE")
        ->group(group);
}

}  // namespace

void add_datamap_options(CLI::App& program, DataMapCall& call) {
    CLI::App* verb =
        program.add_subcommand("datamap", "Say which samples are easy, hard or mislabelled.");
    verb->set_help_flag("-h,--help", "This page.");
    verb->set_help_all_flag("");
    verb->add_option("SIGNALS", call.signals,
                     "Training signals: a file of TrustAI's, a folder of Dataset Cartography's, a "
                     "recording, or a dataset folder with predictions and confidence.")
        ->required();
    add_outputs(*verb, call);
    add_map(*verb, call);
    add_choice(*verb, call);
    verb->add_option("--threads", call.threads,
                     "Threads; 0: all. The bytes are the same for any number.")
        ->type_name("N")
        ->check(number_within(0, 1024))
        ->capture_default_str();
    verb->footer(what_it_says);
}

/// What the options contradict.
void check_call(const DataMapCall& call) {
    const auto refuse = [](bool wrong, const char* why) {
        if (wrong) throw CallError(why);
    };
    refuse(call.is_cartography() && (call.attr1 || call.attr2),
           "--style cartography has axes of its own, variability and confidence, expected neither "
           "--attr1 nor --attr2");
    refuse(call.threshold && call.criterion.empty(),
           "--threshold is for the signal that --criterion names, which is missing");
    refuse(call.min_learnt >= 0 && call.min_forgotten >= 0,
           "--use-l-times and --use-f-times group samples in two ways, expected one of them");
    const bool selects = !call.select.empty();
    refuse(selects && !call.fraction, "--select needs --fraction");
    refuse(!selects && (call.fraction || call.worst || call.both_ends || !call.ids.empty()),
           "--fraction, --worst, --both-ends and --ids are for --select, which is missing");
    refuse(call.json && selects && call.ids.empty(),
           "--json and --select would both write to standard output, expected --ids FILE");
}

MapOptions map_options(const DataMapCall& call) {
    MapOptions options;
    if (call.is_cartography()) options.horizontal = Signal::variability;
    if (call.attr1) options.vertical = parse_signal(*call.attr1, "--attr1");
    if (call.attr2) options.horizontal = parse_signal(*call.attr2, "--attr2");
    if (!call.criterion.empty()) options.criterion = parse_signal(call.criterion, "--criterion");
    options.threshold = call.threshold.value_or(0);
    if (call.min_learnt >= 0) options.min_learnt = call.min_learnt;
    if (call.min_forgotten >= 0) options.min_forgotten = call.min_forgotten;
    return options;
}

std::optional<SampleChoice> sample_choice(const DataMapCall& call) {
    if (call.select.empty()) return std::nullopt;
    return SampleChoice{.metric = parse_signal(call.select, "--select"),
                        .fraction = *call.fraction,
                        .worst = call.worst,
                        .both_ends = call.both_ends};
}

}  // namespace epochscope::cli
