#include "app/tasks/coalescing_worker.h"

#include "support/catch.h"

#include <epochscope/model/error.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <vector>

using epochscope::app::CoalescingWorker;

namespace {

/// What other threads have done.
class Log {
  public:
    void note(const std::string& what) {
        const std::scoped_lock lock(mutex_);
        notes_.push_back(what);
        noted_.notify_all();
    }
    /// Waits until it is noted, as long as a slow machine may take.
    [[nodiscard]] bool has(const std::string& what) {
        std::unique_lock lock(mutex_);
        return noted_.wait_for(lock, std::chrono::seconds(20), [&] {
            return std::find(notes_.begin(), notes_.end(), what) != notes_.end();
        });
    }
    [[nodiscard]] std::vector<std::string> notes() {
        const std::scoped_lock lock(mutex_);
        return notes_;
    }

  private:
    std::mutex mutex_;
    std::condition_variable noted_;
    std::vector<std::string> notes_;
};

/// Something to draw, coarsely or exactly.
struct Request {
    int number = 0;
    bool exact = false;
};

/// Draws until a gate opens or it is asked to stop.
struct Drawing {
    std::optional<Request> operator()(const Request& request, const std::stop_token& stop) const {
        const std::string name = std::to_string(request.number) + (request.exact ? " exact" : "");
        log.note("begin " + name);
        while (!(request.exact ? gate_exact : gate) && !stop.stop_requested())
            std::this_thread::yield();
        log.note((stop.stop_requested() ? "stop " : "end ") + name);
        if (request.exact || stop.stop_requested()) return std::nullopt;
        return Request{request.number, true};
    }

    Log& log;
    const std::atomic<bool>& gate;
    const std::atomic<bool>& gate_exact;
};

struct Worker {
    Log log;
    std::atomic<bool> gate{false};
    std::atomic<bool> gate_exact{false};
    CoalescingWorker<Request> worker{Drawing{log, gate, gate_exact}};
};

using Notes = std::vector<std::string>;

}  // namespace

TEST_CASE("Of the requests that come meanwhile only the newest is handled, and refined at rest") {
    Worker at;
    at.gate_exact = true;
    at.worker.request({1});
    REQUIRE(at.log.has("begin 1"));
    for (int number = 2; number <= 50; ++number) at.worker.request({number});
    at.gate = true;
    REQUIRE(at.log.has("end 50 exact"));
    CHECK(at.log.notes() ==
          Notes{"begin 1", "end 1", "begin 50", "end 50", "begin 50 exact", "end 50 exact"});
}

TEST_CASE("A new request stops a refinement, but no request") {
    Worker at;
    at.gate = true;
    at.worker.request({1});
    REQUIRE(at.log.has("begin 1 exact"));
    at.gate = false;
    at.worker.request({2});
    REQUIRE(at.log.has("begin 2"));
    at.worker.request({3});
    at.gate = at.gate_exact = true;
    REQUIRE(at.log.has("end 3 exact"));
    CHECK(at.log.notes() == Notes{"begin 1", "end 1", "begin 1 exact", "stop 1 exact", "begin 2",
                                  "end 2", "begin 3", "end 3", "begin 3 exact", "end 3 exact"});
}

TEST_CASE("cancel() stops the current request and forgets the one that waits") {
    Worker at;
    at.worker.request({1});
    REQUIRE(at.log.has("begin 1"));
    at.worker.request({2});
    at.worker.cancel();
    REQUIRE(at.log.has("stop 1"));
    at.gate = at.gate_exact = true;
    at.worker.request({3});
    REQUIRE(at.log.has("end 3 exact"));
    CHECK(at.log.notes() ==
          Notes{"begin 1", "stop 1", "begin 3", "end 3", "begin 3 exact", "end 3 exact"});
}

TEST_CASE("A refinement waits for rest, a request does not") {
    Log log;
    const std::atomic<bool> open{true};
    CoalescingWorker<Request> worker(Drawing{log, open, open}, std::chrono::hours(1));
    worker.request({1});
    REQUIRE(log.has("end 1"));
    worker.request({2});
    REQUIRE(log.has("end 2"));
    worker.cancel();
    CHECK(log.notes() == Notes{"begin 1", "end 1", "begin 2", "end 2"});
}

TEST_CASE("A worker goes on after a request that throws Cancelled") {
    Log log;
    CoalescingWorker<Request> worker([&](const Request& request, const std::stop_token&) {
        log.note("begin " + std::to_string(request.number));
        if (request.number == 1) throw epochscope::Cancelled();
        return std::nullopt;
    });
    worker.request({1});
    REQUIRE(log.has("begin 1"));
    worker.request({2});
    CHECK(log.has("begin 2"));
}

TEST_CASE("The destructor stops the current request at any moment") {
    for (int round = 0; round < 200; ++round) {
        Log log;
        const std::atomic<bool> shut{false};
        {
            CoalescingWorker<Request> worker(Drawing{log, shut, shut});
            for (int number = 0; number < round % 4; ++number) worker.request({number});
            if (round % 8 == 1) REQUIRE(log.has("begin 0"));
        }
        const Notes notes = log.notes();
        CHECK((notes.empty() || notes.back().starts_with("stop")));
    }
}
