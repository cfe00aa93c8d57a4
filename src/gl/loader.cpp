#include "gl/loader.h"

#include <algorithm>
#include <utility>

namespace epochscope::gl {

Loader::Loader(std::function<void()> arrived)
    : arrived_(std::move(arrived)), thread_([this] { run(); }) {}

Loader::~Loader() {
    drop_all();
    {
        const std::lock_guard lock(mutex_);
        end_ = true;
    }
    to_do_.notify_one();
    thread_.join();
}

void Loader::add(std::shared_ptr<Load> load) {
    {
        const std::lock_guard lock(mutex_);
        queue_.push_back(std::move(load));
    }
    to_do_.notify_one();
}

void Loader::need(Load& load) {
    const std::lock_guard lock(mutex_);
    load.needed = true;
}

void Loader::drop(Load& load) {
    const std::lock_guard lock(mutex_);
    load.needed = false;
    load.stop = true;
    const auto queued = std::find_if(queue_.begin(), queue_.end(),
                                     [&load](const auto& other) { return other.get() == &load; });
    if (queued == queue_.end()) return;
    load.state = Load::State::dropped;
    queue_.erase(queued);
}

void Loader::drop_all() {
    std::unique_lock lock(mutex_);
    tell_ = false;
    for (const auto& load : queue_) load->state = Load::State::dropped;
    queue_.clear();
    if (running_) running_->stop = true;
    done_.wait(lock, [this] { return !running_; });
}

bool Loader::is_waited_for() const {
    return (running_ && running_->needed) ||
           std::any_of(queue_.begin(), queue_.end(), [](const auto& load) { return load->needed; });
}

bool Loader::wait(std::optional<std::chrono::milliseconds> patience) {
    const auto all_there = [this] { return !is_waited_for(); };
    std::unique_lock lock(mutex_);
    tell_ = false;
    if (!patience) {
        done_.wait(lock, all_there);
        return true;
    }
    // Without patience the lock is not given up either.
    const bool in_time =
        patience->count() > 0 ? done_.wait_for(lock, *patience, all_there) : all_there();
    tell_ = !in_time;
    return in_time;
}

void Loader::run() {
    std::unique_lock lock(mutex_);
    while (true) {
        to_do_.wait(lock, [this] { return end_ || !queue_.empty(); });
        if (end_) return;
        const auto needed = std::find_if(queue_.begin(), queue_.end(),
                                         [](const auto& load) { return load->needed; });
        const auto next = needed == queue_.end() ? queue_.begin() : needed;
        running_ = std::move(*next);
        queue_.erase(next);
        running_->state = Load::State::running;
        lock.unlock();
        const bool whole = copy(running_->batch, running_->buffer, running_->stop);
        lock.lock();
        running_->state = whole ? Load::State::loaded : Load::State::dropped;
        running_.reset();
        done_.notify_all();
        if (!tell_ || is_waited_for()) continue;
        tell_ = false;
        if (!arrived_) continue;
        lock.unlock();
        arrived_();
        lock.lock();
    }
}

}  // namespace epochscope::gl
