#include "app/canvas/session_scene.h"

#include "app/canvas/canvas_model.h"
#include "app/canvas/shown_pictures.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace epochscope::app {

SessionScene::SessionScene(CanvasModel& model, const QWidget& canvas, const ShownPictures& pictures,
                           std::function<void()> changed, std::function<void()> failed)
    : model_(model),
      canvas_(canvas),
      pictures_(pictures),
      changed_(std::move(changed)),
      failed_(std::move(failed)) {}

Size SessionScene::pixel_size() const {
    const QSize size = canvas_.size() * canvas_.devicePixelRatioF();
    return {std::max(1, size.width()), std::max(1, size.height())};
}

const Frame& SessionScene::frame() {
    // A move to another display changes the size without an event.
    if (!frame_ || frame_->size != pixel_size()) {
        const FrameRequest now = request();
        dataset_ = now.dataset;
        frame_ = frame_of(now);
    }
    return *frame_;
}

FrameRequest SessionScene::request() {
    const Size size = pixel_size();
    FrameRequest request{model_.dataset(), model_.view(), size, model_.backgrounds(size),
                         pictures_.known()};
    request.view.scale = canvas_.devicePixelRatioF();
    return request;
}

void SessionScene::paint_hint(QPainter& painter) {
    const double scale = canvas_.devicePixelRatioF();
    const Size size = pixel_size();
    const double margin = 24 * scale;
    QFont font = canvas_.font();
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(17 * scale))));
    const Colour ink = model_.view().style.ink;
    painter.setFont(font);
    painter.setPen(QColor(ink.r, ink.g, ink.b, 170));
    const QRectF room(margin, margin, size.width - 2 * margin, size.height - 2 * margin);
    painter.drawText(room, Qt::AlignCenter | Qt::TextWordWrap, model_.hint());
}

}  // namespace epochscope::app
