#include "gl/program.h"

#include <epochscope/model/error.h>

#include <QVector2D>
#include <QVector4D>

// Resources of a static library have to be asked for, from outside any namespace.
static void take_in_shaders() { Q_INIT_RESOURCE(epochscope_shaders); }

namespace epochscope::gl {

std::unique_ptr<QOpenGLShaderProgram> make_program(const char* name) {
    take_in_shaders();
    auto program = std::make_unique<QOpenGLShaderProgram>();
    const QString path = QStringLiteral(":/epochscope/shaders/") + QLatin1String(name);
    const bool good = program->addShaderFromSourceFile(QOpenGLShader::Vertex, path + ".vert") &&
                      program->addShaderFromSourceFile(QOpenGLShader::Fragment, path + ".frag") &&
                      program->link();
    if (!good) throw Error("OpenGL", "shader ", name, ": ", program->log().toStdString());
    return program;
}

void use(QOpenGLShaderProgram& program, Size size) {
    program.bind();
    program.setUniformValue(
        "size", QVector2D(static_cast<float>(size.width), static_cast<float>(size.height)));
}

QVector4D to_vector(Colour c) {
    constexpr float most = 255;
    return {static_cast<float>(c.r) / most, static_cast<float>(c.g) / most,
            static_cast<float>(c.b) / most, static_cast<float>(c.a) / most};
}

}  // namespace epochscope::gl
