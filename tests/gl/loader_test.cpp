#include "gl/loader.h"

#include "support/catch.h"

#include <chrono>
#include <condition_variable>
#include <vector>

using namespace epochscope;
using namespace std::chrono_literals;
using State = gl::Load::State;

namespace {

/// Counts calls from another thread.
class Calls {
  public:
    void count() {
        const std::lock_guard lock(mutex_);
        ++calls_;
        more_.notify_all();
    }
    /// False where there are fewer after half a minute.
    bool reach(int calls) {
        std::unique_lock lock(mutex_);
        return more_.wait_for(lock, 30s, [&] { return calls_ >= calls; });
    }
    int now() {
        const std::lock_guard lock(mutex_);
        return calls_;
    }

  private:
    std::mutex mutex_;
    std::condition_variable more_;
    int calls_ = 0;
};

/// Large enough to take a while.
struct Bulk {
    std::vector<Point> positions = std::vector<Point>(std::size_t{1} << 20U, Point{1, 2});
    std::vector<std::byte> buffer = std::vector<std::byte>(positions.size() * sizeof(Point));

    [[nodiscard]] std::shared_ptr<gl::Load> load() {
        return std::make_shared<gl::Load>(gl::Batch{positions, {}, {}, 1}, buffer);
    }
};

}  // namespace

TEST_CASE("The loader copies what is needed before the wait ends") {
    Bulk bulk;
    gl::Loader loader({});
    CHECK(loader.wait(0ms));
    const auto load = bulk.load();
    loader.add(load);
    loader.need(*load);
    // There is nobody to tell where it was in vain.
    static_cast<void>(loader.wait(0ms));
    CHECK(loader.wait(std::nullopt));
    CHECK(load->state == State::loaded);
    CHECK(bulk.buffer[4] == std::as_bytes(std::span(bulk.positions))[4]);
    CHECK(bulk.buffer.back() == std::as_bytes(std::span(bulk.positions)).back());
}

TEST_CASE("The loader tells once when what was waited for in vain is there") {
    Bulk bulk;
    Calls calls;
    gl::Loader loader([&calls] { calls.count(); });
    // Now and then the loader may be quicker than the wait.
    bool in_vain = false;
    for (int i = 0; i < 1000 && !in_vain; ++i) {
        const auto first = bulk.load();
        loader.add(first);
        loader.need(*first);
        in_vain = !loader.wait(0ms);
        REQUIRE((in_vain || first->state == State::loaded));
    }
    REQUIRE(in_vain);
    REQUIRE(calls.reach(1));
    const auto second = bulk.load();
    loader.add(second);
    loader.need(*second);
    CHECK(loader.wait(std::nullopt));
    CHECK(calls.now() == 1);
}

TEST_CASE("The loader drops what is not wanted, and all of it at its end") {
    Bulk bulk;
    std::vector<Bulk> others(3);
    std::vector<std::shared_ptr<gl::Load>> loads;
    {
        gl::Loader loader({});
        for (Bulk& other : others) loader.add(loads.emplace_back(other.load()));
        loader.drop(*loads[2]);
        const auto needed = bulk.load();
        loader.add(needed);
        loader.need(*needed);
        CHECK(loader.wait(std::nullopt));
        CHECK(needed->state == State::loaded);
        // Dropped while it waited, or stopped, or it was too late.
        loader.drop_all();
        CHECK(loads[2]->is_over());
    }
    for (const auto& load : loads) CHECK(load->is_over());
}

TEST_CASE("What was needed and dropped is not waited for") {
    Bulk bulk;
    gl::Loader loader({});
    const auto load = bulk.load();
    loader.add(load);
    loader.need(*load);
    loader.drop(*load);
    CHECK(loader.wait(std::nullopt));
    // A load that runs looks at its stop soon.
    loader.drop_all();
    CHECK(load->is_over());
}
