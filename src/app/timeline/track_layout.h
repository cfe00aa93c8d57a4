#pragma once

#include <QRectF>

namespace epochscope::app {

/// How the track divides its height: captions, strip of trust, row of events, waveform, ticks and
/// labels.
struct TrackLayout {
    QRectF captions;
    /// Empty if there is none.
    QRectF trust;
    QRectF events;
    QRectF wave;
    double baseline = 0;
    QRectF labels;
};
TrackLayout track_layout(const QRectF& area, double label_height, bool has_trust, bool has_events);

/// The height of the strip of trust and of the row of events.
inline constexpr int trust_height = 11;
inline constexpr int events_height = 14;

}  // namespace epochscope::app
