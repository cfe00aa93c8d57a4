#include "cli/json_values.h"
#include "cli/opening.h"
#include "cli/options.h"
#include "cli/progress_bar.h"
#include "cli/values.h"

#include <epochscope/io/csv_line.h>
#include <epochscope/io/output_file.h>
#include <epochscope/opening/compare_datasets.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <iomanip>
#include <memory>
#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace epochscope::cli {

namespace {

using Json = nlohmann::ordered_json;

/// Of the list of samples that have changed most.
constexpr std::size_t listed_samples = 20;

struct CompareCall {
    Opening first;
    std::string second;
    bool json = false;
    std::string csv;
    std::string epochs;
    CompareSpace space = CompareSpace::automatic;
    CompareOptions options;
};

/// What is compared, and what was found.
struct CompareReport {
    const Dataset& first;
    const Dataset& second;
    const DatasetComparison& comparison;

    [[nodiscard]] const SeriesPairs& pairs() const { return comparison.pairs; }
    [[nodiscard]] const Comparison& found() const { return comparison.found; }
    [[nodiscard]] std::size_t label(std::size_t pair) const {
        return static_cast<std::size_t>(
            first.series.labels()[static_cast<std::size_t>(pairs().first[pair])]);
    }
    [[nodiscard]] std::string id(std::size_t pair) const {
        const Column* const ids = first.metadata ? first.metadata->find("id") : nullptr;
        return ids == nullptr ? std::string()
                              : ids->words(static_cast<std::size_t>(pairs().first[pair]));
    }
    /// How much later the second learnt it, in epochs.
    [[nodiscard]] std::optional<std::int64_t> later(std::size_t pair) const {
        const auto& a = found().first_correct[pair];
        const auto& b = found().second_correct[pair];
        return a && b ? std::optional(*b - *a) : std::nullopt;
    }
};

/// `3:20`. Throws CallError.
std::optional<std::pair<std::int64_t, std::int64_t>> parse_epochs(std::string_view text) {
    if (text.empty()) return std::nullopt;
    std::pair<std::int64_t, std::int64_t> epochs;
    const char* const end = text.data() + text.size();
    const auto first = std::from_chars(text.data(), end, epochs.first);
    if (first.ec == std::errc() && first.ptr != end && *first.ptr == ':') {
        const auto second = std::from_chars(first.ptr + 1, end, epochs.second);
        if (second.ec == std::errc() && second.ptr == end) return epochs;
    }
    throw CallError("--epochs: is \"" + std::string(text) +
                    "\", expected the numbers of two epochs, such as 3:20");
}

const char* words_of(EpochPairing pairing) {
    switch (pairing) {
        case EpochPairing::number:
            return "number";
        case EpochPairing::share:
            return "share of the run";
        case EpochPairing::choice:
            return "choice";
    }
    return "";
}

void add(Json& json, const Sameness& same) {
    json["shared_neighbours"] = number_or_null(same.shared_neighbours);
    json["agreement"] = number_or_null(same.agreement);
    json["confidence"] = number_or_null(same.confidence);
}

/// The means over the samples of each class of the first folder.
class ClassMeans {
  public:
    explicit ClassMeans(const CompareReport& report) {
        const std::size_t classes = report.first.series.class_count();
        counts_.resize(classes);
        std::vector<std::array<std::pair<double, std::size_t>, 3>> sums(classes);
        for (std::size_t i = 0; i < report.found().samples.size(); ++i) {
            const Sameness& same = report.found().samples[i];
            const std::size_t label = report.label(i);
            ++counts_[label];
            const std::array values{same.shared_neighbours, same.agreement, same.confidence};
            for (std::size_t v = 0; v < values.size(); ++v) {
                if (!values[v]) continue;
                sums[label][v].first += *values[v];
                ++sums[label][v].second;
            }
        }
        const auto mean = [](const std::pair<double, std::size_t>& sum) {
            return sum.second == 0 ? std::nullopt
                                   : std::optional(sum.first / static_cast<double>(sum.second));
        };
        for (const auto& [shared, agreement, confidence] : sums)
            means_.push_back({mean(shared), mean(agreement), mean(confidence)});
    }

    [[nodiscard]] std::size_t count(std::size_t label) const { return counts_[label]; }
    [[nodiscard]] const Sameness& mean(std::size_t label) const { return means_[label]; }

