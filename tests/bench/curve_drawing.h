#pragma once

namespace epochscope::bench {

/// How long a curve of a million points takes to be drawn by QPainter, thinned and as it is. Needs
/// a QGuiApplication, and no OpenGL.
void bench_curve_drawing();

}  // namespace epochscope::bench
