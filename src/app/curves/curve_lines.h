#pragma once

#include "app/curves/dock_curve.h"
#include "app/latest_wins.h"

#include <epochscope/render/curve_line.h>

#include <QColor>
#include <QObject>

#include <cstddef>
#include <memory>
#include <vector>

namespace epochscope::app {

/// How curves are drawn.
struct CurveStyle {
    /// Of the smoothing, 0..1 (see render/curve_line.h).
    double smoothing = 0;
    bool logarithmic = false;
    /// Whether each curve has the whole height to itself.
    bool own_heights = true;
    friend bool operator==(const CurveStyle&, const CurveStyle&) = default;
};

/// A curve as it is drawn: y is a logarithm where the scale is.
struct CurveLine {
    /// Its index among those that were to be drawn.
    std::size_t curve = 0;
    std::vector<LineVertex> line;
    /// The same unsmoothed; empty where it is not smoothed.
    std::vector<LineVertex> raw;
    double least = 0;
    double most = 0;
};

/// The lines of some curves, those that are shown.
struct CurveLines {
    /// Of all curves, shown or not.
    std::vector<QColor> colours;
    CurveStyle style;
    /// That of the wish.
    int number = 0;
    std::vector<CurveLine> lines;
};

/// What is to be made lines of.
struct LinesWish {
    DockCurves curves;
    std::vector<QColor> colours;
    /// Which of them.
    std::vector<std::size_t> shown;
    CurveStyle style;
    double from = 0;
    double to = 1;
    std::size_t columns = 1;
    int number = 0;
};

/// Makes them, on any thread. O(points). Throws Cancelled.
CurveLines lines_of(const LinesWish& wish, const std::stop_token& stop);

/// Makes lines on a thread of its own, the newest wish first.
class CurveLineMaker : public QObject {
    Q_OBJECT

  public:
    explicit CurveLineMaker(QObject* parent = nullptr);

    void wish(LinesWish wish);

  signals:
    void made(const std::shared_ptr<const CurveLines>& lines);

  private:
    // Last, so that it ends before what it tells.
    LatestWins<LinesWish> worker_;
};

}  // namespace epochscope::app
