#include "app/prototypes/prototype_words.h"

#include "app/widgets/number_words.h"

#include <epochscope/analysis/prototype_batches.h>

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <optional>
#include <string_view>

namespace epochscope::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(epochscope::app::PrototypeWords)
};

std::optional<double> value_of(const PrototypeLevel& level, std::string_view name,
                               std::size_t epoch) {
    for (const PrototypeCurve& curve : level.curves)
        if (curve.name == name && epoch < curve.values.size()) return curve.values[epoch];
    return std::nullopt;
}

/// Where people read an accuracy, they shall read this.
QString numbering_words() {
    return Words::tr(
        "Counting repeated prototypes as one changes the accuracy but not the loss, since equal "
        "columns have equal logits.");
}

}  // namespace

QString level_name(const PrototypeLevel& level) {
    return Words::tr("%1 prototypes").arg(number_words(level.count));
}

QString made_words(const Prototypes& prototypes) {
    QStringList words;
    words << (prototypes.recorded ? Words::tr("Clusters recorded by the run.")
                                  : Words::tr("Clusters by k-means at each epoch."));
    words << (prototypes.placing == PrototypePlacement::map
                  ? Words::tr("Projected by the map of the samples.")
                  : Words::tr("At the weighted centres of their samples, since this projection has "
                              "no map."));
    return words.join(QLatin1Char(' '));
}

QString signal_words(const Prototypes& prototypes, const PrototypeLevel& level, std::size_t epoch) {
    const auto value = [&](std::string_view name) { return value_of(level, name, epoch); };
    const auto percent = [](double share) { return QString::number(100 * share, 'f', 1); };
    const auto naive = value("acc_proto_naive");
    const auto adjusted = value("acc_proto_adjusted");
    const auto ceiling = value("ceiling");
    const auto expected = value("ceiling_expected");
    const auto distinct = value("distinct");
    if (!naive || !adjusted || !ceiling || !expected || !distinct) return {};
    QStringList words;
    words << Words::tr(
                 "acc_proto is %1 % in sample order, at most %2 %: the %3 samples of a batch have "
                 "%4 prototypes (%5 % expected for equal clusters). With repeated prototypes "
                 "counted as one it is %6 %.")
                 .arg(percent(*naive), percent(*ceiling), number_words(prototypes.batch),
                      QString::number(*distinct, 'f', 1), percent(*expected), percent(*adjusted));
    words << numbering_words();
    const auto entropy = value("cross_entropy");
    const auto floor = value("cross_entropy_floor");
    if (entropy && floor)
        words << Words::tr("Cross-entropy: %1, lower bound %2.")
                     .arg(*entropy, 0, 'f', 3)
                     .arg(*floor, 0, 'f', 3);
    const auto pull = value("pull");
    const auto push = value("push");
    if (pull && push)
        words << Words::tr("Loss: pull %1, push %2.").arg(*pull, 0, 'f', 3).arg(*push, 0, 'f', 3);
    return words.join(QLatin1Char(' '));
}

QString batch_words(std::span<const std::int32_t> prototypes, std::size_t level_count) {
    const std::size_t samples = prototypes.size();
    if (samples == 0) return {};
    const std::size_t distinct = distinct_count(prototypes);
    const std::size_t most = multiplicities(prototypes).size();
    const auto share = 100 * static_cast<double>(distinct) / static_cast<double>(samples);
    return Words::tr(
               "%1 samples have %2 of %3 prototypes: %4 collide, so that at most U/B = %5 % can be "
               "correct in sample order. One prototype occurs %6 times.")
               .arg(number_words(samples), number_words(distinct), number_words(level_count),
                    number_words(samples - distinct), QString::number(share, 'f', 1),
                    number_words(most)) +
           QLatin1Char(' ') + numbering_words();
}

}  // namespace epochscope::app
