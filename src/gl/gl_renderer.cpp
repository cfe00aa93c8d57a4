#include "gl/background_pass.h"
#include "gl/functions.h"
#include "gl/line_passage.h"
#include "gl/point_pass.h"
#include "gl/program.h"
#include "gl/shape_pass.h"

#include <epochscope/gl/gl_renderer.h>
#include <epochscope/render/density.h>
#include <epochscope/render/sample_pictures.h>

#include <QVector4D>

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace epochscope::gl {
namespace {

/// A marker as markers.vert takes it.
struct MarkerShape {
    Pixel centre;
    float radius;
    float ring_width;
    Colour fill;
    Colour ring;
};

ShapePass make_line_pass(Functions& gl) {
    return {gl,
            "lines",
            sizeof(LineShape),
            {{4, GL_FLOAT, offsetof(LineShape, begin)},
             {4, GL_FLOAT, offsetof(LineShape, before)},
             {2, GL_FLOAT, offsetof(LineShape, width)},
             {4, GL_UNSIGNED_BYTE, offsetof(LineShape, colour)}}};
}

ShapePass make_marker_pass(Functions& gl) {
    return {gl,
            "markers",
            sizeof(MarkerShape),
            {{4, GL_FLOAT, offsetof(MarkerShape, centre)},
             {4, GL_UNSIGNED_BYTE, offsetof(MarkerShape, fill)},
             {4, GL_UNSIGNED_BYTE, offsetof(MarkerShape, ring)}}};
}

/// All that drawing depends on: whoever drew last may have left anything.
void set_state(Functions& gl, Size size) {
    gl.glViewport(0, 0, size.width, size.height);
    for (const GLenum capability : {GL_DEPTH_TEST, GL_STENCIL_TEST, GL_SCISSOR_TEST, GL_CULL_FACE,
                                    GL_DITHER, GL_FRAMEBUFFER_SRGB, GL_MULTISAMPLE})
        gl.glDisable(capability);
    gl.glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    gl.glEnable(GL_BLEND);
    gl.glBlendEquation(GL_FUNC_ADD);
    // Shaders write premultiplied alpha.
    gl.glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    // As OpenGL has it at first, and as QPainter relies on.
    gl.glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    gl.glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
}

void clear(Functions& gl, Colour canvas) {
    const QVector4D colour = to_vector(canvas);
    gl.glClearColor(colour.x(), colour.y(), colour.z(), 1);
    gl.glClear(GL_COLOR_BUFFER_BIT);
}

}  // namespace

struct GlRenderer::Impl {
    Impl(std::size_t budget, std::function<void()> arrived)
        : points(gl, budget, std::move(arrived)) {}

    bool draw(const Frame& frame, const Overlays& overlays,
              std::optional<std::chrono::milliseconds> patience);
    void draw_over_canvas(const Frame& frame, std::shared_ptr<const Image> picture);
    void draw_lines(std::span<const Line> list, Size size);
    void draw_markers(const Frame& frame);

    Functions& gl = functions();
    BackgroundPass background{gl};
    PointPass points;
    ShapePass lines = make_line_pass(gl);
    ShapePass markers = make_marker_pass(gl);
    // Kept for their memory.
    std::vector<LineShape> line_shapes;
    std::vector<MarkerShape> marker_shapes;
};

void GlRenderer::Impl::draw_lines(std::span<const Line> list, Size size) {
    line_shapes.clear();
    for (const Line& line : list)
        if (const auto shape = shape_of(line, size)) line_shapes.push_back(*shape);
    lines.draw(std::as_bytes(std::span(line_shapes)), size);
}

/// Draws a picture of the size of the canvas.
void GlRenderer::Impl::draw_over_canvas(const Frame& frame, std::shared_ptr<const Image> picture) {
    if (picture->rgba.empty()) return;
    BackgroundLayer layer;
    layer.from = std::move(picture);
    layer.origin = Origin::upper;
    layer.bottom_right = {static_cast<float>(frame.size.width),
                          static_cast<float>(frame.size.height)};
    background.draw(layer, frame.canvas, frame.size);
}

void GlRenderer::Impl::draw_markers(const Frame& frame) {
    marker_shapes.clear();
    for (const Marker& marker : frame.markers)
        marker_shapes.push_back(
            {marker.centre, marker.radius, marker.ring_width, marker.fill, marker.ring});
    markers.draw(std::as_bytes(std::span(marker_shapes)), frame.size);
}

bool GlRenderer::Impl::draw(const Frame& frame, const Overlays& overlays,
                            std::optional<std::chrono::milliseconds> patience) {
    clear_errors(gl);
    set_state(gl, frame.size);
    clear(gl, frame.canvas);
    for (const auto* layer : {&frame.background, &frame.detail})
        if (*layer) background.draw(**layer, frame.canvas, frame.size);
    draw_lines(frame.lines, frame.size);
    bool all_there = true;
    if (frame.density) {
        // Samples are counted on the processor; the picture of the counts lies over the canvas.
        draw_over_canvas(frame, overlays.density
                                    ? overlays.density
                                    : std::make_shared<const Image>(density_image(frame)));
    } else {
        all_there = points.draw(frame.points, frame.size, patience);
    }
    if (!frame.pictures.empty())
        draw_over_canvas(frame, overlays.pictures
                                    ? overlays.pictures
                                    : std::make_shared<const Image>(pictures_image(frame)));
    draw_lines(frame.trails, frame.size);
    draw_markers(frame);
    draw_lines(frame.legend, frame.size);
    gl.glUseProgram(0);
    gl.glActiveTexture(GL_TEXTURE0);
    gl.glBindBuffer(GL_ARRAY_BUFFER, 0);
    check(gl);
    return all_there;
}

GlRenderer::GlRenderer(std::size_t budget, std::function<void()> arrived)
    : impl_(std::make_unique<Impl>(budget, std::move(arrived))) {}

GlRenderer::~GlRenderer() = default;

void GlRenderer::draw(const Frame& frame, const Overlays& overlays) {
    impl_->draw(frame, overlays, std::nullopt);
}

bool GlRenderer::draw_at_once(const Frame& frame, const Overlays& overlays,
                              std::chrono::milliseconds patience) {
    return impl_->draw(frame, overlays, patience);
}

void GlRenderer::show(const EpochSeries& series) {
    impl_->background.forget();
    impl_->points.show(series);
}

void GlRenderer::forget() {
    impl_->background.forget();
    impl_->points.show(std::nullopt);
}

Statistics GlRenderer::statistics() const {
    const BatchBuffers& buffers = impl_->points.buffers();
    return {buffers.loaded_bytes(), impl_->points.table_bytes(), buffers.held_bytes(),
            impl_->points.kept_waiting()};
}

}  // namespace epochscope::gl
