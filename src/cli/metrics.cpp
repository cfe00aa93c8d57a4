#include "cli/opening.h"
#include "cli/options.h"
#include "cli/progress_bar.h"
#include "cli/values.h"

#include <epochscope/io/recording.h>
#include <epochscope/io/trust.h>
#include <epochscope/opening/measure_folder.h>
#include <epochscope/projection/controls.h>

#include <nlohmann/json.hpp>

#include <cstddef>
#include <iomanip>
#include <map>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

namespace epochscope::cli {

namespace {

using Json = nlohmann::ordered_json;

struct MetricsCall {
    std::string recording;
    Opening picture;
    bool json = false;
    bool write = false;
    bool controls = true;
    std::string csv;
    FaithfulnessOptions options;
    std::string device = "cpu";
};

PictureReport measure(const MetricsCall& call, const Recording& recording, const Dataset& picture,
                      const Stage& stage) {
    return with_bar(stage, "measuring", [&](const Job& job) {
        return measure_picture(recording, picture.series, picture.plane_map, call.options,
                               call.controls, job);
    });
}

Json number_or_null(const std::optional<double>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json figure_json(const MetricSummary& figure) {
    Json per_epoch = Json::array();
    for (const auto& value : figure.per_epoch) per_epoch.push_back(number_or_null(value));
    // What is of no epoch has no list of them.
    const bool by_epoch = std::any_of(figure.per_epoch.begin(), figure.per_epoch.end(),
                                      [](const auto& value) { return value.has_value(); });
    Json json{{"mean", number_or_null(figure.mean)},
              {"early", number_or_null(figure.early)},
              {"middle", number_or_null(figure.middle)},
              {"late", number_or_null(figure.late)},
              {"per_epoch", by_epoch ? per_epoch : Json(nullptr)},
              {"undefined", figure.undefined}};
    if (!figure.reason.empty()) json["reason"] = figure.reason;
    return json;
}

/// What a control is called above its column.
std::string title_of(const std::string& control) {
    static const std::map<std::string, std::string> titles{{"features", "features"},
                                                           {"random_places", "random"},
                                                           {"random_walk", "walk"},
                                                           {"pca", "pca"},
                                                           {"shuffled_epochs", "shuffled"}};
    return titles.at(control);
}

class TableWriter {
  public:
    explicit TableWriter(std::ostream& out) : out_(out) {}

    void name(const std::string& text) { out_ << std::left << std::setw(16) << text; }
    void title(const std::string& text) { out_ << std::right << std::setw(9) << text; }
    void value(const std::optional<double>& value) { title(value ? fixed_text(*value, 3) : "-"); }
    void gap() { out_ << "   "; }
    void end() { out_ << '\n'; }

  private:
    std::ostream& out_;
};

void print_titles(TableWriter& table, const PictureReport& report) {
    table.name("");
    for (const char* title : {"mean", "early", "middle", "late"}) table.title(title);
    table.gap();
    for (const Control& control : report.controls) table.title(title_of(control.name));
    table.end();
}

void print_metric(TableWriter& table, const PictureReport& report, std::size_t metric) {
    const MetricSummary& figure = report.picture.figures[metric];
    table.name(std::string(name_of(static_cast<Metric>(metric))));
    for (const auto& value : {figure.mean, figure.early, figure.middle, figure.late})
        table.value(value);
    table.gap();
    for (const Control& control : report.controls) table.value(control.found.figures[metric].mean);
    table.end();
}

/// Why there is no mean, and how much it is not of; not why there are no parts.
std::string remark_on(const MetricSummary& figure) {
    if (!figure.mean) return "not defined: " + figure.reason;
    if (figure.undefined <= 0) return {};
    return "not defined for " + percent(figure.undefined);
}

/// An object for each metric, with the same of each control in it.
Json json_of(const PictureReport& report) {
    Json json;
    for (std::size_t m = 0; m < metric_count; ++m) {
        Json metric = figure_json(report.picture.figures[m]);
        for (const Control& control : report.controls)
            metric["controls"][control.name] = figure_json(control.found.figures[m]);
        json[std::string(name_of(static_cast<Metric>(m)))] = std::move(metric);
    }
    return json;
}

/// A line a metric with the means of the controls, then why values are missing.
void print_metrics(std::ostream& out, const PictureReport& report) {
    TableWriter table(out);
    print_titles(table, report);
    for (std::size_t m = 0; m < metric_count; ++m) print_metric(table, report, m);
    bool first = true;
    for (std::size_t m = 0; m < metric_count; ++m) {
        const std::string remark = remark_on(report.picture.figures[m]);
        if (remark.empty()) continue;
        if (first) out << '\n';
        first = false;
        out << name_of(static_cast<Metric>(m)) << ": " << remark << '\n';
    }
}

void print_json(const MetricsCall& call, const RecordedRun& run, const Dataset& picture,
                const PictureReport& report, const Stage& stage) {
    Json json{{"recording", run.name},
              {"folder", picture.name},
              {"samples", run.recording.sample_count()},
              {"epoch_numbers", report.epochs},
              {"neighbours", report.neighbours},
              {"near_epochs", report.near_epochs},
              {"seed", call.options.seed}};
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
    const Dataset picture = open(call.picture, stage);
    // The folder may be of some samples.
    const RecordedRun run = open_recording(
        call.recording,
        {.samples = recording_options(picture).samples, .heads = heads_on(call.device)},
        {.progress = {}, .stop = stage.stop});
    if (call.write && picture.projection_folder.empty())
        throw CallError("--write: " + call.picture.folder +
                        " is a recording, which holds no places to write beside");
    for (const auto* warnings : {&run.warnings, &picture.warnings})
        for (const std::string& warning : *warnings) stage.warn(warning);
    const PictureReport report = measure(call, run.recording, picture, stage);
    if (const auto what = picture.series.fault()) throw Error(*what);
    for (const std::string& doubt : doubts_about(picture.series, run.recording)) stage.warn(doubt);
    for (const std::string& warning : report.warnings) stage.warn(warning);
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

std::vector<Option> options_of(MetricsCall& call) {
    return {
        {.id = "json",
         .value = &call.json,
         .help = "One JSON object: for each metric an object with mean, early, middle, late, "
                 "per_epoch, undefined (the fraction of samples and epochs without a value), "
                 "reason (if a value is null) and controls."},
        {.id = "csv",
         .value = &call.csv,
         .help = "Write the metrics of each epoch as a table.",
         .unit = "FILE"},
        {.id = "write",
         .value = &call.write,
         .help = "Store trust.csv and kept_neighbours.npy in FOLDER, for the window to show: the "
                 "metrics, and which fraction of its neighbours each sample keeps."},
        {.id = "neighbours",
         .value = &call.options.neighbours,
         .help = "How many nearest neighbours are compared.",
         .range = {1, 1000},
         .unit = "K"},
        {.id = "seed",
         .value = &call.options.seed,
         .help = "Seed of boundary points and random controls.",
         .range = any_seed,
         .unit = "S"},
        device_option(call.device),
        threads_option(call.options.threads),
        {.id = "controls",
         .value = &call.controls,
         .help = "Measure the picture alone, without controls."},
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
    add_options(verb, "Options", options_of(*call));
    verb.run = [call](const Stage& stage) { return metrics(*call, stage); };
    return verb;
}

}  // namespace epochscope::cli
