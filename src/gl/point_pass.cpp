#include "gl/point_pass.h"

#include "gl/program.h"

#include <epochscope/model/error.h>

#include <QVector2D>

#include <span>

namespace epochscope::gl {
namespace {

// The places of the attributes in points.vert.
enum Attribute : GLuint { from, to, colour_index, confidence, label };

/// The middle of the canvas in the plane, as the sum of two floats for each axis: at a close look
/// one is not enough.
struct Middle {
    QVector2D coarse;
    QVector2D rest;
};

Middle middle_of(const Mapping& mapping, Size size) {
    const double x = (size.width / 2.0 - mapping.offset_x) / mapping.scale_x;
    const double y = (size.height / 2.0 - mapping.offset_y) / mapping.scale_y;
    const QVector2D coarse(static_cast<float>(x), static_cast<float>(y));
    return {
        coarse,
        {static_cast<float>(x - double{coarse.x()}), static_cast<float>(y - double{coarse.y()})}};
}

}  // namespace

PointPass::PointPass(Functions& gl)
    : gl_(gl), program_(make_program("points")), palette_(gl, 4), hidden_(gl, 1) {
    if (!attributes_.create()) throw Error("OpenGL", "no vertex array could be made");
    const QOpenGLVertexArrayObject::Binder bound(&attributes_);
    for (const GLuint place : {from, to, colour_index, confidence, label})
        gl_.glVertexAttribDivisor(place, 1);
}

void PointPass::draw(const PointLayer& points, Size size) {
    if (points.from.empty()) return;
    set_uniforms(points, size);
    const QOpenGLVertexArrayObject::Binder bound(&attributes_);
    set_attributes(points);
    gl_.glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(points.from.size()));
}

void PointPass::set_uniforms(const PointLayer& points, Size size) {
    use(*program_, size);
    const Middle middle = middle_of(points.mapping, size);
    const QVector2D scale(static_cast<float>(points.mapping.scale_x),
                          static_cast<float>(points.mapping.scale_y));
    program_->setUniformValue("t", points.t);
    program_->setUniformValue("scale", scale);
    program_->setUniformValue("centre", middle.coarse);
    program_->setUniformValue("centre_rest", middle.rest);
    program_->setUniformValue("radius", points.radius);
    program_->setUniformValue("opacity", points.opacity);
    // Where there is no confidence, all of it counts.
    program_->setUniformValue("confidence_floor",
                              points.confidence.empty() ? 1.0F : points.confidence_floor);
    program_->setUniformValue("some_hidden", !points.hidden.empty());
    program_->setUniformValue("classes", static_cast<GLint>(points.palette.size()));
    program_->setUniformValue("no_class", to_vector(no_class_colour));
    program_->setUniformValue("palette", 0);
    program_->setUniformValue("hidden", 1);
    palette_.bind(0, std::as_bytes(std::span(points.palette)));
    hidden_.bind(1, std::as_bytes(std::span(points.hidden)));
}

void PointPass::set_attributes(const PointLayer& points) {
    buffers_.begin_frame();
    buffers_.bind(std::as_bytes(points.from));
    gl_.glVertexAttribPointer(from, 2, GL_FLOAT, GL_FALSE, 0, nullptr);
    gl_.glEnableVertexAttribArray(from);
    buffers_.bind(std::as_bytes(points.to));
    gl_.glVertexAttribPointer(to, 2, GL_FLOAT, GL_FALSE, 0, nullptr);
    gl_.glEnableVertexAttribArray(to);
    buffers_.bind(std::as_bytes(points.colour_index));
    gl_.glVertexAttribIPointer(colour_index, 1, GL_INT, 0, nullptr);
    gl_.glEnableVertexAttribArray(colour_index);
    if (points.confidence.empty()) {
        gl_.glDisableVertexAttribArray(confidence);
    } else {
        buffers_.bind(std::as_bytes(points.confidence));
        gl_.glVertexAttribPointer(confidence, 1, GL_FLOAT, GL_FALSE, 0, nullptr);
        gl_.glEnableVertexAttribArray(confidence);
    }
    if (points.hidden.empty()) {
        gl_.glDisableVertexAttribArray(label);
    } else {
        buffers_.bind(std::as_bytes(points.labels));
        gl_.glVertexAttribIPointer(label, 1, GL_INT, 0, nullptr);
        gl_.glEnableVertexAttribArray(label);
    }
}

}  // namespace epochscope::gl
