#pragma once

#include "app/curves/dock_curve.h"

#include <epochscope/render/curve_line.h>

#include <QColor>

#include <cstddef>
#include <stop_token>
#include <vector>

namespace epochscope::app {

/// How curves are drawn.
struct CurveStyle {
    /// 0..1 (see render/curve_line.h).
    double smoothing = 0;
    bool logarithmic = false;
    /// Whether each curve fills the height by its own range.
    bool normalized = true;
    friend bool operator==(const CurveStyle&, const CurveStyle&) = default;
};

/// A curve as it is drawn. On a logarithmic scale y is the logarithm.
struct CurveLine {
    /// The curve's index.
    std::size_t curve = 0;
    std::vector<LineVertex> line;
    /// The unsmoothed line; empty without smoothing.
    std::vector<LineVertex> raw;
    double min = 0;
    double max = 0;
};

/// The lines of the curves that are shown.
struct CurveLines {
    /// Of all curves, shown or not.
    std::vector<QColor> colours;
    CurveStyle style;
    std::vector<CurveLine> lines;
};

/// The lines to compute, for an axis `from`..`to` of so many pixel columns.
struct LinesRequest {
    DockCurves curves;
    std::vector<QColor> colours;
    /// The indices of the curves to draw.
    std::vector<std::size_t> shown;
    CurveStyle style;
    double from = 0;
    double to = 1;
    std::size_t columns = 1;
};

/// Computes them on any thread. O(points). Throws Cancelled.
CurveLines lines_of(const LinesRequest& request, const std::stop_token& stop);

}  // namespace epochscope::app
