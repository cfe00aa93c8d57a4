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

/// A curve of the dock. Its points are ordered by epoch.
struct DockCurve {
    QString run;
    QString name;
    /// Epoch numbers.
    std::vector<double> epochs;
    /// The run's own steps; empty for curves computed here.
    std::vector<double> steps;
    std::vector<double> values;

    /// The last point at or before this epoch number.
    [[nodiscard]] std::optional<std::size_t> point_at(double epoch) const;
};
using DockCurves = std::vector<std::shared_ptr<const DockCurve>>;

/// The curve of a series of a run, without the points whose epoch is unknown.
DockCurve dock_curve(const QString& run, const ScalarSeries& series,
                     const std::vector<double>& epochs);

/// How the steps of a run were mapped to epochs.
struct RunPlacing {
    QString run;
    AlignmentRule rule = AlignmentRule::evenly;
};

/// A sentence for each rule, with the runs that it was used for.
QString words_of(const std::vector<RunPlacing>& placings);

/// All curves of the dock.
struct GatheredCurves {
    DockCurves curves;
    std::vector<RunPlacing> placings;
    QStringList warnings;
    /// Why files cannot be read.
    QStringList problems;
};

}  // namespace epochscope::app
