#include "cli/metrics_report.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iomanip>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

namespace epochscope::cli {

namespace {

using Json = nlohmann::ordered_json;

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
    void value(const std::optional<double>& value) {
        std::ostringstream text;
        text << std::fixed << std::setprecision(3);
        if (value) text << *value;
        title(value ? text.str() : "-");
    }
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
    std::ostringstream text;
    text << std::fixed << std::setprecision(1) << "not defined for " << 100 * figure.undefined
         << " %";
    return text.str();
}

}  // namespace

nlohmann::ordered_json json_of(const PictureReport& report) {
    Json json;
    for (std::size_t m = 0; m < metric_count; ++m) {
        Json metric = figure_json(report.picture.figures[m]);
        for (const Control& control : report.controls)
            metric["controls"][control.name] = figure_json(control.found.figures[m]);
        json[std::string(name_of(static_cast<Metric>(m)))] = std::move(metric);
    }
    return json;
}

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

}  // namespace epochscope::cli