  private:
    std::vector<std::size_t> counts_;
    std::vector<Sameness> means_;
};

Json json_of_sample(const CompareReport& report, std::size_t pair) {
    Json json{{"first", report.pairs().first[pair]}, {"second", report.pairs().second[pair]}};
    if (const std::string id = report.id(pair); !id.empty()) json["id"] = id;
    json["label"] = report.first.series.classes().names[report.label(pair)];
    add(json, report.found().samples[pair]);
    json["first_correct"] = {number_or_null(report.found().first_correct[pair]),
                             number_or_null(report.found().second_correct[pair])};
    return json;
}

std::span<const std::size_t> listed(const std::vector<std::size_t>& order) {
    return std::span(order).first(std::min(order.size(), listed_samples));
}

void print_json(std::ostream& out, const CompareReport& report) {
    const SeriesPairs& pairs = report.pairs();
    const Comparison& found = report.found();
    Json json{{"first", report.first.name},
              {"second", report.second.name},
              {"samples",
               {{"paired", pairs.first.size()},
                {"by", pairs.by_id ? "id" : "index"},
                {"first_alone", pairs.first_alone},
                {"second_alone", pairs.second_alone}}},
              {"space", found.by_features ? "features" : "plane"},
              {"neighbours", found.neighbours},
              {"epochs_by", words_of(pairs.epochs_by)}};
    for (std::size_t e = 0; e < pairs.epochs.size(); ++e) {
        Json epoch{{"first", report.first.series.epoch(pairs.epochs[e].first).number},
                   {"second", report.second.series.epoch(pairs.epochs[e].second).number}};
        add(epoch, found.epochs[e]);
        json["epochs"].push_back(std::move(epoch));
    }
    const ClassMeans means(report);
    const Classes& classes = report.first.series.classes();
    for (std::size_t c = 0; c < classes.names.size(); ++c) {
        Json entry{{"name", classes.names[c]}, {"samples", means.count(c)}};
        add(entry, means.mean(c));
        json["classes"].push_back(std::move(entry));
    }
    json["changed_most"] = Json::array();
    const std::vector<std::size_t> order = most_changed(found);
    for (const std::size_t pair : listed(order))
        json["changed_most"].push_back(json_of_sample(report, pair));
    json["warnings"] = report.comparison.warnings;
    out << json.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
}

std::string number_text(const std::optional<double>& value) {
    return value ? fixed_text(*value, 3) : "-";
}

void print_row(std::ostream& out, const std::string& name, const Sameness& same) {
    constexpr int name_width = 20;
    constexpr int value_width = 12;
    out << std::left << std::setw(name_width) << name << std::right;
    for (const auto& value : {same.shared_neighbours, same.agreement, same.confidence})
        out << std::setw(value_width) << number_text(value);
    out << '\n';
}

void print_text(std::ostream& out, const CompareReport& report) {
    const SeriesPairs& pairs = report.pairs();
    const Comparison& found = report.found();
    out << printable(report.first.path) << " and " << printable(report.second.path) << ": "
        << pairs.first.size() << " samples by " << (pairs.by_id ? "id" : "index");
    if (pairs.first_alone + pairs.second_alone > 0)
        out << " (" << pairs.first_alone << " and " << pairs.second_alone << " alone)";
    out << ", " << pairs.epochs.size() << " epochs by " << (words_of(pairs.epochs_by)) << ", "
        << found.neighbours << " neighbours in "
        << (found.by_features ? "feature space" : "the plane") << "\n\n"
        << std::string(20, ' ') << "  neighbours   agreement  confidence\n";
    for (std::size_t e = 0; e < pairs.epochs.size(); ++e) {
        const auto a = report.first.series.epoch(pairs.epochs[e].first).number;
        const auto b = report.second.series.epoch(pairs.epochs[e].second).number;
        print_row(out, "epoch " + std::to_string(a) + (a == b ? "" : " and " + std::to_string(b)),
                  found.epochs[e]);
    }
    out << '\n';
    const ClassMeans means(report);
    const Classes& classes = report.first.series.classes();
    for (std::size_t c = 0; c < classes.names.size(); ++c)
        if (means.count(c) > 0) print_row(out, printable(classes.names[c]), means.mean(c));
    out << "\nChanged most:\n";
    const std::vector<std::size_t> order = most_changed(found);
    for (const std::size_t pair : listed(order)) {
        const std::string id = report.id(pair);
        print_row(out, id.empty() ? std::to_string(pairs.first[pair]) : printable(id),
                  found.samples[pair]);
    }
}

void write_csv(const CompareReport& report, const std::string& path) {
    OutputFile file(path);
    file.write(
        csv_line(std::vector<std::string>{"first", "second", "id", "label", "shared_neighbours",
                                          "agreement", "confidence", "later"}));
    const auto text = [](const std::optional<double>& value) {
        return value ? Json(*value).dump() : std::string();
    };
    for (std::size_t i = 0; i < report.pairs().first.size(); ++i) {
        const Sameness& same = report.found().samples[i];
        const auto later = report.later(i);
        file.write(csv_line(std::vector<std::string>{
            std::to_string(report.pairs().first[i]), std::to_string(report.pairs().second[i]),
            report.id(i), report.first.series.classes().names[report.label(i)],
            text(same.shared_neighbours), text(same.agreement), text(same.confidence),
            later ? std::to_string(*later) : std::string()}));
    }
    file.finish();
}

int compare(const CompareCall& call, const Stage& stage) {
    const auto epochs = parse_epochs(call.epochs);
    Opening other = call.first;
    other.folder = call.second;
    const Dataset first = open(call.first, stage);
    const Dataset second = open(other, stage);
    for (const Dataset* dataset : {&first, &second})
        for (const std::string& warning : dataset->warnings) stage.warn(warning);
    const DatasetComparison comparison = with_bar(stage, "comparing", [&](const Job& job) {
        return compare_datasets(first, second, call.options, call.space, epochs, {}, job);
    });
    for (const std::string& warning : comparison.warnings) stage.warn(warning);
    const CompareReport report{first, second, comparison};
    if (!call.csv.empty()) write_csv(report, call.csv);
    if (call.json)
        print_json(stage.out, report);
    else
        print_text(stage.out, report);
    return 0;
}

constexpr const char* what_it_compares =
    R"(Two runs of one data set, two projections of one recording, or one folder at two
epochs. Samples belong together by the column id of samples.csv where both have
one, else by their order. Epochs belong together by number, or where the folders
share none, by how far into the run they are.

