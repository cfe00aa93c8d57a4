#include "cli/prototype_report.h"

#include <epochscope/analysis/prototype_signals.h>

#include <nlohmann/json.hpp>

#include <iomanip>
#include <vector>

namespace epochscope::cli {

namespace {

using Json = nlohmann::ordered_json;

Json curves_of(const std::vector<PrototypeCurve>& curves) {
    Json object = Json::object();
    for (const PrototypeCurve& curve : curves) {
        Json& values = object[curve.name] = Json::array();
        for (const auto& value : curve.values) values.push_back(value ? Json(*value) : Json());
    }
    return object;
}

}  // namespace

std::string json_of(const PrototypesFound& found, const EpochSeries& series) {
    const Prototypes& prototypes = found.prototypes;
    Json numbers = Json::array();
    for (const Epoch& epoch : series.epochs()) numbers.push_back(epoch.number);
    Json levels = Json::array();
    for (const PrototypeLevel& level : prototypes.levels)
        levels.push_back({{"clusters", level.count},
                          {"alpha", level.loss.alpha},
                          {"signals", curves_of(level.curves)},
                          {"multiplicities", curves_of(level.multiplicities)}});
    const Json all{{"epoch_numbers", numbers},
                   {"batch", prototypes.batch},
                   {"negatives", prototypes.negatives},
                   {"placing", prototypes.placing == PrototypePlacement::map ? "map" : "samples"},
                   {"levels", levels},
                   {"warnings", found.warnings}};
    return all.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void print_report(std::ostream& out, const Prototypes& prototypes) {
    struct Column {
        const char* title;
        const char* signal;
        int digits;
    };
    const std::vector<Column> columns{{"acc naive", "acc_proto_naive", 3},
                                      {"ceiling", "ceiling", 3},
                                      {"adjusted", "acc_proto_adjusted", 3},
                                      {"distinct", "distinct", 1},
                                      {"collide", "collisions", 1},
                                      {"entropy", "cross_entropy", 3},
                                      {"floor", "cross_entropy_floor", 3},
                                      {"pull", "pull", 3},
                                      {"push", "push", 3},
                                      {"kept", "kept", 3}};
    constexpr int width = 10;
    out << "means over the epochs, batches of " << prototypes.batch << ":\n"
        << std::setw(8) << "clusters";
    for (const Column& column : columns) out << std::setw(width) << column.title;
    out << '\n';
    for (const PrototypeLevel& level : prototypes.levels) {
        out << std::setw(8) << level.count << std::fixed;
        for (const Column& column : columns) {
            const auto mean = mean_over_epochs(level, column.signal);
            out << std::setw(width) << std::setprecision(column.digits);
            if (mean)
                out << *mean;
            else
                out << '-';
        }
        out << '\n';
    }
    out << "No more samples of a batch can be right as they are numbered than it has prototypes "
           "(ceiling).\nTo number repeated prototypes as one (adjusted) changes the accuracy and "
           "not the loss:\nequal columns have equal logits.\n";
}

}  // namespace epochscope::cli
