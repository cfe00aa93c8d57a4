#include "export/report/markup.h"
#include "export/report/sections.h"

#include <epochscope/analysis/prototype_signals.h>

#include <array>

namespace epochscope {

namespace {

struct SignalColumn {
    Phrase title;
    std::string_view signal;
    int decimals;
};

constexpr std::array<SignalColumn, 10> columns{{
    {"Accuracy as numbered", "acc_proto_naive", 3},
    {"Ceiling", "ceiling", 3},
    {"Accuracy adjusted", "acc_proto_adjusted", 3},
    {"Distinct", "distinct", 1},
    {"Collisions", "collisions", 1},
    {"Cross-entropy", "cross_entropy", 3},
    {"Its floor", "cross_entropy_floor", 3},
    {"Pull", "pull", 3},
    {"Push", "push", 3},
    {"Samples that stay", "kept", 3},
}};

std::string levels_text(const ReportContext& context, const Prototypes& prototypes) {
    std::vector<std::string> titles{context.say("Clusters")};
    for (const SignalColumn& column : columns) titles.push_back(context.say(column.title));
    TableMarkup table(titles, 0);
    for (const PrototypeLevel& level : prototypes.levels) {
        std::vector<std::string> cells{count(level.count)};
        for (const SignalColumn& column : columns)
            cells.push_back(fixed(mean_over_epochs(level, column.signal), column.decimals));
        table.add(cells);
    }
    return table.text();
}

}  // namespace

ReportSection prototypes_section(const ReportContext& context) {
    ReportSection section{.id = "prototypes",
                          .title = context.say("Prototypes"),
                          .answer = context.say("None in this folder"),
                          .body = {},
                          .verbs = {"epochscope prototypes RECORDING --out NEW"}};
    const Prototypes* const prototypes = context.dataset().prototypes.get();
    if (prototypes == nullptr) {
        section.body = element("p", context.say("The folder has no prototypes: nobody clustered "
                                                "its epochs."));
        return section;
    }
    std::string sizes;
    for (const PrototypeLevel& level : prototypes->levels)
        sizes.append(sizes.empty() ? "" : ", ").append(count(level.count));
    section.answer = context.say("Clusters: {}", sizes);
    section.body = element("p", context.say("Clusters of the samples at each epoch. Means over the "
                                            "epochs, of batches of {} samples: no more samples of "
                                            "a batch can be right as they are numbered than it "
                                            "has prototypes (ceiling).",
                                            count(prototypes->batch))) +
                   levels_text(context, *prototypes);
    return section;
}

}  // namespace epochscope
