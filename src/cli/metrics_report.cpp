#include "cli/metrics_report.h"

#include "cli/json_values.h"
#include "cli/opening.h"
#include "cli/values.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iomanip>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <utility>

namespace epochscope::cli {

namespace {

using Json = nlohmann::ordered_json;

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

/// What a folder is called above its column, among several: A, B, ...
std::string title_of(std::size_t folder) {
    constexpr std::size_t letters = 26;
    const std::string round = folder < letters ? "" : std::to_string(folder / letters);
    return static_cast<char>('A' + folder % letters) + round;
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

/// A column of the table: a title, and a value for each metric.
using TableColumn = std::pair<std::string, std::vector<std::optional<double>>>;

TableColumn column_of(std::string title, const Faithfulness& found,
                      std::optional<double> MetricSummary::*part = &MetricSummary::mean) {
    TableColumn column{std::move(title), {}};
    for (const MetricSummary& figure : found.figures) column.second.push_back(figure.*part);
    return column;
}

/// A line a metric.
void print_table(std::ostream& out, const std::vector<TableColumn>& columns,
                 const std::vector<Control>& controls) {
    std::vector<TableColumn> held;
    for (const Control& control : controls)
        held.push_back(column_of(title_of(control.name), control.found));
    TableWriter table(out);
    table.name("");
    for (const auto& [title, values] : columns) table.title(title);
    table.gap();
    for (const auto& [title, values] : held) table.title(title);
    table.end();
    for (std::size_t m = 0; m < metric_count; ++m) {
        table.name(std::string(name_of(static_cast<Metric>(m))));
        for (const auto& [title, values] : columns) table.value(values[m]);
        table.gap();
        for (const auto& [title, values] : held) table.value(values[m]);
        table.end();
    }
}

/// Why there is no mean, and how much it is not of; not why there are no parts.
std::string remark_on(const MetricSummary& figure) {
    if (!figure.mean) return "not defined: " + figure.reason;
    if (figure.undefined <= 0) return {};
    return "not defined for " + percent(figure.undefined);
}

/// Why values are missing, a line a metric.
void print_remarks(std::ostream& out, const Faithfulness& found, const std::string& whose) {
    bool first = true;
    for (std::size_t m = 0; m < metric_count; ++m) {
        const std::string remark = remark_on(found.figures[m]);
        if (remark.empty()) continue;
        if (first) out << '\n';
        first = false;
        out << whose << name_of(static_cast<Metric>(m)) << ": " << remark << '\n';
    }
}

Json folder_json(const MeasuredFolder& folder) {
    Json json{{"folder", folder.dataset.name},
              {"epoch_numbers", folder.report.epochs},
              {"neighbours", folder.report.neighbours},
              {"near_epochs", folder.report.near_epochs}};
    for (std::size_t m = 0; m < metric_count; ++m) {
        Json metric = figure_json(folder.report.picture.figures[m]);
        for (const Control& control : folder.report.controls)
            metric["controls"][control.name] = figure_json(control.found.figures[m]);
        json[std::string(name_of(static_cast<Metric>(m)))] = std::move(metric);
    }
    json["warnings"] = folder.report.warnings;
    return json;
}

Json test_json(const FolderTest& test, const MetricsReport& report) {
    return {{"metric", name_of(Metric::temp_l)},
            {"first", report.folders[test.first].dataset.name},
            {"second", report.folders[test.second].dataset.name},
            {"u", test.found.u},
            {"p", test.found.p},
            {"effect", test.found.effect}};
}

void print_one(std::ostream& out, const MetricsReport& report) {
    const auto& [dataset, found] = report.folders.front();
    out << printable(dataset.name) << " (" << dataset.format << ") of "
        << printable(report.run.name) << ": " << report.run.recording.sample_count() << " samples, "
        << found.epochs.size() << " epochs, " << found.neighbours << " neighbours\n\n";
    print_table(
        out,
        {column_of("mean", found.picture), column_of("early", found.picture, &MetricSummary::early),
         column_of("middle", found.picture, &MetricSummary::middle),
         column_of("late", found.picture, &MetricSummary::late)},
        found.controls);
    print_remarks(out, found.picture, "");
}

std::string short_number(double value) {
    std::ostringstream out;
    out << std::setprecision(3) << value;
    return out.str();
}

void print_tests(std::ostream& out, const MetricsReport& report) {
    if (report.tests.empty()) return;
    out << "\nMann-Whitney test of temp_l over samples, two-sided\n";
    for (const FolderTest& test : report.tests)
        out << "  " << title_of(test.first) << " and " << title_of(test.second) << ": U "
            << fixed_text(test.found.u, 1) << ", p " << short_number(test.found.p) << ", effect "
            << fixed_text(test.found.effect, 3) << '\n';
}

void print_several(std::ostream& out, const MetricsReport& report) {
    out << printable(report.run.name) << ": " << report.run.recording.sample_count()
        << " samples\n";
    std::vector<TableColumn> columns;
    for (std::size_t f = 0; f < report.folders.size(); ++f) {
        const auto& [dataset, found] = report.folders[f];
        out << "  " << title_of(f) << "  " << printable(dataset.path) << " (" << dataset.format
            << "): " << found.epochs.size() << " epochs, " << found.neighbours << " neighbours\n";
        columns.push_back(column_of(title_of(f), found.picture));
    }
    out << '\n';
    print_table(out, columns, report.folders.front().report.controls);
    for (std::size_t f = 0; f < report.folders.size(); ++f)
        print_remarks(out, report.folders[f].report.picture, title_of(f) + " ");
    print_tests(out, report);
}

}  // namespace

void print_json(std::ostream& out, const MetricsReport& report) {
    Json json{{"recording", report.run.name},
              {"samples", report.run.recording.sample_count()},
              {"seed", report.seed}};
    if (report.folders.size() == 1) {
        json.update(folder_json(report.folders.front()));
    } else {
        for (const MeasuredFolder& folder : report.folders)
            json["folders"].push_back(folder_json(folder));
        json["tests"] = Json::array();
        for (const FolderTest& test : report.tests)
            json["tests"].push_back(test_json(test, report));
    }
    // Names may hold bytes that are no UTF-8.
    out << json.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
}

void print_report(std::ostream& out, const MetricsReport& report) {
    if (report.folders.size() == 1)
        print_one(out, report);
    else
        print_several(out, report);
}

}  // namespace epochscope::cli
