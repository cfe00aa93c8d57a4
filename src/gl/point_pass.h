#pragma once

#include "gl/class_texture.h"
#include "gl/functions.h"
#include "gl/span_buffers.h"

#include <epochscope/render/frame.h>

#include <QOpenGLShaderProgram>
#include <QOpenGLVertexArrayObject>

#include <memory>

namespace epochscope::gl {

/// Draws all samples with one call.
class PointPass {
  public:
    explicit PointPass(Functions& gl);

    void draw(const PointLayer& points, Size size);
    void forget() { buffers_.forget(); }

  private:
    void set_uniforms(const PointLayer& points, Size size);
    void set_attributes(const PointLayer& points);

    Functions& gl_;
    std::unique_ptr<QOpenGLShaderProgram> program_;
    QOpenGLVertexArrayObject attributes_;
    SpanBuffers buffers_;
    ClassTexture palette_;
    ClassTexture hidden_;
};

}  // namespace epochscope::gl
