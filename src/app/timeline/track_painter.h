#pragma once

#include "app/timeline/axis.h"
#include "app/timeline/track.h"

#include <QPalette>
#include <QRectF>

class QPainter;

namespace epochscope::app {

/// How the track divides its height: the waveform, the ticks and the labels below it.
struct TrackLayout {
    QRectF wave;
    double baseline = 0;
    QRectF labels;
};
TrackLayout track_layout(const QRectF& area, double label_height);

/// Draws the parts of the track, one upon the other, in the palette's colours.
class TrackPainter {
  public:
    TrackPainter(QPainter& painter, const QPalette& palette, const EpochAxis& axis,
                 TrackLayout layout);

    void paint_gaps() const;
    void paint_curve(const Curve& curve) const;
    void paint_ticks(const std::vector<std::int64_t>& numbers) const;
    void paint_playhead(double playhead, bool focused) const;

  private:
    [[nodiscard]] QColor ink(double share) const;
    void paint_run(const std::vector<QPointF>& run) const;

    QPainter& painter_;
    const QPalette& palette_;
    const EpochAxis& axis_;
    TrackLayout layout_;
};

}  // namespace epochscope::app
