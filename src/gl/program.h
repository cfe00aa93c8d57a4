#pragma once

#include <epochscope/model/geometry.h>
#include <epochscope/model/image.h>

#include <QOpenGLShaderProgram>

#include <memory>

namespace epochscope::gl {

/// The program of the shaders `name.vert` and `name.frag` in resources/shaders. Throws Error with
/// the compiler's words where they do not compile.
std::unique_ptr<QOpenGLShaderProgram> make_program(const char* name);

/// Binds a program and tells it the size of the canvas.
void use(QOpenGLShaderProgram& program, Size size);

/// A colour as shaders take it.
QVector4D to_vector(Colour colour);

}  // namespace epochscope::gl
