#include "cli/json_values.h"
#include "cli/opening.h"
#include "cli/options.h"
#include "cli/values.h"

#include <epochscope/analysis/curves.h>
#include <epochscope/io/formats.h>
#include <epochscope/model/absent_values.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <iomanip>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace epochscope::cli {

namespace {

using Json = nlohmann::ordered_json;

const char* name_of(const Orientation& orientation) {
    return orientation.origin == Origin::upper ? "upper" : "lower";
}

Json info_of(Point p) { return Json::array({p.x, p.y}); }

Orientation orientation_of(const Dataset& dataset) {
    return dataset.backgrounds ? dataset.backgrounds->orientation() : Orientation{};
}

Json levels_of(const Dataset& dataset) {
    Json levels = Json::array();
    if (dataset.prototypes)
        for (const PrototypeLevel& level : dataset.prototypes->levels)
            levels.push_back(level.count);
    return levels;
}

std::string_view name_of(ColumnType type) {
    switch (type) {
        case ColumnType::whole:
            return "whole";
        case ColumnType::real:
            return "real";
        case ColumnType::truth:
            return "truth";
        case ColumnType::date:
            return "date";
        case ColumnType::text:
            break;
    }
    return "text";
}

std::size_t missing_in(const Column& column) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < column.size(); ++i) count += column.is_missing(i) ? 1 : 0;
    return count;
}

/// The columns that are known of the samples beside labels.
Json columns_of(const Dataset& dataset) {
    Json columns = Json::array();
    if (!dataset.metadata) return columns;
    for (const Column& column : dataset.metadata->columns)
        columns.push_back({{"name", column.name()},
                           {"type", name_of(column.type())},
                           {"missing", missing_in(column)}});
    return columns;
}

/// Why the path is not of each other format.
Json reasons_of(const std::filesystem::path& path, const std::string& chosen) {
    Json reasons = Json::object();
    for (const FormatFit& answer : fits_of(path)) {
        if (answer.format == chosen) continue;
        std::string reason = answer.fit.lacks;
        if (answer.fit.opens()) reason = "fits as well, but " + chosen + " comes first";
        if (reason.empty()) reason = "has no " + std::string(answer.files);
        reasons[std::string(answer.format)] = std::move(reason);
    }
    return reasons;
}

Json info_of(const Dataset& dataset) {
    const EpochSeries& series = dataset.series;
    Json numbers = Json::array();
    for (const Epoch& epoch : series.epochs()) numbers.push_back(epoch.number);
    Json accuracy = nullptr;
    if (series.has_predictions())
        for (const auto& share : accuracy_per_epoch(series))
            accuracy.push_back(number_or_null(share));
    Json agreement = nullptr;
    const Orientation orientation = orientation_of(dataset);
    if (const auto& found = orientation.agreement)
        agreement = {{"lower", found->lower}, {"upper", found->upper}};
    return {{"name", dataset.name},
            {"path", dataset.path},
            {"format", dataset.format},
            {"reasons", reasons_of(dataset.path, dataset.format)},
            {"samples", series.sample_count()},
            {"epochs", series.epoch_count()},
            {"epoch_numbers", numbers},
            {"classes", series.classes().names},
            {"samples_per_class", samples_per_class(series)},
            {"has",
             {{"prediction", series.has_predictions()},
              {"confidence", series.has_confidence()},
              {"intra_similarity", series.has_intra()},
              {"inter_similarity", series.has_inter()},
              {"background", dataset.backgrounds != nullptr},
              {"thumbnails", dataset.thumbnails != nullptr}}},
            {"background_origin", name_of(orientation)},
            {"origin_agreement", agreement},
            {"frame", Json::array({info_of(series.frame().min), info_of(series.frame().max)})},
            {"axes", dataset.axes ? Json{{"x", dataset.axes->x}, {"y", dataset.axes->y}} : Json()},
            {"accuracy", accuracy},
            {"variance_shown", number_or_null(dataset.explained_variance)},
            {"prototypes", levels_of(dataset)},
            {"columns", columns_of(dataset)},
            {"warnings", dataset.warnings}};
}

