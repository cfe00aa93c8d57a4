#include "export/html_text.h"
#include "export/report/markup.h"
#include "export/report/sections.h"

#include <algorithm>
#include <array>

namespace epochscope {

namespace {

constexpr std::size_t most_alerts = 40;

/// In the order of HealthSignal.
constexpr std::array<Phrase, health_signal_count> signal_words{{
    "share of samples that are predicted as labelled",
    "mean loss",
    "logit of the label less the largest other one, mean",
    "expected calibration error",
    "share of samples whose prediction changed",
    "within-class to between-class scatter (neural collapse)",
    "mean distance between the centres of two classes",
    "mean squared distance from the centre of the class",
    "effective rank of the features",
    "mean squared distance of two samples of one class, features of length 1",
    "logarithm of the mean closeness of two samples, features of length 1",
    "share of features that are the same for all samples",
    "share of the nearest neighbours that changed",
    "share of samples with values that are not finite",
}};

std::string alerts_text(const ReportContext& context, const RunHealth& health) {
    if (health.alerts.empty())
        return element("p", context.say("No epoch looks as if training went wrong there."));
    std::string items;
    for (std::size_t i = 0; i < std::min(health.alerts.size(), most_alerts); ++i) {
        const HealthAlert& alert = health.alerts[i];
        items += element("li", element("b", context.say("Epoch {}", count(alert.epoch))) + ' ' +
                                   context.sentence(alert.why) + ' ' +
                                   element("small", element("code", escaped(alert.signal)) + ' ' +
                                                        brief(alert.value)));
    }
    if (health.alerts.size() > most_alerts)
        items += element("li", context.say("{} more", count(health.alerts.size() - most_alerts)));
    return element("ul", items, "class=\"alerts\"");
}

/// First, middle, last, smallest and largest value of each signal.
std::string signals_text(const ReportContext& context, const RunHealth& health) {
    const ReportWords& say = context.say;
    TableMarkup table(
        {say("Signal"), say("First"), say("Middle"), say("Last"), say("Smallest"), say("Largest")},
        1);
    const auto& epochs = health.epochs;
    for (std::size_t s = 0; s < health_signal_count; ++s) {
        std::optional<double> least;
        std::optional<double> most;
        for (const EpochHealth& epoch : epochs)
            if (const auto& value = epoch.values[s]) {
                least = std::min(least.value_or(*value), *value);
                most = std::max(most.value_or(*value), *value);
            }
        table.add({element("code", name_of(static_cast<HealthSignal>(s))) +
                       element("small", say(signal_words[s])),
                   brief(epochs.front().values[s]), brief(epochs[epochs.size() / 2].values[s]),
                   brief(epochs.back().values[s]), brief(least), brief(most)});
    }
    std::string text = table.text();
    if (health.is_sampled)
        text += element(
            "p",
            say("Signals of features are measured on {} samples or fewer.", count(health_samples)),
            "class=\"note\"");
    return folded(say("All signals"), text);
}

}  // namespace

ReportSection health_section(const ReportContext& context) {
    ReportSection section{.id = "health",
                          .title = context.say("Health of the training"),
                          .answer = context.say("Not measured"),
                          .body = {},
                          .verbs = {"epochscope health RECORDING"}};
    const Finding<RunHealth>& found = context.report.health;
    if (!found.value) {
        section.body = element("p", context.say("Not measured.") + ' ' + context.reason(found));
        return section;
    }
    const auto& alerts = found.value->alerts;
    section.is_alarming = !alerts.empty();
    section.answer = alerts.empty()
                         ? context.say("No alerts")
                         : context.say("Alerts: {} · the first at epoch {}", count(alerts.size()),
                                       count(alerts.front().epoch));
    section.body = alerts_text(context, *found.value) + signals_text(context, *found.value);
    return section;
}

}  // namespace epochscope
