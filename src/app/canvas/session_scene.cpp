#include "app/canvas/session_scene.h"

#include "app/background_cache.h"
#include "app/canvas/text_overlay.h"
#include "app/session.h"

#include <QCoreApplication>
#include <QKeySequence>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace epochscope::app {

SessionScene::SessionScene(Session& session, const QWidget& canvas, std::function<void()> changed,
                           std::function<void()> failed)
    : session_(session),
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
    Shot shot{session_.dataset(), session_.view(), pixel_size(), {}};
    shot.view.scale = canvas_.devicePixelRatioF();
    if (shot.dataset && shot.view.style.background)
        shot.backgrounds = session_.backgrounds().around(shot.view.playhead);
    return shot;
}

void SessionScene::paint_over(QPainter& painter) {
    if (session_.dataset()) {
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
    const Colour ink = session_.view().style.ink;
    painter.setFont(font);
    painter.setPen(QColor(ink.r, ink.g, ink.b, 170));
    const QString words =
        QCoreApplication::translate("Canvas", "Open a dataset folder: %1, or drop one here")
            .arg(QKeySequence(QKeySequence::Open).toString(QKeySequence::NativeText));
    const QRectF room(margin, margin, size.width - 2 * margin, size.height - 2 * margin);
    painter.drawText(room, Qt::AlignCenter | Qt::TextWordWrap, words);
}

}  // namespace epochscope::app
