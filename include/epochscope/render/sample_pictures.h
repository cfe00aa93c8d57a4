#pragma once

#include <epochscope/model/image.h>
#include <epochscope/render/frame.h>

#include <cstddef>
#include <functional>
#include <memory>

namespace epochscope {

/// Finds the picture of a sample; null if there is none (yet).
using FindPicture = std::function<std::shared_ptr<const Image>(std::size_t)>;

/// Sets the images of a frame's pictures, and adds the stand-ins of those without an image to its
/// markers.
void set_images(Frame& frame, const FindPicture& find);

/// The pictures of a frame with their borders, as a picture of the frame's size with straight
/// alpha; empty if no picture has an image. A picture has whole pixels: enlarged by a whole factor,
/// or reduced by averages, on the colour of the canvas. O(pixels of the frame).
Image pictures_image(const Frame& frame);

}  // namespace epochscope
