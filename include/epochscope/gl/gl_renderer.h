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

/// What a renderer has uploaded to OpenGL.
struct Statistics {
    /// Since the beginning: bytes of columns, with an entry for each sample, and of tables, with
    /// one for each class. Marks of picked samples, filters and
    /// codes of colours count as tables.
    std::uint64_t column_bytes = 0;
    std::uint64_t table_bytes = 0;
    /// Bytes of columns in vertex buffers now, including those being filled.
    std::size_t held_bytes = 0;
    /// Since the beginning: how long draws have waited for columns.
    std::chrono::nanoseconds kept_waiting{0};
};

/// Parts of a frame that the processor paints, if they have been painted already.
struct Overlays {
    /// density_image.
    std::shared_ptr<const Image> density = nullptr;
    /// pictures_image.
    std::shared_ptr<const Image> pictures = nullptr;
};

/// Draws frames with OpenGL 3.3 core into the bound framebuffer. All calls, the constructor and the
/// destructor need the same current context. The picture is that of raster, within 4 of 255 a
/// channel for all but 0.5 % of the pixels; a coarse frame has all samples.
///
/// Another thread puts columns (positions, predictions and confidence of an epoch; labels) into
/// vertex buffers, identified by their addresses. Those of the epochs used last stay within a
/// budget; the next ones in the direction of play are prefetched. All columns of an epoch are
/// loaded, so that other colours, hidden classes and opacity load none.
class GlRenderer {
  public:
    /// In bytes; the columns of one frame are held even above it.
    static constexpr std::size_t default_budget = std::size_t{512} << 20U;

    /// A window may block so long; epochs of a few 100,000 samples are loaded by then.
    static constexpr std::chrono::milliseconds default_patience{5};

    /// `arrived` is called on another thread when the columns that a draw_at_once() lacked are
    /// loaded. Throws Error if the context is too old or a shader does not compile.
    explicit GlRenderer(std::size_t budget = default_budget, std::function<void()> arrived = {});
    ~GlRenderer();
    GlRenderer(const GlRenderer&) = delete;
    GlRenderer& operator=(const GlRenderer&) = delete;

    /// Frames are of this series from now on; its memory is kept alive. Frames of other series are
    /// drawn too, but not prefetched, and changes of their columns in place are not noticed.
    void show(const EpochSeries& series);
    void forget();

    /// Draws a frame without its texts; waits for columns that are not loaded. Throws Error if the
    /// context is lost or out of memory.
    void draw(const Frame& frame, const Overlays& overlays = {});
    /// The same, but waits at most `patience`: if columns are missing then, it draws the points of
    /// the nearest loaded epoch, if any, and returns false.
    bool draw_at_once(const Frame& frame, const Overlays& overlays = {},
                      std::chrono::milliseconds patience = default_patience);

    [[nodiscard]] Statistics statistics() const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// The OpenGL of this machine, found by creating one offscreen context.
struct Probe {
    bool usable = false;
    /// False for llvmpipe, softpipe, swrast and the like.
    bool hardware = false;
    /// GL_RENDERER, or why OpenGL is not usable.
    std::string description;
};

/// Works on every platform plugin, including `offscreen`, which has no OpenGL. Needs a
/// QGuiApplication.
const Probe& probe();

}  // namespace epochscope::gl
