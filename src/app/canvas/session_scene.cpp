#include "app/canvas/session_scene.h"

#include "app/canvas/canvas_model.h"
#include "app/canvas/text_overlay.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace epochscope::app {

SessionScene::SessionScene(CanvasModel& outlook, const QWidget& canvas,
                           std::function<void()> changed, std::function<void()> failed)
    : outlook_(outlook),
      canvas_(canvas),
      changed_(std::move(changed)),
      failed_(std::move(failed)) {}

Size SessionScene::pixel_size() const {
    const QSize size = canvas_.size() * canvas_.devicePixelRatioF();
    return {std::max(1, size.width()), std::max(1, size.height())};
}

const Frame& SessionScene::frame() {
    // The size is compared, since a move to another display changes it without a word.
    if (!frame_ || frame_->size != pixel_size()) {
        const Shot now = shot();
        dataset_ = now.dataset;
        frame_ = frame_of(now);
    }
    return *frame_;
}

Shot SessionScene::shot() {
    const Size size = pixel_size();
    Shot shot{outlook_.dataset(), outlook_.view(), size, outlook_.backgrounds(size)};
    shot.view.scale = canvas_.devicePixelRatioF();
    return shot;
}

void SessionScene::paint_over(QPainter& painter) {
    if (outlook_.dataset()) {
        paint_texts(painter, frame());
    } else {
        paint_hint(painter);
    }
}

void SessionScene::paint_hint(QPainter& painter) {
    const double scale = canvas_.devicePixelRatioF();
    const Size size = pixel_size();
    const double margin = 24 * scale;
    QFont font = canvas_.font();
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(17 * scale))));
    const Colour ink = outlook_.view().style.ink;
    painter.setFont(font);
    painter.setPen(QColor(ink.r, ink.g, ink.b, 170));
    const QRectF room(margin, margin, size.width - 2 * margin, size.height - 2 * margin);
    painter.drawText(room, Qt::AlignCenter | Qt::TextWordWrap, outlook_.hint());
}

}  // namespace epochscope::app
