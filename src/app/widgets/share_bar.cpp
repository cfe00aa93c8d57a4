#include "app/widgets/share_bar.h"

#include "app/widgets/swatch.h"

#include <QPainter>

namespace epochscope::app {

ShareBar::ShareBar(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void ShareBar::set_share(double share) {
    share_ = share;
    update();
}

void ShareBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paint_bar(painter, QRectF(rect()).adjusted(0, 1, 0, -1), share_, faint_colour(palette(), 0.6),
              palette());
}

}  // namespace epochscope::app
