#pragma once

#include <epochscope/model/image.h>

#include <QSizeF>
#include <QWidget>

#include <optional>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;

namespace epochscope::app {

struct SizeUnit;

/// The size of pictures: 1, 2 or 4 times the canvas, a number of pixels, or a size on paper, to
/// which the height of letters belongs.
class SizeChoice : public QWidget {
    Q_OBJECT

  public:
    /// `canvas` is the canvas in device pixels, `scale` its device pixels a logical one.
    SizeChoice(Size canvas, double scale, QWidget* parent = nullptr);

    /// In pixels, unless it is on paper.
    [[nodiscard]] Size size() const;
    /// In millimetres; nothing: it is in pixels.
    [[nodiscard]] std::optional<QSizeF> paper() const;
    /// Device pixels a logical pixel. With another aspect ratio than the canvas's, nothing becomes
    /// larger relative to the picture than on the canvas.
    [[nodiscard]] double scale() const;

  signals:
    void changed();

  private:
    void build_sides();
    void follow_factor();
    void follow_side(bool width_changed);
    /// Null: the size is that of the canvas, so many times.
    [[nodiscard]] const SizeUnit* unit() const;
    [[nodiscard]] int factor() const;
    [[nodiscard]] double shape() const;

    Size canvas_;
    double scale_;
    QComboBox* factor_;
    QDoubleSpinBox* width_;
    QDoubleSpinBox* height_;
    QCheckBox* keep_shape_;
    QDoubleSpinBox* letters_;
};

}  // namespace epochscope::app
