#pragma once

#include <QRectF>

namespace epochscope::app {

/// How the track divides its height: captions, the strip of trust, the waveform, the ticks and the
/// labels below it.
struct TrackLayout {
    QRectF captions;
    /// Empty where there is none.
    QRectF trust;
    QRectF wave;
    double baseline = 0;
    QRectF labels;
};
TrackLayout track_layout(const QRectF& area, double label_height, bool has_trust);

/// What a strip of trust takes of the height.
inline constexpr int trust_height = 11;

}  // namespace epochscope::app
