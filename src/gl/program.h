#pragma once

#include <epochscope/model/geometry.h>
#include <epochscope/model/image.h>

#include <QOpenGLShaderProgram>

#include <memory>

namespace epochscope::gl {

/// The program of `name.vert` and `name.frag` in resources/shaders. Throws Error with the
/// compiler's message.
std::unique_ptr<QOpenGLShaderProgram> make_program(const char* name);

/// Binds a program and sets its canvas size.
void use(QOpenGLShaderProgram& program, Size size);

/// A colour as a shader input.
QVector4D to_vector(Colour colour);

}  // namespace epochscope::gl
