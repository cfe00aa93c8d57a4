#include "app/canvas/shot.h"

#include "app/canvas/text_overlay.h"

#include <epochscope/render/raster.h>

#include <span>
#include <utility>

namespace epochscope::app {

Frame frame_of(const Shot& shot, std::size_t stride) {
    if (shot.dataset) return compose(*shot.dataset, shot.view, shot.size, shot.backgrounds, stride);
    Frame empty;
    empty.size = shot.size;
    empty.canvas = shot.view.style.canvas;
    return empty;
}

Picture drawn(const Shot& shot, std::size_t stride, const std::stop_token& stop) {
    Picture picture{shot, frame_of(shot, stride), {}};
    const Frame& frame = picture.frame;
    picture.image = QImage(frame.size.width, frame.size.height, QImage::Format_RGBA8888);
    const PixelView pixels(
        frame.size,
        std::span(picture.image.bits(), static_cast<std::size_t>(picture.image.sizeInBytes())));
    raster(frame, pixels, 0, stop);
    paint_texts(pixels, frame);
    return picture;
}

}  // namespace epochscope::app
