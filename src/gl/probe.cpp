#include "gl/functions.h"

#include <epochscope/gl/gl_renderer.h>
#include <epochscope/model/error.h>

#include <QGuiApplication>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QString>
#include <QSurfaceFormat>

#include <array>

namespace epochscope::gl {
namespace {

bool is_software(const QString& renderer) {
    constexpr std::array<const char*, 5> names{"llvmpipe", "softpipe", "swrast", "swiftshader",
                                               "software rasterizer"};
    for (const char* name : names)
        if (renderer.contains(QLatin1String(name), Qt::CaseInsensitive)) return true;
    return false;
}

Probe read_names() {
    Functions& gl = functions();
    const auto* name = gl.glGetString(GL_RENDERER);
    const QString renderer = name == nullptr
                                 ? QStringLiteral("unnamed")
                                 : QString::fromLatin1(reinterpret_cast<const char*>(name));
    return {true, !is_software(renderer), renderer.toStdString()};
}

Probe try_a_context() {
    if (qGuiApp == nullptr) return {false, false, "no application yet"};
    QSurfaceFormat format;
    format.setVersion(3, 3);
    format.setProfile(QSurfaceFormat::CoreProfile);
    QOpenGLContext context;
    context.setFormat(format);
    const std::string platform = QGuiApplication::platformName().toStdString();
    if (!context.create()) return {false, false, "no OpenGL on platform " + platform};
    QOffscreenSurface surface;
    surface.setFormat(context.format());
    surface.create();
    if (!surface.isValid() || !context.makeCurrent(&surface))
        return {false, false, "no OpenGL surface on platform " + platform};
    Probe probe;
    try {
        probe = read_names();
    } catch (const Error& error) {
        probe.description = error.what();
    }
    context.doneCurrent();
    return probe;
}

}  // namespace

const Probe& probe() {
    static const Probe found = try_a_context();
    return found;
}

}  // namespace epochscope::gl
