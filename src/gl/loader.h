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

    /// Whether the loader no longer touches batch and buffer.
    [[nodiscard]] bool is_over() const { return state >= State::loaded; }

    const Batch batch;
    const std::span<std::byte> buffer;
    std::atomic<State> state{State::waiting};
    std::atomic<bool> stop{false};
    /// Set by the loader.
    bool needed = false;
};

/// Copies batches into buffers on a thread of its own, since they may lie in a mapped file on a
/// slow disk. Used from one thread.
class Loader {
  public:
    /// `arrived` is called on the loader's thread, once after each wait() that timed out, when all
    /// needed batches are loaded.
    explicit Loader(std::function<void()> arrived);
    /// Drops all loads and waits until all are over.
    ~Loader();
    Loader(const Loader&) = delete;
    Loader& operator=(const Loader&) = delete;

    void add(std::shared_ptr<Load> load);
    /// Loads it before those that are not needed.
    void need(Load& load);
    /// Stops it soon; see is_over().
    void drop(Load& load);
    /// Drops all and waits until all are over.
    void drop_all();

    /// Waits until all needed batches are loaded, or for `patience`: then false. Without `patience`
    /// it waits as long as it takes.
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
    // Last: it uses the others.
    std::thread thread_;
};

}  // namespace epochscope::gl
