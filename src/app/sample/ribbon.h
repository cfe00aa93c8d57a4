#pragma once

#include <QWidget>

#include <cstddef>
#include <optional>

namespace epochscope::app {

class Session;

/// One cell an epoch, coloured by the class predicted for a sample there: its label's colour as a
/// line above, its confidence as bars beneath, the playhead across. Click or drag to move it.
class Ribbon : public QWidget {
    Q_OBJECT

  public:
    explicit Ribbon(Session& session, QWidget* parent = nullptr);

    /// Nothing: draws nothing.
    void set_sample(std::optional<std::size_t> sample);

    /// The index of the epoch whose cell is at x, the nearest one where x lies outside.
    [[nodiscard]] std::size_t epoch_at(double x) const;
    /// The middle of an epoch's cell; between epochs in proportion.
    [[nodiscard]] double x_of(double playhead) const;
    /// What is known at an epoch, in words.
    [[nodiscard]] QString words_at(std::size_t epoch) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

  private:
    void follow_playhead();
    void scrub(const QMouseEvent& event);
    void paint_cells(QPainter& painter) const;
    void paint_playhead(QPainter& painter) const;
    [[nodiscard]] QRect playhead_rect(double playhead) const;
    [[nodiscard]] std::size_t epoch_count() const;

    Session& session_;
    std::optional<std::size_t> sample_;
    double drawn_playhead_ = 0;
};

}  // namespace epochscope::app
