#pragma once

#include "app/histograms/histogram.h"

#include <QWidget>

#include <cstddef>
#include <optional>
#include <vector>

namespace epochscope::app {

/// A histogram: bars of all samples, and before them those of the filter. Numbers stand beside each
/// other; dragging brushes some. Texts lie below each other; a click brushes one, or not any more.
/// By keys: the arrows move a mark, Space brushes its bin or not any more, Shift with an arrow
/// brushes more numbers, Delete brushes nothing.
class HistogramPlot : public QWidget {
    Q_OBJECT

  public:
    explicit HistogramPlot(QWidget* parent = nullptr);

    /// The brush stays if the bins are the same.
    void set_histogram(Histogram histogram);
    [[nodiscard]] const Histogram& histogram() const { return histogram_; }
    /// The brushed bins, increasing.
    [[nodiscard]] const std::vector<std::size_t>& brush() const { return brush_; }
    /// Without a signal; not while the user brushes.
    void show_brush(std::vector<std::size_t> bins);

    [[nodiscard]] QRectF bar(std::size_t bin) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

  signals:
    /// The user brushed other bins.
    void brushed();

  protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    [[nodiscard]] std::size_t count() const { return histogram_.whole.size(); }
    [[nodiscard]] QRectF area() const;
    [[nodiscard]] std::optional<std::size_t> bin_at(QPointF at) const;
    [[nodiscard]] bool is_brushed(std::size_t bin) const;
    void set_brush(std::vector<std::size_t> bins);
    void brush_between(std::size_t a, std::size_t b);
    void toggle(std::size_t bin);
    void move_mark(int by, bool brushes);
    [[nodiscard]] QString words_at(std::size_t bin) const;
    void paint_bars(QPainter& painter) const;
    void paint_names(QPainter& painter) const;

    Histogram histogram_;
    std::vector<std::size_t> brush_;
    /// Where a drag began, and what was brushed before.
    std::optional<std::size_t> pressed_;
    std::vector<std::size_t> before_;
    std::size_t mark_ = 0;
};

}  // namespace epochscope::app
