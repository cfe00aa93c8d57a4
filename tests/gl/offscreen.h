#pragma once

#include "support/catch.h"
#include "support/skip.h"

#include <epochscope/gl/gl_renderer.h>
#include <epochscope/render/raster.h>

#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QOpenGLFramebufferObject>
#include <QOpenGLFunctions>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <memory>
#include <string>
#include <utility>

namespace epochscope::tests {

/// Whether gl can be tested here; skips the test if not.
inline bool have_opengl() {
    if (gl::probe().usable) return true;
    skip("no OpenGL on this platform: " + gl::probe().description);
    return false;
}

/// A context of its own with a renderer, drawing into memory.
class Offscreen {
  public:
    explicit Offscreen(std::size_t budget = gl::GlRenderer::default_budget,
                       std::function<void()> arrived = {}) {
        QSurfaceFormat format;
        format.setVersion(3, 3);
        format.setProfile(QSurfaceFormat::CoreProfile);
        context_.setFormat(format);
        REQUIRE(context_.create());
        surface_.setFormat(context_.format());
        surface_.create();
        REQUIRE(context_.makeCurrent(&surface_));
        renderer_ = std::make_unique<gl::GlRenderer>(budget, std::move(arrived));
    }
    ~Offscreen() {
        renderer_.reset();
        context_.doneCurrent();
    }
    Offscreen(const Offscreen&) = delete;
    Offscreen& operator=(const Offscreen&) = delete;

    gl::GlRenderer& renderer() { return *renderer_; }
    [[nodiscard]] QOpenGLFunctions& functions() const { return *context_.functions(); }

    Image draw(const Frame& frame) {
        return picture(frame, [&] { renderer_->draw(frame); });
    }

    /// What `drawing` leaves.
    template <typename Drawing>
    Image picture(const Frame& frame, const Drawing& drawing) {
        QOpenGLFramebufferObject target(frame.size.width, frame.size.height);
        REQUIRE(target.bind());
        drawing();
        Image read(frame.size);
        functions().glPixelStorei(GL_PACK_ALIGNMENT, 4);
        functions().glReadPixels(0, 0, frame.size.width, frame.size.height, GL_RGBA,
                                 GL_UNSIGNED_BYTE, read.rgba.data());
        // OpenGL counts rows from the bottom.
        const auto row = static_cast<std::ptrdiff_t>(frame.size.width) * 4;
        for (std::ptrdiff_t y = 0; y < frame.size.height / 2; ++y) {
            const auto low = read.rgba.begin() + y * row;
            const auto high = read.rgba.begin() + (frame.size.height - 1 - y) * row;
            std::swap_ranges(low, low + row, high);
        }
        return read;
    }

  private:
    QOpenGLContext context_;
    QOffscreenSurface surface_;
    std::unique_ptr<gl::GlRenderer> renderer_;
};

/// How far two pictures are apart: the largest difference of a channel, and the share of pixels
/// beyond 4.
struct Difference {
    int largest = 0;
    double share_beyond = 0;
};

inline Difference difference(const Image& a, const Image& b) {
    REQUIRE(a.size == b.size);
    Difference found;
    std::size_t beyond = 0;
    for (std::size_t i = 0; i < a.rgba.size(); i += 4) {
        int pixel = 0;
        for (std::size_t c = i; c < i + 4; ++c)
            pixel = std::max(pixel, std::abs(int{a.rgba[c]} - int{b.rgba[c]}));
        found.largest = std::max(found.largest, pixel);
        if (pixel > 4) ++beyond;
    }
    found.share_beyond = static_cast<double>(beyond) / (static_cast<double>(a.rgba.size()) / 4);
    return found;
}

/// The tolerance that gl_renderer.h states; says what it is in fact.
inline void check_against_raster(Offscreen& offscreen, const Frame& frame,
                                 const std::string& what) {
    Image exact(frame.size);
    raster(frame, exact);
    // Two empty pictures would agree as well.
    Frame empty;
    empty.size = frame.size;
    empty.canvas = frame.canvas;
    Image blank(frame.size);
    raster(empty, blank);
    REQUIRE(difference(exact, blank).largest > 4);
    const Difference found = difference(exact, offscreen.draw(frame));
    std::cout << what << ": largest difference " << found.largest
              << ", beyond 4: " << 100 * found.share_beyond << " % of the pixels\n";
    INFO(what << ": largest difference " << found.largest);
    CHECK(found.share_beyond <= 0.005);
}

}  // namespace epochscope::tests
