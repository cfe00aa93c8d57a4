#pragma once

#include <epochscope/model/epoch_series.h>
#include <epochscope/render/frame.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace epochscope::gl {

/// What a renderer has handed to OpenGL.
struct Statistics {
    /// Since the beginning: bytes of columns, which have an entry for each sample, and of tables,
    /// which have one for each class; the marks of picked samples count among the latter.
    std::uint64_t column_bytes = 0;
    std::uint64_t table_bytes = 0;
    /// Bytes of columns in vertex buffers now, those being filled included.
    std::size_t held_bytes = 0;
    /// Since the beginning: how long draws were kept by columns, before anything could be drawn.
    std::chrono::nanoseconds kept_waiting{0};
};

/// Draws frames with OpenGL 3.3 core into the framebuffer that is bound. All calls, the constructor
/// and the destructor need the same context to be current. Draws what raster draws, within 4 of 255
/// a channel for all but 0.5 % of the pixels (of a coarse frame, all samples).
///
/// Columns (positions, predictions and confidence of an epoch; labels) are put into vertex buffers
/// by another thread and told apart by where they lie in memory. Those of the epochs used last are
/// kept within a budget, the next ones in the direction of play being loaded before they are drawn.
/// What is looked at, all columns of an epoch are loaded: other colours, hidden classes and opacity
/// take none anew.
class GlRenderer {
  public:
    /// In bytes; what one frame needs is kept even above it.
    static constexpr std::size_t default_budget = std::size_t{512} << 20U;

    /// So long a window may stand still; epochs of a few 100,000 samples are there by then.
    static constexpr std::chrono::milliseconds default_patience{5};

    /// `arrived` is called from another thread when what a draw_at_once() was not granted is there.
    /// Throws Error where the context is too old or a shader does not compile.
    explicit GlRenderer(std::size_t budget = default_budget, std::function<void()> arrived = {});
    ~GlRenderer();
    GlRenderer(const GlRenderer&) = delete;
    GlRenderer& operator=(const GlRenderer&) = delete;

    /// Frames are of this series from now on (its memory is kept alive), and those before are
    /// forgotten. Frames of none are drawn as well, but nothing is loaded ahead for them, and what
    /// changes behind the addresses of their columns goes unnoticed.
    void show(const EpochSeries& series);
    void forget();

    /// Draws all of a frame but its texts, by the formulas of raster.h; waits for columns that are
    /// not loaded yet. `density` is the frame's density_image, where it has been made before.
    /// Throws Error where the context was lost or its memory ran out.
    void draw(const Frame& frame, const std::shared_ptr<const Image>& density = nullptr);
    /// Likewise, but waits no longer than `patience`: where columns are missing then, the points
    /// are those of the nearest epoch that is there (none, if none is), and the answer is false.
    bool draw_at_once(const Frame& frame, const std::shared_ptr<const Image>& density = nullptr,
                      std::chrono::milliseconds patience = default_patience);

    [[nodiscard]] Statistics statistics() const;

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
