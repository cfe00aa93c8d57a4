#include "cli/chosen_signals.h"
#include "cli/conditions.h"
#include "cli/datamap_report.h"
#include "cli/figure_export.h"
#include "cli/options.h"
#include "cli/progress_bar.h"
#include "cli/values.h"
#include "cli/writing.h"

#include <epochscope/analysis/data_map.h>
#include <epochscope/analysis/signal_rows.h>
#include <epochscope/analysis/training_signals.h>
#include <epochscope/io/chosen_metadata.h>
#include <epochscope/io/output_file.h>
#include <epochscope/io/png.h>
#include <epochscope/opening/open_signals.h>

#include <nlohmann/json.hpp>

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace epochscope::cli {

namespace {

using Json = nlohmann::ordered_json;

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
  neighbour_disagreement   the share of a sample's 15 nearest in feature space
                   that bear another label; nan where features are not known
  suspicion        how likely the label is wrong, 0..1: the mean of (1 - d) / 2,
                   d being p less the greatest other probability; evaluations
                   count most where some samples are learnt and others not. The
                   mean of that and neighbour_disagreement where it is known

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

struct DataMapCall {
    std::string signals;
    std::string tsv;
    std::string out;
    std::string png;
    FigureTarget svg{".svg"};
    FigureTarget pdf{".pdf"};
    std::size_t max_discs = default_max_discs;
    std::string size = "2400x1800";
    bool json = false;
    std::string style = "trustai";
    std::string attr1;
    std::string attr2;
    std::string criterion;
    std::optional<double> threshold;
    /// Without the signals, which are read by name.
    MapOptions map;
    std::string select;
    std::optional<double> fraction;
    SampleChoice choice;
    std::string ids;
    std::string where;
    std::string epochs;
    int threads = 0;

    [[nodiscard]] bool is_cartography() const { return style == "cartography"; }
    [[nodiscard]] bool has_shapes() const { return !svg.file.empty() || !pdf.file.empty(); }
    [[nodiscard]] bool has_picture() const { return !png.empty() || has_shapes(); }
};

/// The signal of that name; nothing without a name.
std::optional<Signal> signal_of(const std::string& name, const std::string& option) {
    const std::optional<Signal> signal = signal_named(name);
    if (signal || name.empty()) return signal;
    std::vector<std::string_view> names;
    for (std::size_t s = 0; s < signal_count; ++s) names.push_back(name_of(static_cast<Signal>(s)));
    throw CallError(option + ": \"" + name + "\" is not a signal, expected one of " +
                    joined(names, ", "));
}

std::vector<Option> outputs_of(DataMapCall& call) {
    return {
        {.id = "tsv",
         .value = &call.tsv,
         .help =
             "Write all signals of all samples, separated by tabs: TrustAI's columns, then others.",
         .unit = "FILE",
         .is_written = true},
        {.id = "png",
         .value = &call.png,
         .help = "Write the map as a picture for print.",
         .unit = "FILE",
         .is_written = true},
        svg_option(call.svg),
        pdf_option(call.pdf),
        max_discs_option(call.max_discs),
        {.id = "size",
         .value = &call.size,
         .help =
             "Width and height of that picture: in pixels, at least 320x240, or on paper (85mm, "
             "85x60mm, 3.3in x 3in), with 360 pixels an inch. Letters grow with it.",
         .unit = "SIZE"},
        {.id = "out",
         .value = &call.out,
         .help = "Write the map after each evaluation as a folder for the window. It must be "
                 "missing or empty.",
         .unit = "FOLDER",
         .is_written = true},
        {.id = "json",
         .value = &call.json,
         .help = "One JSON object: groups, regions, spread of each signal, accuracy at each "
                 "evaluation, and the samples that are most likely mislabelled."},
    };
}

std::vector<Option> map_of(DataMapCall& call) {
    return {
        {.id = "style",
         .value = &call.style,
         .help = "trustai: groups by correct_ratio or times, by colour and marker. cartography: "
                 "confidence over variability with named regions, colours by how often a sample "
                 "was right, and histograms.",
         .choices = {"trustai", "cartography"}},
        {.id = "attr1",
         .value = &call.attr1,
         .help = "The signal upwards. Default: avg_probs.",
         .unit = "SIGNAL"},
        {.id = "attr2",
         .value = &call.attr2,
         .help = "The signal across. Default: label_var.",
         .unit = "SIGNAL"},
        {.id = "criterion",
         .value = &call.criterion,
         .help = "Keep samples of which this signal is at least --threshold.",
         .unit = "SIGNAL"},
        {.id = "threshold",
         .value = &call.threshold,
         .help = "The least value of --criterion. Default: 0.",
         .range = {-1e300, 1e300},
         .unit = "X"},
        {.id = "use-l-times",
         .value = &call.map.min_learnt,
         .help = "Keep samples that were learnt at least N times, and group them by how often.",
         .range = {-1, 1e9},
         .old_ids = {"use_l_times"}},
        {.id = "use-f-times",
         .value = &call.map.min_forgotten,
         .help = "Keep samples that were forgotten at least N times, and group them by how often.",
         .range = {-1, 1e9},
         .old_ids = {"use_f_times"}},
        {.id = "dirty",
         .value = &call.map.by_mark,
         .help = "Group samples by their mark (s_label): 2 mislabelled on purpose, 1 made hard on "
                 "purpose, others."},
    };
}

std::vector<Option> choice_of(DataMapCall& call) {
    return {
        {.id = "select",
         .value = &call.select,
         .help = "Write the ids of the samples that are first by this signal, and its values, to "
                 "standard output: the least confident, most variable, most forgotten, most "
                 "suspicious, ... Ties: the lower id first.",
         .unit = "SIGNAL"},
        {.id = "fraction",
         .value = &call.fraction,
         .help = "Which fraction of all samples to select, 0..1.",
         .range = {0, 1},
         .unit = "F"},
        {.id = "worst", .value = &call.choice.worst, .help = "Select from the other end."},
        {.id = "both-ends",
         .value = &call.choice.both_ends,
         .help = "Select seven tenths from this end, the rest from the other.",
         .old_ids = {"both_ends"}},
        {.id = "ids",
         .value = &call.ids,
         .help = "Write the selected ids into this file instead.",
         .unit = "FILE",
         .is_written = true},
        where_option(call.where),
    };
}

/// What the options contradict.
void check_call(const DataMapCall& call) {
    const auto refuse = [](bool wrong, const char* why) {
        if (wrong) throw CallError(why);
    };
    refuse(call.is_cartography() && !(call.attr1 + call.attr2).empty(),
           "--style cartography has axes of its own, variability and confidence, "
           "expected neither "
           "--attr1 nor --attr2");
    refuse(call.threshold && call.criterion.empty(),
           "--threshold is for the signal that --criterion names, which is missing");
    refuse(call.map.min_learnt >= 0.0 && call.map.min_forgotten >= 0.0,
           "--use-l-times and --use-f-times group samples in two ways, expected "
           "one of them");
    refuse(call.map.by_mark && (call.is_cartography() || call.map.min_learnt >= 0.0 ||
                                call.map.min_forgotten >= 0.0),
           "--dirty groups samples by their marks, expected neither --style cartography nor "
           "--use-l-times nor --use-f-times");
    const bool selects = !call.select.empty();
    refuse(selects && !call.fraction, "--select needs --fraction");
    refuse(!selects &&
               (call.fraction || call.choice.worst || call.choice.both_ends || !call.ids.empty()),
           "--fraction, --worst, --both-ends and --ids are for --select, which "
           "is missing");
    refuse(call.json && selects && call.ids.empty(),
           "--json and --select would both write to standard output, expected "
           "--ids FILE");
    refuse(call.max_discs != default_max_discs && !call.has_shapes(),
           "--max-discs: is of shapes, expected --svg FILE or --pdf FILE");
}

/// What is to be on the map.
MapOptions map_options(const DataMapCall& call) {
    MapOptions options = call.map;
    if (call.is_cartography()) options.horizontal = Signal::variability;
    options.vertical = signal_of(call.attr1, "--attr1").value_or(options.vertical);
    options.horizontal = signal_of(call.attr2, "--attr2").value_or(options.horizontal);
    options.criterion = signal_of(call.criterion, "--criterion");
    options.threshold = call.threshold.value_or(0);
    // As TrustAI has it, -1 is no condition.
    for (std::optional<double>* const times : {&options.min_learnt, &options.min_forgotten})
        if (*times < 0.0) times->reset();
    return options;
}

/// What is to be chosen; nothing without --select.
std::optional<SampleChoice> sample_choice(const DataMapCall& call) {
    const std::optional<Signal> metric = signal_of(call.select, "--select");
    if (!metric) return std::nullopt;
    SampleChoice choice = call.choice;
    choice.metric = *metric;
    choice.fraction = *call.fraction;
    return choice;
}

/// The axes' names, in the words of the style.
Axes axes_of(const DataMapCall& call, const MapOptions& options) {
    return {.x = std::string(name_of(options.horizontal)),
            .y = call.is_cartography() ? "confidence" : std::string(name_of(options.vertical))};
}

void write_tsv(const DataMapCall& call, const SignalSource& source, const SignalTable& table) {
    OutputFile file(call.tsv);
    write_signal_rows(
        source.dynamics, table, [&](std::string_view text) { file.write(text); }, call.threads);
    file.finish();
}

/// The chosen samples' ids and what they were chosen by, a line each.
std::string choice_text(const SignalSource& source, const SignalTable& table,
                        const SampleChoice& choice) {
    std::string text = "id\t" + std::string(name_of(choice.metric)) + "\n";
    for (const std::uint32_t i : chosen(table, choice)) {
        text += id_text(source.dynamics.ids[i]);
        text += '\t';
        text += number_text(table[choice.metric][i]);
        text += '\n';
    }
    return text;
}

void write_choice(const DataMapCall& call, const SignalSource& source, const SignalTable& table,
                  const SampleChoice& choice, const Stage& stage) {
    const std::string text = choice_text(source, table, choice);
    if (call.ids.empty()) {
        stage.out << text;
        return;
    }
    OutputFile file(call.ids);
    file.write(text);
    file.finish();
}

/// Beside what is written stand the pictures of all samples, `all` of them, or none.
void write_folder(const DataMapCall& call, const SignalSource& source, const MapOptions& options,
                  std::size_t all, const Stage& stage) {
    MapOverTime map = with_bar(stage, "mapping", [&](const Job& job) {
        return map_over_time(source.dynamics, options, job, call.threads);
    });
    Dataset dataset{.series = std::move(map.series),
                    .backgrounds = nullptr,
                    .name = source.name,
                    .path = source.path,
                    .format = source.format,
                    .warnings = {}};
    dataset.sidecar_files = source.sidecar_files;
    const auto is_of_samples = [](const std::string& file) {
        return std::filesystem::path(file).filename() != "curves.csv";
    };
    if (map.samples.size() != all && std::erase_if(dataset.sidecar_files, is_of_samples) > 0)
        stage.warn(call.out + ": has no pictures, for those of " + source.name +
                   " are of all samples and the map is of some");
    const std::vector<std::size_t> samples(map.samples.begin(), map.samples.end());
    dataset.metadata = metadata_of(source.metadata, samples);
    dataset.axes = axes_of(call, options);
    write(dataset, DatasetFormat::npy, call.out,
          {{"made_by", "epochscope datamap"},
           {"method", "data map"},
           {"from", source.name},
           {"vertical", std::string(name_of(options.vertical))},
           {"horizontal", std::string(name_of(options.horizontal))}},
          stage);
}

void write_picture(const DataMapCall& call, const MapOptions& options, const FigureSize& size,
                   const SignalTable& table, const DataMap& map, const SignalSource& source,
                   const Stage& stage) {
    MapPlot plot = call.is_cartography() ? cartography_plot(map, table) : trust_ai_plot(map);
    plot.title = source.name;
    if (const std::string kept = filter_text(options); !kept.empty()) plot.title += ": " + kept;
    if (source.dynamics.estimated)
        add_note(plot,
                 "Where predictions are wrong, the probability of the label "
                 "is estimated.");
    if (!call.png.empty()) write_png(call.png, stage.desktop.paint_map(plot, size.pixels));
    for (const FigureTarget* target : {&call.svg, &call.pdf})
        if (!target->file.empty())
            stage.desktop.write_map(
                plot, {.file = target->file, .size = size, .max_discs = call.max_discs});
    if (call.has_shapes()) say_picture_of_samples(plot.x.size(), call.max_discs, stage);
}

SignalSource open(const DataMapCall& call, const Stage& stage) {
    SignalSource source = with_bar(stage, "reading", [&](const Job& job) {
        return open_signals(call.signals, job, call.threads, call.epochs);
    });
    for (const std::string& warning : source.dynamics.warnings) stage.warn(warning);
    if (source.dynamics.estimated)
        stage.warn(source.name +
                   ": of wrong predictions the probability of the label is not known; "
                   "what "
                   "confidence leaves over is shared evenly among the other classes");
    return source;
}

int datamap(const DataMapCall& call, const Stage& stage) {
    check_call(call);
    const MapOptions options = map_options(call);
    const std::optional<SampleChoice> choice = sample_choice(call);
    if (!call.png.empty() && !stage.desktop.paint_map)
        throw CallError(
            "--png: maps are painted by epochscope-desktop, expected beside epochscope, which is "
            "missing (a build with EPOCHSCOPE_APP=OFF has none); --out and --tsv work");
    for (const FigureTarget* target : {&call.svg, &call.pdf})
        check_shapes(*target, static_cast<bool>(stage.desktop.write_map));
    const FigureSize size = parse_figure_size(call.size, 1);
    if (size.pixels.width < min_map_size.width || size.pixels.height < min_map_size.height)
        throw CallError("--size: is " + call.size + ", expected at least " +
                        std::to_string(min_map_size.width) + "x" +
                        std::to_string(min_map_size.height));
    if (call.size != DataMapCall().size && !call.has_picture())
        throw CallError("--size: is of a map, expected --png FILE, --svg FILE or --pdf FILE");
    if (!call.out.empty()) expect_new_folder(call.out);
    SignalSource source = open(call, stage);
    SignalTable table = signals_of(source.dynamics, all_evaluations, call.threads);
    const std::size_t all = source.dynamics.sample_count();
    if (!call.where.empty())
        keep_only(source, table, *samples_where(call.where, columns_of(source, table), stage));
    const DataMap map = data_map(table, options);
    if (map.unplaced > 0)
        stage.warn(source.name + ": of " + std::to_string(map.unplaced) +
                   " samples not both signals are known; they are not on the map");
    if (!call.tsv.empty()) write_tsv(call, source, table);
    if (call.has_picture()) write_picture(call, options, size, table, map, source, stage);
    if (!call.out.empty()) write_folder(call, source, options, all, stage);
    if (choice) write_choice(call, source, table, *choice, stage);
    if (call.json)
        // Names may hold bytes that are no UTF-8.
        stage.out << json_of({source, table, map, call.threads})
                         .dump(-1, ' ', false, Json::error_handler_t::replace)
                  << '\n';
    else if (!choice || !call.ids.empty())
        print_report(stage.out, {source, table, map, call.threads});
    return 0;
}

}  // namespace

Verb datamap_verb() {
    const auto call = std::make_shared<DataMapCall>();
    Verb verb{"datamap", "Say which samples are easy, hard or mislabelled.", what_it_says};
    add_argument(
        verb, {.id = "SIGNALS",
               .value = &call->signals,
               .help = "Training signals: a file of TrustAI's, a folder of Dataset Cartography's, "
                       "a recording, or a dataset folder with predictions and confidence.",
               .required = true});
    add_options(verb, "What is written", outputs_of(*call));
    add_options(verb, "The map", map_of(*call));
    add_options(verb, "Choosing samples", choice_of(*call));
    add_options(verb, "Options", {epochs_option(call->epochs), threads_option(call->threads)});
    verb.run = [call](const Stage& stage) { return datamap(*call, stage); };
    verb.needs_desktop = [call] { return call->has_picture(); };
    return verb;
}

}  // namespace epochscope::cli
