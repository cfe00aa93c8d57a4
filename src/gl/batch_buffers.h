#pragma once

#include "gl/batch.h"
#include "gl/functions.h"
#include "gl/loader.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <optional>

namespace epochscope::gl {

/// Batches in vertex buffers, within a budget those used last. A buffer is mapped while the loader
/// fills it, so that this thread reads and copies nothing.
///
/// Call for a frame: begin_frame, need, want, wait, find.
class BatchBuffers {
  public:
    /// `budget` is in bytes; the batches of one frame are held even above it. `arrived` as in
    /// Loader.
    BatchBuffers(Functions& gl, std::size_t budget, std::function<void()> arrived);
    ~BatchBuffers() { forget(); }
    BatchBuffers(const BatchBuffers&) = delete;
    BatchBuffers& operator=(const BatchBuffers&) = delete;

    /// Takes over the batches loaded since the last frame.
    void begin_frame();
    /// This frame needs it. Throws Error if OpenGL is out of memory.
    void need(const Batch& batch);
    /// Later frames may need it: loaded if there is room and little else is loading, at most one
    /// more a frame.
    void want(const Batch& batch);
    /// Waits until all needed batches are loaded, or for `patience`: then false. Drops loads that
    /// are no longer wanted.
    bool wait(std::optional<std::chrono::milliseconds> patience);

    /// The buffer of a loaded batch; 0 if there is none.
    [[nodiscard]] GLuint find(const Batch& batch) const;

    void forget();

    [[nodiscard]] std::size_t budget() const { return budget_; }
    /// The bytes of all buffers, including those being filled.
    [[nodiscard]] std::size_t held_bytes() const { return held_; }
    /// The bytes loaded since the beginning.
    [[nodiscard]] std::uint64_t loaded_bytes() const { return loaded_; }

  private:
    struct Entry {
        Batch batch;
        GLuint buffer = 0;
        std::uint64_t used_in = 0;
        /// Null once the batch is loaded.
        std::shared_ptr<Load> load;
        bool dropped = false;
    };
    using Entries = std::list<Entry>;

    /// Whether it is loaded or loading; then moves it to the front.
    bool touch(const Batch& batch);
    void start(const Batch& batch);
    /// Evicts the batches used longest ago. Returns an evicted buffer of this size for reuse, or 0.
    GLuint make_room(std::size_t bytes);
    void collect();
    Entries::iterator take_over(Entries::iterator entry);
    Entries::iterator erase(Entries::iterator entry);

    Functions& gl_;
    std::size_t budget_;
    std::size_t held_ = 0;
    std::uint64_t loaded_ = 0;
    std::uint64_t frame_ = 0;
    bool one_more_ = true;
    /// The most recently used first.
    Entries entries_;
    Loader loader_;
};

}  // namespace epochscope::gl
