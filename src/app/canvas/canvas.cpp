#include "app/canvas/canvas.h"

namespace epochscope::app {
struct Canvas::Impl {};
Canvas::Canvas(Session&, Renderer, QWidget* parent) : QWidget(parent) {}
Canvas::~Canvas() = default;
Renderer Canvas::renderer() const { return Renderer::raster; }
void Canvas::set_renderer(Renderer) {}
Size Canvas::pixel_size() const { return {width(), height()}; }
Frame Canvas::frame() const { return {}; }
QImage Canvas::grab_picture() { return {}; }
std::optional<std::size_t> Canvas::sample_at(QPointF) const { return {}; }
void Canvas::zoom_in() {}
void Canvas::zoom_out() {}
void Canvas::go_home() {}
void Canvas::fit_samples() {}
}  // namespace epochscope::app
