#include "app/curves/computed_curves.h"

#include "app/health/health_words.h"

#include <epochscope/analysis/curves.h>

#include <QCoreApplication>

#include <utility>

namespace epochscope::app {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(epochscope::app::ComputedCurves)
};

void add(DockCurve& curve, std::int64_t epoch, std::optional<double> value) {
    if (!value) return;
    curve.epochs.push_back(static_cast<double>(epoch));
    curve.values.push_back(*value);
}

QString name_of(const Compared::Curve& curve) {
    const QString name = curve.name == "shared_neighbours"   ? Words::tr("shared neighbours")
                         : curve.name == "agreement"         ? Words::tr("agreement")
                         : curve.name == "confidence_change" ? Words::tr("confidence change")
                                                             : QString::fromStdString(curve.name);
    if (curve.class_name.empty()) return name;
    return QStringLiteral("%1: %2").arg(name, QString::fromStdString(curve.class_name));
}

}  // namespace

DockCurves computed_curves(const Dataset& dataset, const Job& job) {
    const EpochSeries& series = dataset.series;
    const QString run = Words::tr("computed");
    DockCurve accuracy{run, Words::tr("accuracy"), {}, {}, {}};
    DockCurve flips{run, Words::tr("flips"), {}, {}, {}};
    DockCurve step{run, Words::tr("mean step"), {}, {}, {}};
    for (std::size_t e = 0; e < series.epoch_count(); ++e) {
        job.reached(static_cast<double>(e) / static_cast<double>(series.epoch_count()));
        const std::int64_t number = series.epoch(e).number;
        add(accuracy, number, accuracy_at(series, e, job.stop));
        if (const auto count = flips_at(series, e, job.stop); count && e > 0)
            add(flips, number, static_cast<double>(*count));
        if (e > 0) add(step, number, mean_step_at(series, e, job.stop));
        if (e > 0) series.release(e - 1);
    }
    DockCurves curves;
    for (DockCurve* curve : {&accuracy, &flips, &step})
        if (!curve->values.empty())
            curves.push_back(std::make_shared<const DockCurve>(std::move(*curve)));
    if (!dataset.trust) return curves;
    for (const TrustCurve& measured : dataset.trust->curves) {
        DockCurve curve{Words::tr("metrics"), QString::fromStdString(measured.name), {}, {}, {}};
        for (std::size_t e = 0; e < measured.values.size() && e < series.epoch_count(); ++e)
            add(curve, series.epoch(e).number, measured.values[e]);
        if (!curve.values.empty())
            curves.push_back(std::make_shared<const DockCurve>(std::move(curve)));
    }
    return curves;
}

DockCurves health_curves(const std::vector<EpochHealth>& epochs) {
    DockCurves curves;
    for (std::size_t s = 0; s < health_signal_count; ++s) {
        DockCurve curve{Words::tr("Health"),
                        health_signal_words(name_of(static_cast<HealthSignal>(s))),
                        {},
                        {},
                        {}};
        for (const EpochHealth& epoch : epochs) add(curve, epoch.number, epoch.values[s]);
        if (!curve.values.empty())
            curves.push_back(std::make_shared<const DockCurve>(std::move(curve)));
    }
    return curves;
}

DockCurves compared_curves(const Dataset& dataset) {
    DockCurves curves;
    if (!dataset.compared) return curves;
    const QString run = Words::tr("beside %1").arg(QString::fromStdString(dataset.compared->other));
    for (const Compared::Curve& found : dataset.compared->curves) {
        DockCurve curve{run, name_of(found), {}, {}, {}};
        for (std::size_t e = 0; e < found.values.size() && e < dataset.series.epoch_count(); ++e)
            add(curve, dataset.series.epoch(e).number, found.values[e]);
        curves.push_back(std::make_shared<const DockCurve>(std::move(curve)));
    }
    return curves;
}

}  // namespace epochscope::app
