#include "app/tasks/task.h"

#include "support/catch.h"

#include <QCoreApplication>
#include <QTest>
#include <QThread>

#include <atomic>
#include <new>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

using namespace epochscope;
using namespace epochscope::app;

namespace {

/// A task that notes what it was told.
struct Noted {
    std::vector<std::string> notes;
    std::vector<double> fractions;
    Task<int> task{[this](const Outcome<int>& outcome) {
                       REQUIRE(QThread::currentThread() == QCoreApplication::instance()->thread());
                       CHECK_FALSE(task.is_running());
                       notes.push_back(outcome.result           ? std::to_string(*outcome.result)
                                       : outcome.is_cancelled() ? "cancelled"
                                                                : outcome.problem.toStdString());
                   },
                   [this](double fraction) { fractions.push_back(fraction); }};

    void wait() {
        REQUIRE(QTest::qWaitFor([this] { return !task.is_running(); }, 20'000));
    }
};

/// Works until it is stopped.
int endless(const Job& job) {
    while (true) {
        job.reached(0);
        std::this_thread::yield();
    }
}

}  // namespace

TEST_CASE("a task tells its progress in thousandths and then its result", "[shell]") {
    Noted at;
    at.task.start([](const Job& job) {
        for (int i = 0; i <= 10'000; ++i) job.reached(i / 10'000.);
        return 7;
    });
    CHECK(at.task.is_running());
    at.wait();
    CHECK(at.notes == std::vector<std::string>{"7"});
    CHECK(at.fractions.size() == 1001);
    CHECK(at.fractions.back() == 1);
}

TEST_CASE("what a task throws is its problem", "[shell]") {
    Noted at;
    at.task.start([](const Job&) -> int { throw std::runtime_error("it broke"); });
    at.wait();
    at.task.start([](const Job&) -> int { throw std::bad_alloc(); });
    at.wait();
    REQUIRE(at.notes.size() == 2);
    CHECK(at.notes[0] == "it broke");
    CHECK(at.notes[1] == "There is not enough memory for this.");
}

TEST_CASE("a cancelled task ends as cancelled, a dropped one without a word", "[shell]") {
    Noted at;
    at.task.start(endless);
    at.task.cancel();
    at.wait();
    CHECK(at.notes == std::vector<std::string>{"cancelled"});
    at.task.start(endless);
    at.task.drop();
    CHECK_FALSE(at.task.is_running());
    QTest::qWait(20);
    CHECK(at.notes.size() == 1);
}

TEST_CASE("a new start replaces the one that runs, and the destructor stops it", "[shell]") {
    Noted at;
    at.task.start(endless);
    at.task.start([](const Job&) { return 2; });
    at.wait();
    CHECK(at.notes == std::vector<std::string>{"2"});
    std::atomic<bool> began = false;
    std::atomic<bool> stopped = false;
    {
        Noted other;
        other.task.start([&](const Job& job) {
            began = true;
            while (!job.stop.stop_requested()) std::this_thread::yield();
            stopped = true;
            return 0;
        });
        while (!began) std::this_thread::yield();
    }
    CHECK(stopped);
}
