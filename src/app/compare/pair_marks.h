#pragma once

#include <QWidget>

#include <cstddef>
#include <optional>

namespace epochscope::app {

class Canvas;
class Session;

/// Over one of two canvases beside each other: a ring around the sample that the pointer is on in
/// the other one, and this canvas's part of the lines that join the two places of each selected
/// sample.
class PairMarks : public QWidget {
    Q_OBJECT

  public:
    /// `canvas` is its parent.
    PairMarks(Canvas& canvas, Canvas& other, const Session& session);

    void set_joined(bool joined);

  protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void join(QPainter& painter) const;

    Canvas& canvas_;
    Canvas& other_;
    const Session& session_;
    std::optional<std::size_t> pointed_at_;
    bool joined_ = true;
};

}  // namespace epochscope::app
