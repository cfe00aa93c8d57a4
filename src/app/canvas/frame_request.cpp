#include "app/canvas/frame_request.h"

#include "app/canvas/text_overlay.h"

#include <epochscope/render/raster.h>
#include <epochscope/render/sample_pictures.h>

#include <cstddef>
#include <memory>
#include <span>
#include <utility>

namespace epochscope::app {

Frame frame_of(const FrameRequest& request, std::size_t stride) {
    if (request.dataset) {
        Frame frame =
            compose(*request.dataset, request.view, request.size, request.backgrounds, stride);
        set_images(frame, [&request](std::size_t sample) -> std::shared_ptr<const Image> {
            if (!request.thumbnails) return nullptr;
            const auto found = request.thumbnails->find(sample);
            return found == request.thumbnails->end() ? nullptr : found->second;
        });
        return frame;
    }
    Frame empty;
    empty.size = request.size;
    empty.canvas = request.view.style.canvas;
    return empty;
}

Picture drawn(const FrameRequest& request, std::size_t stride, const std::stop_token& stop) {
    Picture picture{request, frame_of(request, stride), {}};
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
