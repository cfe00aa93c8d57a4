#include "app/latest_wins.h"

#include "support/catch.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <vector>

using epochscope::app::LatestWins;

namespace {

/// What was done, as other threads tell it.
class Diary {
  public:
    void note(const std::string& what) {
        const std::scoped_lock lock(mutex_);
        notes_.push_back(what);
        told_.notify_all();
    }
    /// Waits until it was noted, for as long as a slow machine may take.
    [[nodiscard]] bool has(const std::string& what) {
        std::unique_lock lock(mutex_);
        return told_.wait_for(lock, std::chrono::seconds(20), [&] {
            return std::find(notes_.begin(), notes_.end(), what) != notes_.end();
        });
    }
    [[nodiscard]] std::vector<std::string> notes() {
        const std::scoped_lock lock(mutex_);
        return notes_;
    }

  private:
    std::mutex mutex_;
    std::condition_variable told_;
    std::vector<std::string> notes_;
};

/// Something to be drawn, and whether it is to be drawn exactly.
struct Wish {
    int number = 0;
    bool exact = false;
};

/// Draws in no time, or takes until a gate opens or it is asked to stop.
struct Drawing {
    std::optional<Wish> operator()(const Wish& wish, const std::stop_token& stop) const {
        const std::string name = std::to_string(wish.number) + (wish.exact ? " exact" : "");
        diary.note("begin " + name);
        while (!(wish.exact ? gate_exact : gate) && !stop.stop_requested())
            std::this_thread::yield();
        diary.note((stop.stop_requested() ? "stop " : "end ") + name);
        if (wish.exact || stop.stop_requested()) return std::nullopt;
        return Wish{wish.number, true};
    }

    Diary& diary;
    const std::atomic<bool>& gate;
    const std::atomic<bool>& gate_exact;
};

struct Worker {
    Diary diary;
    std::atomic<bool> gate{false};
    std::atomic<bool> gate_exact{false};
    LatestWins<Wish> worker{Drawing{diary, gate, gate_exact}};
};

using Notes = std::vector<std::string>;

}  // namespace

TEST_CASE("Of the wishes that come meanwhile the newest is fulfilled, and refined at rest") {
    Worker at;
    at.gate_exact = true;
    at.worker.wish({1});
    REQUIRE(at.diary.has("begin 1"));
    for (int number = 2; number <= 50; ++number) at.worker.wish({number});
    at.gate = true;
    REQUIRE(at.diary.has("end 50 exact"));
    CHECK(at.diary.notes() ==
          Notes{"begin 1", "end 1", "begin 50", "end 50", "begin 50 exact", "end 50 exact"});
}

TEST_CASE("A refinement ends when a new wish comes, a wish does not") {
    Worker at;
    at.gate = true;
    at.worker.wish({1});
    REQUIRE(at.diary.has("begin 1 exact"));
    at.gate = false;
    at.worker.wish({2});
    REQUIRE(at.diary.has("begin 2"));
    at.worker.wish({3});
    at.gate = at.gate_exact = true;
    REQUIRE(at.diary.has("end 3 exact"));
    CHECK(at.diary.notes() == Notes{"begin 1", "end 1", "begin 1 exact", "stop 1 exact", "begin 2",
                                    "end 2", "begin 3", "end 3", "begin 3 exact", "end 3 exact"});
}

TEST_CASE("What is dropped ends, and what waits is forgotten") {
    Worker at;
    at.worker.wish({1});
    REQUIRE(at.diary.has("begin 1"));
    at.worker.wish({2});
    at.worker.drop();
    REQUIRE(at.diary.has("stop 1"));
    at.gate = at.gate_exact = true;
    at.worker.wish({3});
    REQUIRE(at.diary.has("end 3 exact"));
    CHECK(at.diary.notes() ==
          Notes{"begin 1", "stop 1", "begin 3", "end 3", "begin 3 exact", "end 3 exact"});
}

TEST_CASE("A refinement waits for rest, and a wish does not wait for it") {
    Diary diary;
    const std::atomic<bool> open{true};
    LatestWins<Wish> worker(Drawing{diary, open, open}, std::chrono::hours(1));
    worker.wish({1});
    REQUIRE(diary.has("end 1"));
    worker.wish({2});
    REQUIRE(diary.has("end 2"));
    worker.drop();
    CHECK(diary.notes() == Notes{"begin 1", "end 1", "begin 2", "end 2"});
}

TEST_CASE("Whoever goes away stops what is under way, at whatever moment") {
    for (int round = 0; round < 200; ++round) {
        Diary diary;
        const std::atomic<bool> shut{false};
        {
            LatestWins<Wish> worker(Drawing{diary, shut, shut});
            for (int number = 0; number < round % 4; ++number) worker.wish({number});
            if (round % 8 == 1) REQUIRE(diary.has("begin 0"));
        }
        const Notes notes = diary.notes();
        CHECK((notes.empty() || notes.back().starts_with("stop")));
    }
}
