#pragma once

#include "app/timeline/event_band.h"
#include "app/timeline/track_layout.h"
#include "app/widgets/axis.h"

#include <QRectF>
#include <QString>
#include <QStringList>
#include <QWidget>

#include <cstddef>
#include <filesystem>
#include <optional>
#include <vector>

class QPainter;

namespace epochscope::app {

/// One value for each epoch, drawn into the track like a waveform.
struct Curve {
    QString caption;
    /// Nothing: unknown.
    std::vector<std::optional<double>> values;
    /// The value at the top of the track.
    double top = 1;
};

/// A metric of trust at each epoch, drawn as a strip of colours above the curve.
struct TrustBand {
    /// The metric's name and meaning.
    QString caption;
    QString meaning;
    /// 0..1; nothing: unknown. Empty: no strip.
    std::vector<std::optional<double>> values;
    /// The value of a random projection, at the dark end of the colours.
    double chance = 0;
};

/// What the track says of the trust at the playhead: the whole, and the value alone.
struct TrustCaption {
    QString words;
    QString value;
};

/// The line of epochs: a tick for each, a curve behind and the playhead in front. Click and drag
/// move the playhead, a click on a mark goes to its epoch, the wheel steps, the tooltip tells the
/// values.
class Track : public QWidget {
    Q_OBJECT

  public:
    explicit Track(QWidget* parent = nullptr);

    /// Shows nothing of epochs any more.
    void clear();
    void set_epochs(std::vector<std::int64_t> numbers);
    void set_curve(Curve curve);
    void set_trust(TrustBand trust);
    /// One row of ticks and marks for all kinds of events; empty: no row.
    void set_events(std::vector<EventTicks> events);
    void set_playhead(double playhead);

    [[nodiscard]] const std::vector<EventTicks>& events() const { return events_; }
    [[nodiscard]] const Curve& curve() const { return curve_; }
    [[nodiscard]] const TrustBand& trust() const { return trust_; }
    /// The area of the strip; empty if there is none.
    [[nodiscard]] QRectF trust_area() const;
    /// The position of a playhead, in logical pixels from the left.
    [[nodiscard]] double x_at(double playhead) const { return axis().x_at(playhead); }
    /// Writes the picture of the track: see write_painting.
    void write_picture(const std::filesystem::path& file) const;
    /// The tooltip at a position: epoch and values.
    [[nodiscard]] QString words_at(double x) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

  signals:
    /// The user moved the playhead.
    void scrubbed(double playhead);
    /// The user stepped by so many whole epochs.
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
    /// Room for events is kept before they are found, so that nothing moves when they are.
    [[nodiscard]] bool has_events_row() const { return numbers_.size() > 1; }
    /// The metric's name and its value at the playhead.
    [[nodiscard]] TrustCaption trust_caption() const;
    [[nodiscard]] TrackLayout parts() const;
    [[nodiscard]] QFont small_font() const;
    void paint(QPainter& painter, bool focused) const;
    /// The epoch of the mark at a position.
    [[nodiscard]] std::optional<std::size_t> mark_at(const QPointF& position) const;
    /// What is said of an epoch, a line each.
    [[nodiscard]] QStringList notes_at(std::size_t epoch) const;
    /// The tooltip with what explains it, as rich text, so that it wraps.
    [[nodiscard]] QString tip_at(const QPointF& position) const;
    void scrub_to(const QPointF& position);

    std::vector<std::int64_t> numbers_;
    Curve curve_;
    TrustBand trust_;
    std::vector<EventTicks> events_;
    double playhead_ = 0;
    int wheel_ = 0;
};

}  // namespace epochscope::app
