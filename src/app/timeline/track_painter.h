#pragma once

#include "app/timeline/track.h"
#include "app/timeline/track_layout.h"
#include "app/widgets/axis.h"

#include <QPalette>
#include <QRectF>

class QPainter;

namespace epochscope::app {

/// Draws the parts of the track in the palette's colours.
class TrackPainter {
  public:
    TrackPainter(QPainter& painter, const QPalette& palette, const EpochAxis& axis,
                 TrackLayout layout);

    void paint_gaps() const;
    /// The captions of the curve and the trust, and between them what the events' colours mean.
    void paint_captions(const QString& curve, const TrustCaption& trust,
                        const std::vector<EventTicks>& events) const;
    void paint_trust(const TrustBand& trust) const;
    void paint_events(const std::vector<EventTicks>& events) const;
    void paint_curve(const Curve& curve) const;
    void paint_ticks(const std::vector<std::int64_t>& numbers) const;
    void paint_playhead(double playhead, bool focused) const;

  private:
    [[nodiscard]] QColor ink(double opacity) const;
    /// The section of a row for an epoch.
    [[nodiscard]] QRectF cell(std::size_t epoch, const QRectF& row) const;
    /// The distance between captions if all are painted.
    [[nodiscard]] double caption_gap(const QString& curve, const QString& trust,
                                     const std::vector<EventTicks>& events) const;
    /// Triangles above the curve, and lines through it.
    void paint_marks(const EventTicks& ticks) const;
    void paint_run(const std::vector<QPointF>& run) const;

    QPainter& painter_;
    const QPalette& palette_;
    const EpochAxis& axis_;
    TrackLayout layout_;
};

}  // namespace epochscope::app
