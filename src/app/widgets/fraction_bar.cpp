#include "app/widgets/fraction_bar.h"

#include "app/widgets/swatch.h"

#include <QPainter>

namespace epochscope::app {

FractionBar::FractionBar(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void FractionBar::set_fraction(double fraction) {
    fraction_ = fraction;
    update();
}

void FractionBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paint_bar(painter, QRectF(rect()).adjusted(0, 1, 0, -1), fraction_,
              faint_colour(palette(), 0.6), palette());
}

}  // namespace epochscope::app
