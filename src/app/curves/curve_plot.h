#pragma once

#include "app/curves/curve_lines.h"
#include "app/tasks/query.h"
#include "app/widgets/axis.h"

#include <QColor>
#include <QPixmap>
#include <QWidget>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace epochscope::app {

/// Curves over the epochs, with the playhead in front. Click and drag move the playhead. A thread
/// computes the lines; they are painted once for each change.
class CurvePlot : public QWidget {
    Q_OBJECT

  public:
    explicit CurvePlot(QWidget* parent = nullptr);

    /// Draws no curves any more.
    void clear();
    void set_epochs(std::vector<std::int64_t> numbers);
    void set_curves(DockCurves curves, std::vector<QColor> colours);
    /// The indices of the curves to draw.
    void set_shown(std::vector<std::size_t> shown);
    void set_style(const CurveStyle& style);
    /// The curve that is drawn thicker and above the others, if any.
    void set_current(std::optional<std::size_t> curve);
    void set_playhead(double playhead);

    [[nodiscard]] const CurveStyle& style() const { return style_; }
    /// What is drawn; null until the first lines are computed.
    [[nodiscard]] const std::shared_ptr<const CurveLines>& lines() const { return lines_; }
    /// Whether the lines are up to date.
    [[nodiscard]] bool is_settled() const { return lines_query_.is_settled(); }
    [[nodiscard]] double x_at(double playhead) const { return axis().x_at(playhead); }
    /// The epoch number at the pointer, or else at the playhead; nothing without epochs.
    [[nodiscard]] std::optional<double> epoch_number() const;
    /// Writes the picture without playhead and pointer: see write_painting.
    void write_picture(const std::filesystem::path& file);

    [[nodiscard]] QSize sizeHint() const override { return {600, 220}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, 90}; }

  signals:
    void scrubbed(double playhead);
    void stepped(int epochs);
    void epoch_number_changed();

  protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    [[nodiscard]] LinesRequest request(double pixels) const;
    void update_lines();
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
    // Last: its thread ends before what it uses.
    Query<LinesRequest, CurveLines> lines_query_;
};

}  // namespace epochscope::app
