#pragma once

#include <epochscope/analysis/align_curves.h>
#include <epochscope/model/training_curves.h>

#include <QString>
#include <QStringList>

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

namespace epochscope::app {

/// A curve as the dock draws it: where its points lie along the timeline, in rising order.
struct DockCurve {
    QString run;
    QString name;
    /// In numbers of epochs.
    std::vector<double> epochs;
    /// In the run's own count; empty for what is worked out here.
    std::vector<double> steps;
    std::vector<double> values;

    /// The last point at this number of an epoch or before it.
    [[nodiscard]] std::optional<std::size_t> point_at(double epoch) const;
};
using DockCurves = std::vector<std::shared_ptr<const DockCurve>>;

/// The curve of a series of a run; points whose place is not known are left out.
DockCurve dock_curve(const QString& run, const ScalarSeries& series,
                     const std::vector<double>& epochs);

/// How the steps of a run became epochs.
struct RunPlacing {
    QString run;
    AlignmentRule rule = AlignmentRule::evenly;
};

/// What is told of placings: a sentence for each rule, with the runs that it holds for.
QString words_of(const std::vector<RunPlacing>& placings);

/// All that the dock shows at a time.
struct GatheredCurves {
    DockCurves curves;
    std::vector<RunPlacing> placings;
    QStringList warnings;
    /// Why something that was asked for cannot be read.
    QStringList faults;
};

}  // namespace epochscope::app
