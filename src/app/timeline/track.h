#pragma once

#include "app/timeline/event_band.h"
#include "app/timeline/track_layout.h"
#include "app/widgets/axis.h"

#include <QRectF>
#include <QString>
#include <QWidget>

#include <optional>
#include <vector>

namespace epochscope::app {

/// One number an epoch, drawn into the track like a waveform.
struct Curve {
    QString caption;
    /// Nothing where an epoch has no value.
    std::vector<std::optional<double>> values;
    /// What the top of the track stands for.
    double top = 1;
};

/// How far the picture of each epoch can be trusted, drawn as a strip of colours above the curve.
struct TrustBand {
    /// What is measured, and what that means.
    QString caption;
    QString meaning;
    /// 0..1; nothing where it is not known. Empty: no strip.
    std::vector<std::optional<double>> values;
    /// What knowing nothing would reach, which is the dark end of the colours.
    double least = 0;
};

/// The line of epochs that scrubs: a tick each, by number, with a curve behind them and the
/// playhead before them. Click and drag scrub, the wheel steps, hover tells.
class Track : public QWidget {
    Q_OBJECT

  public:
    explicit Track(QWidget* parent = nullptr);

    void set_epochs(std::vector<std::int64_t> numbers);
    void set_curve(Curve curve);
    void set_trust(TrustBand trust);
    /// A row of ticks for all kinds of events together; none: no row.
    void set_events(std::vector<EventTicks> events);
    void set_playhead(double playhead);

    [[nodiscard]] const std::vector<EventTicks>& events() const { return events_; }
    [[nodiscard]] const Curve& curve() const { return curve_; }
    [[nodiscard]] const TrustBand& trust() const { return trust_; }
    /// Where the strip is; empty where there is none.
    [[nodiscard]] QRectF trust_area() const;
    /// Where a playhead is drawn, in logical pixels from the left.
    [[nodiscard]] double x_at(double playhead) const { return axis().x_at(playhead); }
    /// What the tooltip says at a place: epoch and value.
    [[nodiscard]] QString words_at(double x) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

  signals:
    /// The user moved the playhead here.
    void scrubbed(double playhead);
    /// The user asked for so many whole epochs on.
    void stepped(int epochs);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    [[nodiscard]] EpochAxis axis() const;
    [[nodiscard]] QString words_of(double playhead) const;
    /// What is measured, and its value at the playhead.
    [[nodiscard]] QString trust_caption() const;
    [[nodiscard]] TrackLayout parts() const;
    [[nodiscard]] QFont small_font() const;
    void scrub_to(double x);

    std::vector<std::int64_t> numbers_;
    Curve curve_;
    TrustBand trust_;
    std::vector<EventTicks> events_;
    double playhead_ = 0;
    int wheel_ = 0;
};

}  // namespace epochscope::app
