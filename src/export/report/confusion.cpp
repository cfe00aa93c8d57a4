#include "export/report/charts.h"
#include "export/report/markup.h"
#include "export/report/sections.h"

#include <algorithm>

namespace epochscope {

namespace {

/// The first epoch with the most.
std::size_t peak_of(const CountedPair& pair) {
    return static_cast<std::size_t>(std::ranges::max_element(pair.counts) - pair.counts.begin());
}

/// "epoch 3: 41".
std::string peak_text(const ReportContext& context, const CountedPair& pair) {
    const std::size_t peak = peak_of(pair);
    return context.say("epoch {}: {}", count(context.number_of(peak)), count(pair.counts[peak]));
}

std::string rest_text(const ReportContext& context, const CountedPairs& found) {
    if (found.pair_count == found.pairs.size()) return {};
    return element("p",
                   context.say("The {} most frequent of {} pairs.", count(found.pairs.size()),
                               count(found.pair_count)),
                   "class=\"note\"");
}

std::string pairs_table(const ReportContext& context, const CountedPairs& found,
                        const std::vector<std::string>& titles) {
    TableMarkup table(titles, 2);
    for (const CountedPair& pair : found.pairs)
        table.add({context.class_name(pair.from), context.class_name(pair.to),
                   bars_markup(pair.counts, context.say("by epoch")), peak_text(context, pair),
                   count(pair.counts.back()), count(pair.total)});
    return table.text() + rest_text(context, found);
}

}  // namespace

ReportSection confusion_section(const ReportContext& context) {
    const ReportWords& say = context.say;
    const RunReport& report = context.report;
    ReportSection section{.id = "confusion",
                          .title = say("Classes that were confused, and when"),
                          .answer = say("Not known: no predictions"),
                          .body = {},
                          .verbs = {"epochscope query FOLDER \"SELECT label, prediction, epoch, "
                                    "count(*) FROM epochs JOIN samples USING (sample) WHERE "
                                    "correct = 0 GROUP BY label, prediction, epoch\""}};
    if (!context.series().has_predictions()) {
        section.body = element("p", say("Without predictions it is not known which classes were "
                                        "confused."));
        return section;
    }
    if (report.confused.pairs.empty()) {
        section.answer = say("None: every known prediction is the label");
        section.body = element("p", section.answer);
    } else {
        const CountedPair& worst = report.confused.pairs.front();
        section.answer = say("{} taken for {} most often · {}", context.class_name(worst.from),
                             context.class_name(worst.to), peak_text(context, worst));
        section.body = element("p", say("Samples of one class that are predicted as another, "
                                        "counted at each epoch.")) +
                       pairs_table(context, report.confused,
                                   {say("Label"), say("Taken for"), say("By epoch"), say("Most"),
                                    say("At the last epoch"), say("All epochs")});
    }
    section.body += element("h3", say("Predictions that changed from one epoch to the next"));
    section.body += report.flipped.pairs.empty()
                        ? element("p", say("None changed."))
                        : pairs_table(context, report.flipped,
                                      {say("From"), say("To"), say("By epoch"), say("Most"),
                                       say("At the last epoch"), say("All epochs")});
    return section;
}

}  // namespace epochscope
