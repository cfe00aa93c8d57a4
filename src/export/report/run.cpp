#include "export/report/markup.h"
#include "export/report/sections.h"

#include <epochscope/analysis/curves.h>

#include <algorithm>
#include <numeric>

namespace epochscope {

namespace {

constexpr std::size_t most_classes = 50;
constexpr std::size_t most_warnings = 20;

std::string fact(const std::string& name, const std::string& value) {
    return element("div", element("dt", name) + element("dd", value));
}

/// "20 (1 to 20)".
std::string epochs_text(const ReportContext& context) {
    const std::size_t epochs = context.series().epoch_count();
    const std::string first = count(context.number_of(0));
    return count(epochs) + ' ' +
           (epochs == 1 ? context.say("(number {})", first)
                        : context.say("({} to {})", first, count(context.number_of(epochs - 1))));
}

std::string facts_text(const ReportContext& context) {
    const ReportWords& say = context.say;
    const Dataset& dataset = context.dataset();
    std::string facts = fact(say("Samples"), count(context.series().sample_count())) +
                        fact(say("Classes"), count(context.series().class_count())) +
                        fact(say("Epochs"), epochs_text(context)) +
                        fact(say("Format"), isolated(dataset.format));
    if (dataset.explained_variance)
        facts += fact(say("Places"), say("two principal components, {} of the variance",
                                         fixed(*dataset.explained_variance, 3)));
    else if (!context.report.method.empty())
        facts += fact(say("Places"), say("method {}", isolated(context.report.method)));
    if (dataset.axes)
        facts += fact(say("Axes"), isolated(dataset.axes->x) + " × " + isolated(dataset.axes->y));
    if (!dataset.recording.empty()) {
        const std::size_t name = dataset.recording.find_last_of('/') + 1;
        facts += fact(say("Recording"), isolated(dataset.recording.substr(name)));
    }
    return element("dl", facts);
}

/// The largest classes first.
std::string classes_text(const ReportContext& context) {
    const ReportWords& say = context.say;
    const EpochSeries& series = context.series();
    const auto samples = samples_per_class(series);
    const auto right = accuracy_per_class(series, series.epoch_count() - 1);
    std::vector<std::size_t> order(samples.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, std::ranges::greater(),
                             [&](std::size_t c) { return samples[c]; });
    TableMarkup table({say("Class"), say("Samples"), say("Right at the last epoch")}, 1);
    for (std::size_t i = 0; i < std::min(order.size(), most_classes); ++i) {
        const std::size_t c = order[i];
        table.add({context.class_name(static_cast<std::int32_t>(c)), count(samples[c]),
                   fixed(right[c], 3)});
    }
    std::string text = table.text();
    if (order.size() > most_classes)
        text += element(
            "p", say("The {} largest of {} classes.", count(most_classes), count(order.size())),
            "class=\"note\"");
    return folded(say("Classes"), text);
}

std::string warnings_text(const ReportContext& context) {
    const std::vector<std::string>& warnings = context.report.warnings;
    if (warnings.empty()) return {};
    std::string items;
    for (std::size_t i = 0; i < std::min(warnings.size(), most_warnings); ++i)
        items += element("li", context.sentence(warnings[i]));
    if (warnings.size() > most_warnings)
        items += element("li", context.say("{} more", count(warnings.size() - most_warnings)));
    return folded(context.say("Warnings: {}", count(warnings.size())), element("ul", items));
}

}  // namespace

ReportSection run_section(const ReportContext& context) {
    const EpochSeries& series = context.series();
    return {.id = "run",
            .title = context.say("The run in brief"),
            .answer =
                context.say("Samples: {} · classes: {} · epochs: {}", count(series.sample_count()),
                            count(series.class_count()), count(series.epoch_count())),
            .body = facts_text(context) + classes_text(context) + warnings_text(context),
            .verbs = {"epochscope info FOLDER"}};
}

}  // namespace epochscope
