#pragma once

#include <epochscope/render/frame.h>

class QPainter;

namespace epochscope::app {

/// Paints a frame's texts (epoch number, axis labels, class names). The painter works in device
/// pixels.
void paint_texts(QPainter& painter, const Frame& frame);

}  // namespace epochscope::app
