#include "gl/functions.h"

#include <epochscope/model/error.h>

#include <QOpenGLContext>
#include <QOpenGLVersionFunctionsFactory>

namespace epochscope::gl {

Functions& functions() {
    auto* context = QOpenGLContext::currentContext();
    if (context == nullptr) throw Error("OpenGL", "no context is current");
    auto* found = QOpenGLVersionFunctionsFactory::get<Functions>(context);
    if (found == nullptr || !found->initializeOpenGLFunctions()) {
        const auto version = context->format().version();
        throw Error("OpenGL", "the context is ", version.first, ".", version.second,
                    ", expected 3.3 core or later");
    }
    return *found;
}

void check(Functions& gl) {
    if (const GLenum error = gl.glGetError(); error != GL_NO_ERROR)
        throw Error("OpenGL", "drawing failed with error ", error);
}

void clear_errors(Functions& gl) {
    // Bounded, since a lost context may answer with the same error for ever.
    constexpr int most = 16;
    for (int i = 0; i < most && gl.glGetError() != GL_NO_ERROR; ++i) continue;
}

}  // namespace epochscope::gl
