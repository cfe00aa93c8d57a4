#pragma once

#include "gl/batch.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <thread>

namespace epochscope::gl {

/// A batch on its way into a mapped buffer.
struct Load {
    enum class State { waiting, running, loaded, dropped };

    Load(const Batch& what, std::span<std::byte> where) : batch(what), buffer(where) {}

    /// Whether nobody reads the batch or writes to the buffer any more.
    [[nodiscard]] bool is_over() const { return state >= State::loaded; }

    const Batch batch;
    const std::span<std::byte> buffer;
    std::atomic<State> state{State::waiting};
    std::atomic<bool> stop{false};
    /// Kept by the loader.
    bool needed = false;
};

/// Copies batches from where they lie (a mapped file, as slow as its disk) into buffers, one after
/// another on a thread of its own. Used from one thread.
class Loader {
  public:
    /// `arrived` is called from the loader's thread, once after each wait() that was in vain, when
    /// what it waited for is there.
    explicit Loader(std::function<void()> arrived);
    /// Drops all loads, and waits until nobody touches their buffers any more.
    ~Loader();
    Loader(const Loader&) = delete;
    Loader& operator=(const Loader&) = delete;

    void add(std::shared_ptr<Load> load);
    /// Goes before those that are not needed.
    void need(Load& load);
    /// Stops it soon; it is over when its state says so.
    void drop(Load& load);
    /// Drops all and waits until all are over.
    void drop_all();

    /// Until all that is needed is there, or `patience` is at an end: then false. Without one, as
    /// long as it takes.
    bool wait(std::optional<std::chrono::milliseconds> patience);

  private:
    void run();
    [[nodiscard]] bool is_waited_for() const;

    std::function<void()> arrived_;
    std::mutex mutex_;
    std::condition_variable to_do_;
    std::condition_variable done_;
    // All that follows under the mutex.
    std::deque<std::shared_ptr<Load>> queue_;
    std::shared_ptr<Load> running_;
    bool tell_ = false;
    bool end_ = false;
    /// The last, since it uses the others.
    std::thread thread_;
};

}  // namespace epochscope::gl
