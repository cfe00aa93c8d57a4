#pragma once

#include "gl/functions.h"

#include <epochscope/model/image.h>

#include <QOpenGLBuffer>
#include <QOpenGLShaderProgram>
#include <QOpenGLVertexArrayObject>

#include <cstddef>
#include <initializer_list>
#include <memory>
#include <span>

namespace epochscope::gl {

/// An attribute of a shape: so many numbers at an offset of its struct.
struct ShapeAttribute {
    GLint numbers = 0;
    /// GL_FLOAT, or GL_UNSIGNED_BYTE for colours (0..255 become 0..1).
    GLenum type = GL_FLOAT;
    std::size_t offset = 0;
};

/// Draws shapes of one kind, one rectangle each, from structs uploaded every frame.
class ShapePass {
  public:
    /// `attributes` are in the order of their locations in `shader`, in a struct of `stride` bytes.
    ShapePass(Functions& gl, const char* shader, std::size_t stride,
              std::initializer_list<ShapeAttribute> attributes);

    /// `shapes` are whole structs.
    void draw(std::span<const std::byte> shapes, Size size);

  private:
    Functions& gl_;
    std::size_t stride_;
    std::unique_ptr<QOpenGLShaderProgram> program_;
    QOpenGLVertexArrayObject attributes_;
    QOpenGLBuffer buffer_{QOpenGLBuffer::VertexBuffer};
};

}  // namespace epochscope::gl
