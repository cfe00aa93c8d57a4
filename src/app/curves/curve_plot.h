#pragma once

#include "app/curves/curve_lines.h"
#include "app/widgets/axis.h"

#include <QColor>
#include <QImage>
#include <QPixmap>
#include <QWidget>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace epochscope::app {

/// Curves over the epochs, with the playhead before them. Click and drag move the playhead; hover
/// tells where the pointer is. Lines are made by a thread, and painted once for each change.
class CurvePlot : public QWidget {
    Q_OBJECT

  public:
    explicit CurvePlot(QWidget* parent = nullptr);

    void set_epochs(std::vector<std::int64_t> numbers);
    void set_curves(DockCurves curves, std::vector<QColor> colours);
    /// Which of them are drawn.
    void set_shown(std::vector<std::size_t> shown);
    void set_style(const CurveStyle& style);
    /// The one that is drawn above the others and thicker, if any.
    void set_current(std::optional<std::size_t> curve);
    void set_playhead(double playhead);

    [[nodiscard]] const CurveStyle& style() const { return style_; }
    /// What is drawn now; null until the first lines are made.
    [[nodiscard]] const std::shared_ptr<const CurveLines>& lines() const { return lines_; }
    /// Whether what is drawn is what was asked for last.
    [[nodiscard]] bool is_settled() const { return asked_ == made_; }
    [[nodiscard]] double x_at(double playhead) const { return axis().x_at(playhead); }
    /// The number of the epoch that the pointer is at, or else the playhead; nothing without
    /// epochs.
    [[nodiscard]] std::optional<double> place() const;
    /// The picture without playhead and pointer, at twice the size on the screen.
    [[nodiscard]] QImage picture();

    [[nodiscard]] QSize sizeHint() const override { return {600, 220}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, 90}; }

  signals:
    void scrubbed(double playhead);
    void stepped(int epochs);
    /// What place() says is another.
    void place_changed();

  protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    [[nodiscard]] LinesWish wish(double pixels) const;
    void ask();
    void repaint_curves();
    void scrub_to(double x);
    void point_at(std::optional<double> x);
    [[nodiscard]] QRectF area() const;
    [[nodiscard]] EpochAxis axis() const;
    [[nodiscard]] double number_at(double playhead) const;

    std::vector<std::int64_t> numbers_;
    DockCurves curves_;
    std::vector<QColor> colours_;
    std::vector<std::size_t> shown_;
    CurveStyle style_;
    std::optional<std::size_t> current_;
    double playhead_ = 0;
    std::optional<double> pointer_;
    std::shared_ptr<const CurveLines> lines_;
    QPixmap painted_;
    int asked_ = 0;
    int made_ = 0;
    /// Lines of older wishes are of other epochs.
    int oldest_ = 0;
    // Last, so that it ends before what it tells.
    CurveLineMaker maker_;
};

}  // namespace epochscope::app
