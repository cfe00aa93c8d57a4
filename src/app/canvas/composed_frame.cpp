#include "app/canvas/composed_frame.h"

#include "app/canvas/text_overlay.h"

#include <epochscope/model/image.h>
#include <epochscope/render/density.h>
#include <epochscope/render/sample_pictures.h>

#include <QPainter>

#include <memory>

namespace epochscope::app {

ComposedFrame composed(const FrameRequest& request, const std::stop_token& stop) {
    ComposedFrame result{{request, frame_of(request), {}}, {}};
    const Frame& frame = result.picture.frame;
    QImage& texts = result.picture.image;
    texts = QImage(frame.size.width, frame.size.height, QImage::Format_ARGB32_Premultiplied);
    texts.fill(Qt::transparent);
    QPainter painter(&texts);
    paint_texts(painter, frame);
    if (frame.density)
        result.overlays.density = std::make_shared<const Image>(density_image(frame, 0, stop));
    if (!frame.pictures.empty())
        result.overlays.pictures = std::make_shared<const Image>(pictures_image(frame));
    return result;
}

}  // namespace epochscope::app
