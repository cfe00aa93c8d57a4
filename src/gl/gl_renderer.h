#pragma once

#include <epochscope/render/frame.h>

#include <memory>
#include <optional>
#include <string>

namespace epochscope::gl {

/// Draws frames with OpenGL 3.3 core into the framebuffer that is bound. All calls, the constructor
/// and the destructor need the same context to be current. Draws what raster draws, within 4 of 255
/// a channel for all but 0.5 % of the pixels.
class GlRenderer {
  public:
    /// Throws Error where the context is too old or a shader does not compile.
    GlRenderer();
    ~GlRenderer();
    GlRenderer(const GlRenderer&) = delete;
    GlRenderer& operator=(const GlRenderer&) = delete;

    /// Draws all of a frame but its texts, by the formulas of raster.h. Positions, classes and
    /// confidence are uploaded once for each epoch (told apart by where they lie in memory) and
    /// kept for the epochs used last; forget() when a series goes away. Throws Error where the
    /// context was lost or its memory ran out.
    void draw(const Frame& frame);
    void forget();

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// What OpenGL there is: tries to make a context once, off screen.
struct Probe {
    bool usable = false;
    /// False for llvmpipe, softpipe, swrast and the like.
    bool hardware = false;
    /// GL_RENDERER, or why there is none.
    std::string description;
};

/// Safe on every platform plugin, the `offscreen` one (without OpenGL) included. Needs a
/// QGuiApplication.
const Probe& probe();

}  // namespace epochscope::gl
