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

/// Batches in vertex buffers, those used last within a budget. A buffer is mapped while the loader
/// fills it, so that nothing is read or copied on this thread.
///
/// A frame begins; says what it needs, then what the next ones will; waits; and finds.
class BatchBuffers {
  public:
    /// `budget` is in bytes; what one frame needs is kept even above it. `arrived` as in Loader.
    BatchBuffers(Functions& gl, std::size_t budget, std::function<void()> arrived);
    ~BatchBuffers() { forget(); }
    BatchBuffers(const BatchBuffers&) = delete;
    BatchBuffers& operator=(const BatchBuffers&) = delete;

    /// Takes over what has been loaded since the last frame.
    void begin_frame();
    /// This frame is drawn from it. Throws Error where the memory of OpenGL ran out.
    void need(const Batch& batch);
    /// Later frames may be: loaded where there is room and not much else is on its way, at most one
    /// more a frame.
    void want(const Batch& batch);
    /// Until all that this frame needs is there, or `patience` is at an end: then false. What is on
    /// its way and no longer wanted is dropped first.
    bool wait(std::optional<std::chrono::milliseconds> patience);

    /// The buffer that holds it whole; 0 where there is none.
    [[nodiscard]] GLuint find(const Batch& batch) const;

    void forget();

    [[nodiscard]] std::size_t budget() const { return budget_; }
    /// The bytes of all buffers, also those that are being filled.
    [[nodiscard]] std::size_t held_bytes() const { return held_; }
    /// The bytes of all that was ever loaded.
    [[nodiscard]] std::uint64_t loaded_bytes() const { return loaded_; }

  private:
    struct Entry {
        Batch batch;
        GLuint buffer = 0;
        std::uint64_t used_in = 0;
        /// Null once the batch is in the buffer, whole.
        std::shared_ptr<Load> load;
        bool dropped = false;
    };
    using Entries = std::list<Entry>;

    /// Whether it is there or on its way; then it is the first entry from now on.
    bool touch(const Batch& batch);
    void start(const Batch& batch);
    /// Lets go of what was used longest ago. A buffer of just this size is handed on; 0 for none.
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
    /// The one used last first.
    Entries entries_;
    Loader loader_;
};

}  // namespace epochscope::gl
