#pragma once

#include <QOpenGLFunctions_3_3_Core>

namespace epochscope::gl {

using Functions = QOpenGLFunctions_3_3_Core;

/// OpenGL 3.3 core of the current context. Throws Error where there is none or it is older.
Functions& functions();

/// Throws Error where a call since the last check failed: out of memory, the context was lost.
void check(Functions& gl);

/// Forgets errors that others left.
void clear_errors(Functions& gl);

}  // namespace epochscope::gl