/// Numbers as in "1..3, 7, 9..12"; only the ends where that would be long.
std::string epochs_text(const EpochSeries& series) {
    constexpr std::size_t most_runs = 8;
    const auto epochs = series.epochs();
    std::ostringstream text;
    std::size_t runs = 0;
    for (std::size_t first = 0; first < epochs.size(); ++runs) {
        std::size_t last = first;
        while (last + 1 < epochs.size() && epochs[last + 1].number == epochs[last].number + 1)
            ++last;
        text << (runs > 0 ? ", " : "") << epochs[first].number;
        if (last > first) text << ".." << epochs[last].number;
        first = last + 1;
    }
    if (runs <= most_runs) return text.str();
    return std::to_string(epochs.front().number) + " to " + std::to_string(epochs.back().number) +
           ", with gaps";
}

std::string backgrounds_text(const Dataset& dataset) {
    if (!dataset.backgrounds) return "none";
    const std::size_t epochs = dataset.series.epoch_count();
    std::size_t count = 0;
    for (std::size_t e = 0; e < epochs; ++e) count += dataset.backgrounds->has(e) ? 1 : 0;
    std::ostringstream text;
    const Orientation orientation = orientation_of(dataset);
    text << count << " of " << epochs << " epochs, origin " << name_of(orientation);
    if (const auto& found = orientation.agreement)
        text << std::setprecision(2) << " (agrees with predictions: lower " << found->lower
             << ", upper " << found->upper << ")";
    return text.str();
}

std::string accuracy_text(const EpochSeries& series) {
    const auto accuracy = accuracy_per_epoch(series);
    const auto known = [](const auto& share) { return share.has_value(); };
    const auto first = std::find_if(accuracy.begin(), accuracy.end(), known);
    if (first == accuracy.end()) return "not known: there are no predictions";
    const auto last = std::find_if(accuracy.rbegin(), accuracy.rend(), known).base() - 1;
    const auto text = [&](const auto& share) {
        const auto epoch = static_cast<std::size_t>(share - accuracy.begin());
        return fixed_text(**share, 3) + " at epoch " + std::to_string(series.epoch(epoch).number);
    };
    return text(first) + (last == first ? "" : ", " + text(last));
}

std::string prototypes_text(const Prototypes& prototypes) {
    const auto count = [](const PrototypeLevel& level) { return std::to_string(level.count); };
    std::string text = joined(prototypes.levels, ", ", count);
    text += prototypes.recorded ? " as recorded" : " by k-means";
    if (prototypes.normalised) text += ", normalised";
    return text + (prototypes.placing == PrototypePlacement::map
                       ? ", placed by the map"
                       : ", placed at the centre of their samples");
}

/// "id (text), score (real, 3 missing)".
std::string columns_text(const Metadata& metadata) {
    return joined(metadata.columns, ", ", [](const Column& column) {
        const std::size_t missing = missing_in(column);
        std::string text = printable(column.name()) + " (" + std::string(name_of(column.type()));
        if (missing > 0) text += ", " + std::to_string(missing) + " missing";
        return text + ")";
    });
}

void print_facts(std::ostream& out, const Dataset& dataset) {
    const EpochSeries& series = dataset.series;
    const Box frame = series.frame();
    const auto row = [&out](const char* name) -> std::ostream& {
        return out << "  " << std::left << std::setw(14) << name;
    };
    const auto yes_no = [](bool known) { return known ? "yes" : "no"; };
    out << printable(dataset.name) << '\n';
    row("folder") << printable(dataset.path) << '\n';
    row("format") << dataset.format << '\n';
    if (dataset.explained_variance)
        row("places") << "its two principal components, " << percent(*dataset.explained_variance)
                      << " of the variance\n";
    row("samples") << series.sample_count() << '\n';
    row("epochs") << series.epoch_count() << " (" << epochs_text(series) << ")\n";
    row("frame") << '(' << frame.min.x << ", " << frame.min.y << ") to (" << frame.max.x << ", "
                 << frame.max.y << ")\n";
    if (dataset.axes)
        row("axes") << printable(dataset.axes->x) << " across, " << printable(dataset.axes->y)
                    << " upwards\n";
    row("prediction") << yes_no(series.has_predictions()) << '\n';
    row("confidence") << yes_no(series.has_confidence()) << '\n';
    row("neighbours") << "intra-class " << yes_no(series.has_intra()) << ", inter-class "
                      << yes_no(series.has_inter()) << '\n';
    row("backgrounds") << backgrounds_text(dataset) << '\n';
    if (dataset.prototypes) row("prototypes") << prototypes_text(*dataset.prototypes) << '\n';
    row("pictures") << yes_no(dataset.thumbnails != nullptr) << '\n';
    if (dataset.metadata) row("columns") << columns_text(*dataset.metadata) << '\n';
    row("accuracy") << accuracy_text(series) << '\n';
}

