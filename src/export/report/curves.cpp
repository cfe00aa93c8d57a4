#include "export/html_text.h"
#include "export/report/charts.h"
#include "export/report/markup.h"
#include "export/report/sections.h"

#include <epochscope/model/lower_case.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace epochscope {

namespace {

constexpr std::size_t most_recorded = 6;
constexpr double nowhere = std::numeric_limits<double>::quiet_NaN();

/// "0.322 → 0.952", the first and the last known value.
std::string ends_of(const std::vector<double>& values) {
    const auto is_known = [](double value) { return std::isfinite(value); };
    const auto first = std::ranges::find_if(values, is_known);
    if (first == values.end()) return "\u2013";
    const auto last = std::find_if(values.rbegin(), values.rend(), is_known);
    return brief(*first) + " → " + brief(*last);
}

/// A chart with its title and its ends; nothing if no value is known.
std::string drawn(const ReportContext& context, const std::string& title, const std::string& label,
                  std::vector<double> x, std::vector<double> y) {
    if (std::ranges::none_of(y, [](double value) { return std::isfinite(value); })) return {};
    const EpochSeries& series = context.series();
    const std::string caption = element("b", title) + ' ' + element("span", ends_of(y));
    return chart_markup({.title = caption, .label = label, .x = std::move(x), .y = std::move(y)},
                        static_cast<double>(context.number_of(0)),
                        static_cast<double>(context.number_of(series.epoch_count() - 1)));
}

std::string accuracy_chart(const ReportContext& context) {
    std::vector<double> x;
    std::vector<double> y;
    for (std::size_t e = 0; e < context.report.accuracy.size(); ++e) {
        x.push_back(static_cast<double>(context.number_of(e)));
        y.push_back(context.report.accuracy[e].value_or(nowhere));
    }
    const std::string title = context.say("Accuracy");
    return drawn(context, title, title, std::move(x), std::move(y));
}

std::string loss_chart(const ReportContext& context) {
    if (!context.report.health.value) return {};
    std::vector<double> x;
    std::vector<double> y;
    for (const EpochHealth& epoch : context.report.health.value->epochs) {
        x.push_back(static_cast<double>(epoch.number));
        y.push_back(epoch[HealthSignal::loss].value_or(nowhere));
    }
    const std::string title = context.say("Loss");
    return drawn(context, title, title, std::move(x), std::move(y));
}

/// A curve that was recorded beside the run.
struct RecordedCurve {
    const RunCurves* run = nullptr;
    std::size_t series = 0;

    [[nodiscard]] const std::string& name() const { return run->run.series[series].name; }
    [[nodiscard]] bool is_of_interest() const {
        const std::string words = in_lower_case(name());
        return words.find("loss") != std::string::npos || words.find("acc") != std::string::npos;
    }
};

/// Losses and accuracies first.
std::vector<RecordedCurve> recorded_curves(const RunReport& report) {
    std::vector<RecordedCurve> curves;
    for (const RunCurves& run : report.curves)
        for (std::size_t s = 0; s < run.run.series.size(); ++s) curves.push_back({&run, s});
    std::stable_partition(curves.begin(), curves.end(),
                          [](const RecordedCurve& curve) { return curve.is_of_interest(); });
    return curves;
}

std::string recorded_chart(const ReportContext& context, const RecordedCurve& curve) {
    const bool has_several = context.report.curves.size() > 1;
    const std::string name =
        has_several ? curve.run->run.name + " / " + curve.name() : curve.name();
    return drawn(context, isolated(name, 60), name, curve.run->aligned.epochs[curve.series],
                 curve.run->run.series[curve.series].values);
}

std::string recorded_charts(const ReportContext& context) {
    const std::vector<RecordedCurve> curves = recorded_curves(context.report);
    if (curves.empty())
        return element("p", context.say("No curves were recorded beside the run (curves.csv)."),
                       "class=\"note\"");
    std::string charts;
    std::size_t shown = 0;
    for (const RecordedCurve& curve : curves) {
        if (shown == most_recorded) break;
        const std::string chart = recorded_chart(context, curve);
        shown += chart.empty() ? 0 : 1;
        charts += chart;
    }
    std::string text = element("h3", context.say("Recorded beside the run")) +
                       element("div", charts, "class=\"charts\"");
    if (curves.size() > shown)
        text += element(
            "p", context.say("{} of {} recorded curves.", count(shown), count(curves.size())),
            "class=\"note\"");
    return text;
}

/// "0.322 → 0.952 · best 0.957 at epoch 19".
std::string accuracy_answer(const ReportContext& context) {
    const auto& accuracy = context.report.accuracy;
    const auto is_known = [](const auto& value) { return value.has_value(); };
    const auto first = std::ranges::find_if(accuracy, is_known);
    if (first == accuracy.end()) return context.say("Accuracy is not known: no predictions");
    const auto last = std::find_if(accuracy.rbegin(), accuracy.rend(), is_known);
    // Nothing is less than anything known.
    const auto best = std::ranges::max_element(accuracy);
    const auto epoch = static_cast<std::size_t>(best - accuracy.begin());
    return context.say("Accuracy {} → {} · best {} at epoch {}", fixed(**first, 3),
                       fixed(**last, 3), fixed(**best, 3), count(context.number_of(epoch)));
}

}  // namespace

ReportSection curves_section(const ReportContext& context) {
    const std::string own = accuracy_chart(context) + loss_chart(context);
    std::string body = element("div", own, "class=\"charts\"");
    if (!context.report.health.value)
        body += element("p",
                        context.say("The loss of the samples is not known.") + ' ' +
                            context.reason(context.report.health),
                        "class=\"note\"");
    return {.id = "curves",
            .title = context.say("Curves"),
            .answer = accuracy_answer(context),
            .body = body + recorded_charts(context),
            .verbs = {"epochscope info FOLDER --json", "epochscope health RECORDING --json"}};
}

}  // namespace epochscope
