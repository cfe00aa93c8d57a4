#include "app/canvas/frame_composer.h"

#include "app/canvas/text_overlay.h"

#include <epochscope/model/job.h>
#include <epochscope/model/playhead.h>
#include <epochscope/render/density.h>

#include <QPainter>

#include <utility>

namespace epochscope::app {

ComposedShot composed(const Shot& shot, const std::stop_token& stop) {
    ComposedShot result{{shot, frame_of(shot), {}}, nullptr};
    const Frame& frame = result.picture.frame;
    QImage& words = result.picture.image;
    words = QImage(frame.size.width, frame.size.height, QImage::Format_ARGB32_Premultiplied);
    words.fill(Qt::transparent);
    QPainter painter(&words);
    paint_texts(painter, frame);
    if (frame.density)
        result.density = std::make_shared<const Image>(density_image(frame, 0, stop));
    return result;
}

FrameComposer::FrameComposer(Deliver deliver)
    : deliver_(std::move(deliver)),
      worker_([this](const Wish& wish, const std::stop_token& stop) -> std::optional<Wish> {
          fulfil(wish, stop);
          return std::nullopt;
      }) {}

void FrameComposer::fulfil(const Wish& wish, const std::stop_token& stop) {
    const Dataset* dataset = wish.shot.dataset.get();
    try {
        deliver_(composed(wish.shot, stop), wish.number);
    } catch (const Cancelled&) {
        return;
    }
    if (dataset != nullptr)
        footprint_.looked_at(*dataset,
                             moment_at(wish.shot.view.playhead, dataset->series.epoch_count()));
}

}  // namespace epochscope::app
