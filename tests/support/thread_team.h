#pragma once

#include <epochscope/compute/team.h>

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace epochscope::tests {

/// Where the threads of a team meet.
class MeetingPlace {
  public:
    explicit MeetingPlace(std::size_t size) : handed_(size) {}

    [[nodiscard]] std::size_t size() const { return handed_.size(); }
    /// What all hand over, once all have.
    std::vector<Parcel> meet(std::size_t rank, Parcel own) {
        std::unique_lock lock(mutex_);
        handed_[rank] = std::move(own);
        arrive(lock);
        std::vector<Parcel> all = handed_;
        // Nobody hands over anything else before all have read.
        arrive(lock);
        return all;
    }

  private:
    void arrive(std::unique_lock<std::mutex>& lock) {
        const std::size_t round = round_;
        if (++arrived_ == handed_.size()) {
            arrived_ = 0;
            ++round_;
            all_here_.notify_all();
        }
        all_here_.wait(lock, [&] { return round_ != round; });
    }

    std::mutex mutex_;
    std::condition_variable all_here_;
    std::vector<Parcel> handed_;
    std::size_t arrived_ = 0;
    std::size_t round_ = 0;
};

/// A rank that is a thread of this process.
class ThreadRank : public Ranks {
  public:
    ThreadRank(std::size_t rank, MeetingPlace& place) : rank_(rank), place_(place) {}

    [[nodiscard]] std::size_t rank() const override { return rank_; }
    [[nodiscard]] std::size_t size() const override { return place_.size(); }
    std::vector<Parcel> gather(Parcel own) override {
        std::vector<Parcel> all = exchange(std::move(own));
        return rank_ == 0 ? std::move(all) : std::vector<Parcel>();
    }
    std::vector<Parcel> exchange(Parcel own) override {
        sent_ += own.bytes().size();
        return place_.meet(rank_, std::move(own));
    }
    [[nodiscard]] std::uint64_t sent() const override { return sent_; }

  private:
    std::size_t rank_;
    MeetingPlace& place_;
    std::uint64_t sent_ = 0;
};

/// What `work(Team)` returns at each rank of a team of so many threads. It must not throw, nor
/// check anything, which is for one thread at a time.
template <typename Work>
auto at_each_rank(std::size_t size, const Work& work) {
    MeetingPlace place(size);
    std::vector<decltype(work(Team()))> results(size);
    std::vector<std::thread> threads;
    for (std::size_t r = 0; r < size; ++r)
        threads.emplace_back(
            [&, r] { results[r] = work(Team(std::make_shared<ThreadRank>(r, place))); });
    for (std::thread& thread : threads) thread.join();
    return results;
}

}  // namespace epochscope::tests
