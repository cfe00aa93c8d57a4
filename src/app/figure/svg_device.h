#pragma once

#include <QByteArray>
#include <QPaintDevice>
#include <QPointF>
#include <QSizeF>
#include <QString>

#include <cstddef>
#include <memory>

class QColor;
class QPainter;

namespace epochscope::app {

class SvgEngine;

/// A drawing that painters draw into: its words are texts of the SVG, its images are embedded. The
/// same painting gives the same bytes. (QSvgGenerator of Qt 6.4 neither clips nor keeps words of
/// two scripts together.)
class SvgDevice : public QPaintDevice {
  public:
    /// `size` is in the painter's pixels, `millimetres` on paper. Of more than `max_marks` samples,
    /// whoever paints them paints a picture.
    SvgDevice(QSizeF size, QSizeF millimetres, std::size_t max_marks);
    ~SvgDevice() override;

    /// The file, once its painter has ended.
    [[nodiscard]] const QByteArray& svg() const;
    [[nodiscard]] std::size_t max_marks() const { return max_marks_; }
    /// Draws the outlines of words in the font of its painter, which begin at `start`.
    void outline_words(QPointF start, const QString& words, const QColor& colour, double width);

    [[nodiscard]] QPaintEngine* paintEngine() const override;

  protected:
    [[nodiscard]] int metric(PaintDeviceMetric metric) const override;

  private:
    QSizeF size_;
    QSizeF millimetres_;
    std::size_t max_marks_;
    std::unique_ptr<SvgEngine> engine_;
};

/// What a painter draws into if that is SVG; else null.
[[nodiscard]] SvgDevice* svg_device(const QPainter& painter);

}  // namespace epochscope::app
