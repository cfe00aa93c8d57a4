#pragma once

#include <epochscope/model/image.h>

#include <QWidget>

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace epochscope::app {

/// The size of pictures: 1, 2 or 4 times the canvas, or a number of pixels.
class SizeChoice : public QWidget {
    Q_OBJECT

  public:
    /// `canvas` is the canvas in device pixels, `scale` its device pixels a logical one.
    SizeChoice(Size canvas, double scale, QWidget* parent = nullptr);

    [[nodiscard]] Size size() const;
    /// Device pixels a logical pixel. With another aspect ratio than the canvas's, nothing becomes
    /// larger relative to the picture than on the canvas.
    [[nodiscard]] double scale() const;

  signals:
    void changed();

  private:
    void build_spins();
    void follow_factor();
    void follow_side(bool width_changed);
    [[nodiscard]] bool in_pixels() const;

    Size canvas_;
    double scale_;
    QComboBox* factor_;
    QSpinBox* width_;
    QSpinBox* height_;
    QCheckBox* keep_shape_;
};

}  // namespace epochscope::app
