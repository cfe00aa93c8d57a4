#pragma once

#include <epochscope/model/error.h>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <utility>

namespace epochscope::app {

/// A thread that handles one request at a time. Of the requests that come meanwhile it handles only
/// the newest. A request may be refined while no newer one waits; a newer one stops the refinement.
/// All members may be called from any thread and never block.
template <typename Request>
class CoalescingWorker {
  public:
    /// Runs on the thread and returns the request that refines this one, if any. It should return,
    /// or throw Cancelled, soon after `stop` is requested: cancel() stops every request, a newer
    /// request stops only a refinement.
    using Work =
        std::function<std::optional<Request>(const Request& request, const std::stop_token& stop)>;

    /// A refinement starts after `rest` without a newer request.
    explicit CoalescingWorker(Work work,
                              std::chrono::milliseconds rest = std::chrono::milliseconds(0))
        : work_(std::move(work)),
          rest_(rest),
          thread_([this](const std::stop_token& end) { run(end); }) {}
    /// Cancels and waits until the work has stopped.
    ~CoalescingWorker() {
        thread_.request_stop();
        cancel();
    }
    CoalescingWorker(const CoalescingWorker&) = delete;
    CoalescingWorker& operator=(const CoalescingWorker&) = delete;

    void request(Request request) {
        // The request that it replaces is destroyed after the lock is released.
        std::optional<Request> next(std::move(request));
        const std::scoped_lock lock(mutex_);
        next_.swap(next);
        if (is_refining_) current_.request_stop();
        changed_.notify_one();
    }

    /// Stops the current request and forgets the one that waits.
    void cancel() {
        std::optional<Request> none;
        const std::scoped_lock lock(mutex_);
        next_.swap(none);
        current_.request_stop();
        changed_.notify_one();
    }

  private:
    void run(const std::stop_token& end) {
        std::unique_lock lock(mutex_);
        while (changed_.wait(lock, end, [this] { return next_.has_value(); })) {
            if (end.stop_requested()) return;
            std::optional<Request> request = std::exchange(next_, std::nullopt);
            is_refining_ = false;
            while (request) {
                current_ = std::stop_source();
                lock.unlock();
                std::optional<Request> refinement;
                try {
                    refinement = work_(*request, current_.get_token());
                } catch (const Cancelled&) {  // A newer request takes its place, or none.
                }
                request.reset();
                lock.lock();
                const auto disturbed = [this] { return next_ || current_.stop_requested(); };
                if (!refinement || changed_.wait_for(lock, end, rest_, disturbed) || disturbed())
                    break;
                request = std::move(refinement);
                is_refining_ = true;
            }
        }
    }

    const Work work_;
    const std::chrono::milliseconds rest_;
    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::optional<Request> next_;
    std::stop_source current_;
    bool is_refining_ = false;
    // Last: it ends before what it uses.
    std::jthread thread_;
};

}  // namespace epochscope::app
