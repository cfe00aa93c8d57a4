#pragma once

#include <QRectF>

namespace epochscope::app {

/// How the track divides its height: captions, the strip of trust, the row of events, the waveform,
/// the ticks and the labels below it.
struct TrackLayout {
    QRectF captions;
    /// Both are empty where there is none.
    QRectF trust;
    QRectF events;
    QRectF wave;
    double baseline = 0;
    QRectF labels;
};
TrackLayout track_layout(const QRectF& area, double label_height, bool has_trust, bool has_events);

/// What a strip of trust takes of the height.
inline constexpr int trust_height = 11;
/// And a row of events.
inline constexpr int events_height = 14;

}  // namespace epochscope::app