  neighbours   of the K nearest in one folder, the share that are among the K
               nearest in the other
  agreement    the share of samples for which both predict the same class
  confidence   the confidence in the second less that in the first, mean

Examples:
  epochscope compare runs/seed-1 runs/seed-2
  epochscope compare runs/tsne runs/spacetime --json
  epochscope compare runs/seed-1 runs/seed-1 --epochs 3:20 --csv changed.csv)";

std::vector<Option> options_of(CompareCall& call) {
    return {
        {.id = "json",
         .value = &call.json,
         .help = "One JSON object: epochs, classes and the 20 samples that changed most, each with "
                 "shared_neighbours, agreement and confidence."},
        {.id = "csv",
         .value = &call.csv,
         .help = "Write a table with a line for each pair of samples; later is how many epochs "
                 "later the second folder first predicted the label.",
         .unit = "FILE",
         .is_written = true},
        {.id = "epochs",
         .value = &call.epochs,
         .help = "Compare one epoch of the first folder with one of the second, by their numbers.",
         .unit = "A:B"},
        {.id = "space",
         .value = index_of(call.space),
         .help = "Where neighbours are. auto is in feature space if the folders are of two "
                 "recordings that are there, else in the plane.",
         .choices = {"auto", "features", "plane"}},
        {.id = "neighbours",
         .value = &call.options.neighbours,
         .help = "How many nearest neighbours are compared.",
         .range = {1, 1000},
         .unit = "K"},
        threads_option(call.options.threads),
    };
}

}  // namespace

Verb compare_verb() {
    const auto call = std::make_shared<CompareCall>();
    Verb verb{"compare", "Say what differs between two folders.", what_it_compares};
    add_opening(verb, call->first);
    add_argument(verb, {.id = "SECOND",
                        .value = &call->second,
                        .help = "The folder that it is compared with.",
                        .required = true});
    add_options(verb, "Options", options_of(*call));
    verb.run = [call](const Stage& stage) { return compare(*call, stage); };
    return verb;
}

}  // namespace epochscope::cli
