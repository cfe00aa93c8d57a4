#pragma once

#include <epochscope/model/image.h>
#include <epochscope/render/frame.h>

class QPainter;

namespace epochscope::app {

/// Paints a frame's texts (epoch number, axis labels, class names). The painter works in device
/// pixels.
void paint_texts(QPainter& painter, const Frame& frame);

/// The same over an opaque picture, on any thread. Needs a QGuiApplication, but no display.
void paint_texts(PixelView picture, const Frame& frame);

}  // namespace epochscope::app
