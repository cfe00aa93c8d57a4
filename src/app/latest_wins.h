#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <utility>

namespace epochscope::app {

/// A thread that fulfils wishes: one at a time, and of those that came meanwhile only the newest.
/// What is still to be done once a wish is fulfilled (its refinement) is done when no newer one
/// waits, and is stopped when one comes. May be told from any thread; never makes anybody wait.
template <typename Wish>
class LatestWins {
  public:
    /// Called on the thread; tells what is still to be done. It should return soon after `stop` is
    /// asked for, which happens to a wish when it is dropped, to a refinement also by a new wish.
    using Work = std::function<std::optional<Wish>(const Wish& wish, const std::stop_token& stop)>;

    /// Refinements begin after so much rest.
    explicit LatestWins(Work work, std::chrono::milliseconds rest = std::chrono::milliseconds(0))
        : work_(std::move(work)),
          rest_(rest),
          thread_([this](const std::stop_token& end) { run(end); }) {}
    /// Stops what is under way and waits for its end.
    ~LatestWins() {
        thread_.request_stop();
        drop();
    }
    LatestWins(const LatestWins&) = delete;
    LatestWins& operator=(const LatestWins&) = delete;

    void wish(Wish wish) {
        // The one that it replaces goes away after the lock is free.
        std::optional<Wish> next(std::move(wish));
        const std::scoped_lock lock(mutex_);
        next_.swap(next);
        if (is_refining_) under_way_.request_stop();
        told_.notify_one();
    }

    /// Nobody wants any more what was wished for until now.
    void drop() {
        std::optional<Wish> none;
        const std::scoped_lock lock(mutex_);
        next_.swap(none);
        under_way_.request_stop();
        told_.notify_one();
    }

  private:
    void run(const std::stop_token& end) {
        std::unique_lock lock(mutex_);
        while (told_.wait(lock, end, [this] { return next_.has_value(); })) {
            if (end.stop_requested()) return;
            std::optional<Wish> wish = std::exchange(next_, std::nullopt);
            is_refining_ = false;
            while (wish) {
                under_way_ = std::stop_source();
                lock.unlock();
                std::optional<Wish> rest = work_(*wish, under_way_.get_token());
                wish.reset();
                lock.lock();
                const auto disturbed = [this] { return next_ || under_way_.stop_requested(); };
                if (!rest || told_.wait_for(lock, end, rest_, disturbed) || disturbed()) break;
                wish = std::move(rest);
                is_refining_ = true;
            }
        }
    }

    const Work work_;
    const std::chrono::milliseconds rest_;
    std::mutex mutex_;
    std::condition_variable_any told_;
    std::optional<Wish> next_;
    std::stop_source under_way_;
    bool is_refining_ = false;
    // Last, so that it ends before what it uses.
    std::jthread thread_;
};

}  // namespace epochscope::app
