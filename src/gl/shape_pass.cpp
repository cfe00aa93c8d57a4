#include "gl/shape_pass.h"

#include "gl/program.h"

#include <epochscope/model/error.h>

#include <limits>

namespace epochscope::gl {

ShapePass::ShapePass(Functions& gl, const char* shader, std::size_t stride,
                     std::initializer_list<ShapeAttribute> attributes)
    : gl_(gl), stride_(stride), program_(make_program(shader)) {
    if (!attributes_.create() || !buffer_.create())
        throw Error("OpenGL", "no vertex buffer could be made");
    buffer_.setUsagePattern(QOpenGLBuffer::StreamDraw);
    const QOpenGLVertexArrayObject::Binder bound(&attributes_);
    buffer_.bind();
    GLuint place = 0;
    for (const ShapeAttribute& attribute : attributes) {
        const void* offset = reinterpret_cast<const void*>(attribute.offset);
        const bool is_colour = attribute.type == GL_UNSIGNED_BYTE;
        gl_.glVertexAttribPointer(place, attribute.numbers, attribute.type,
                                  is_colour ? GL_TRUE : GL_FALSE, static_cast<GLsizei>(stride),
                                  offset);
        gl_.glVertexAttribDivisor(place, 1);
        gl_.glEnableVertexAttribArray(place++);
    }
}

void ShapePass::draw(std::span<const std::byte> shapes, Size size) {
    if (shapes.empty()) return;
    if (shapes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max()))
        throw Error("OpenGL", "too many shapes to draw: ", shapes.size() / stride_);
    use(*program_, size);
    const QOpenGLVertexArrayObject::Binder bound(&attributes_);
    buffer_.bind();
    buffer_.allocate(shapes.data(), static_cast<int>(shapes.size()));
    gl_.glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4,
                              static_cast<GLsizei>(shapes.size() / stride_));
}

}  // namespace epochscope::gl
