#pragma once

#include <QOpenGLFunctions_3_3_Core>

namespace epochscope::gl {

using Functions = QOpenGLFunctions_3_3_Core;

/// OpenGL 3.3 core of the current context. Throws Error if there is none or it is older.
Functions& functions();

/// Throws Error if a call since the last check failed: out of memory, context lost.
void check(Functions& gl);

/// Clears errors of other code.
void clear_errors(Functions& gl);

}  // namespace epochscope::gl