void print_classes(std::ostream& out, const EpochSeries& series) {
    const auto counts = samples_per_class(series);
    const auto accuracy = accuracy_per_class(series, series.epoch_count() - 1);
    out << "\n  samples   right  class\n";
    for (std::size_t c = 0; c < counts.size(); ++c) {
        // Names come last: how wide they are on a terminal is anybody's guess.
        out << std::right << std::setw(9) << counts[c] << std::setw(8)
            << (accuracy[c] ? fixed_text(*accuracy[c], 3) : "-") << "  "
            << printable(series.classes().names[c]) << '\n';
    }
    if (series.has_predictions()) out << "  (right: at the last epoch)\n";
}

struct InfoCall {
    Opening opening;
    bool json = false;
    bool check = false;
};

/// Adds what is not among them.
void add_missing(const std::vector<std::string>& sentences, std::vector<std::string>& warnings) {
    for (const std::string& sentence : sentences)
        if (std::ranges::find(warnings, sentence) == warnings.end()) warnings.push_back(sentence);
}

int info(const InfoCall& call, const Stage& stage) {
    Dataset dataset = open(call.opening, stage);
    bool is_refused = false;
    if (call.check) {
        const std::vector<std::string> refused = refused_values(dataset.series);
        is_refused = !refused.empty();
        add_missing(absent_values(dataset.series).sentences(), dataset.warnings);
        add_missing(refused, dataset.warnings);
    }
    if (std::string problem = orientation_of(dataset).problem; !problem.empty())
        dataset.warnings.push_back(std::move(problem));
    if (call.json) {
        const Json facts = info_of(dataset);
        if (const auto what = dataset.series.fault()) throw Error(*what);
        // Names may hold bytes that are no UTF-8; they are shown as such.
        stage.out << facts.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
        return is_refused ? 1 : 0;
    }
    print_facts(stage.out, dataset);
    print_classes(stage.out, dataset.series);
    if (!dataset.warnings.empty()) stage.out << "\nwarnings:\n";
    for (const std::string& warning : dataset.warnings)
        stage.out << "  - " << printable(warning) << '\n';
    if (const auto what = dataset.series.fault()) throw Error(*what);
    return is_refused ? 1 : 0;
}

}  // namespace

Verb info_verb() {
    const auto call = std::make_shared<InfoCall>();
    Verb verb{"info", "Say what a folder holds, with every warning."};
    add_opening(verb, call->opening);
    add_options(verb, "Options", {epochs_option(call->opening.contents.epochs)});
    add_options(
        verb, "Options",
        {{.id = "json",
          .value = &call->json,
          .help = "One JSON object: name, path, format, reasons (why no other format), samples, "
                  "epochs, epoch_numbers, classes, samples_per_class, has {prediction, confidence, "
                  "intra_similarity, inter_similarity, background, thumbnails}, background_origin, "
                  "origin_agreement, frame, axes, accuracy, variance_shown, prototypes (numbers of "
                  "clusters), columns (what is known of samples: name, type, missing), "
                  "warnings."},
         {.id = "check",
          .value = &call->check,
          .help = "Read every value, also of arrays that are too large to be looked at whenever "
                  "they are opened; exit code 1 if other verbs would refuse them."}});
    verb.run = [call](const Stage& stage) { return info(*call, stage); };
    return verb;
}

}  // namespace epochscope::cli
