#include "app/curves/dock_curve.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace epochscope::app {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(epochscope::app::DockCurve)
};

QString words_of(AlignmentRule rule, const QString& runs) {
    switch (rule) {
        case AlignmentRule::steps_of_epochs:
            return Words::tr("Steps mapped to epochs by epochs_at_steps of info.json: %1.")
                .arg(runs);
        case AlignmentRule::recorded_by_run:
            return Words::tr("Epochs are taken from %1.").arg(runs);
        case AlignmentRule::evenly:
            break;
    }
    return Words::tr("Steps spread evenly, since their epochs are unknown: %1.").arg(runs);
}

}  // namespace

std::optional<std::size_t> DockCurve::point_at(double epoch) const {
    // Numbers that were worked out need not be exactly those of the epochs.
    constexpr double reach = 1e-9;
    const auto after = std::upper_bound(epochs.begin(), epochs.end(), epoch + reach);
    if (after == epochs.begin()) return std::nullopt;
    return static_cast<std::size_t>(after - epochs.begin()) - 1;
}

DockCurve dock_curve(const QString& run, const ScalarSeries& series,
                     const std::vector<double>& epochs) {
    std::vector<std::size_t> order;
    order.reserve(series.size());
    for (std::size_t i = 0; i < series.size(); ++i)
        if (std::isfinite(epochs[i])) order.push_back(i);
    const auto is_before = [&](std::size_t a, std::size_t b) { return epochs[a] < epochs[b]; };
    if (!std::is_sorted(order.begin(), order.end(), is_before))
        std::stable_sort(order.begin(), order.end(), is_before);
    DockCurve curve{run, QString::fromStdString(series.name), {}, {}, {}};
    for (auto* column : {&curve.epochs, &curve.steps, &curve.values}) column->reserve(order.size());
    for (const std::size_t i : order) {
        curve.epochs.push_back(epochs[i]);
        curve.steps.push_back(series.steps[i]);
        curve.values.push_back(series.values[i]);
    }
    return curve;
}

QString words_of(const std::vector<RunPlacing>& placings) {
    QStringList sentences;
    for (const AlignmentRule rule :
         {AlignmentRule::steps_of_epochs, AlignmentRule::recorded_by_run, AlignmentRule::evenly}) {
        QStringList runs;
        for (const RunPlacing& placing : placings)
            if (placing.rule == rule) runs << placing.run;
        if (!runs.isEmpty()) sentences << words_of(rule, runs.join(QStringLiteral(", ")));
    }
    return sentences.join(QStringLiteral(" "));
}

}  // namespace epochscope::app
