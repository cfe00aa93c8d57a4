#include "app/session/background_cache.h"

#include "support/catch.h"

#include <epochscope/model/error.h>

#include <QSignalSpy>
#include <QTest>

#include <mutex>
#include <semaphore>
#include <set>
#include <vector>

using namespace epochscope;
using namespace epochscope::app;

namespace {

/// Pictures of 10 x 10 (400 bytes), all of whose first bytes are the epoch. Each load waits for a
/// permit.
class Pictures : public BackgroundSource {
  public:
    explicit Pictures(int permits = 100000) : permits_(permits) {}

    bool has(std::size_t epoch) const override { return !missing.contains(epoch); }
    Image load(std::size_t epoch) const override {
        {
            const std::scoped_lock lock(mutex_);
            begun_.push_back(epoch);
        }
        permits_.acquire();
        if (broken.contains(epoch)) throw Error("background/x.png", "is broken");
        Image image(Size{10, 10});
        image.rgba[0] = static_cast<std::uint8_t>(epoch);
        return image;
    }
    void permit(int loads) { permits_.release(loads); }
    std::vector<std::size_t> begun() const {
        const std::scoped_lock lock(mutex_);
        return begun_;
    }

    std::set<std::size_t> missing;
    std::set<std::size_t> broken;

  private:
    mutable std::counting_semaphore<> permits_;
    mutable std::mutex mutex_;
    mutable std::vector<std::size_t> begun_;
};

bool wait_for(const std::function<bool()>& what) { return QTest::qWaitFor(what, 20000); }

bool has_both(BackgroundCache& cache, double playhead) {
    const BackgroundPair pair = cache.around(playhead);
    return pair.from && pair.to;
}

}  // namespace

TEST_CASE("the pictures around the playhead come by and by", "[shell]") {
    BackgroundCache cache;
    cache.set_source(std::make_shared<Pictures>(), 20);
    const QSignalSpy decoded(&cache, &BackgroundCache::decoded);
    CHECK_FALSE(cache.around(3.5).from);
    REQUIRE(wait_for([&] { return has_both(cache, 3.5); }));
    CHECK(wait_for([&] { return decoded.count() == 2; }));
    const BackgroundPair pair = cache.around(3.5);
    CHECK(pair.from->rgba[0] == 3);
    CHECK(pair.to->rgba[0] == 4);
}

TEST_CASE("pictures of moments between epochs come with the share of the later one", "[shell]") {
    BackgroundCache cache;
    // Three epochs, four pictures from each to the next.
    cache.set_source(std::make_shared<Pictures>(), 3, 4);
    REQUIRE(wait_for([&] { return has_both(cache, 1.3125); }));
    const BackgroundPair pair = cache.around(1.3125);
    CHECK(pair.from->rgba[0] == 5);
    CHECK(pair.to->rgba[0] == 6);
    CHECK(pair.t == 0.25F);
    REQUIRE(wait_for([&] { return has_both(cache, 2); }));
    CHECK(cache.around(2).from->rgba[0] == 8);
}

TEST_CASE("what is ahead is decoded before it is asked for, either way", "[shell]") {
    const auto pictures = std::make_shared<Pictures>();
    BackgroundCache cache;
    cache.set_source(pictures, 20);
    REQUIRE(wait_for([&] { return has_both(cache, 9); }));
    cache.around(10);
    REQUIRE(wait_for([&] { return cache.bytes() == 10 * 400; }));  // 9, 10 and 11..18
    cache.around(9);
    REQUIRE(wait_for([&] { return cache.bytes() == 18 * 400; }));  // 1..8 as well
}

TEST_CASE("no picture is handed out before it is told which way up it is", "[shell]") {
    class Slow : public Pictures {
      public:
        Orientation orientation() const override {
            may_tell.acquire();
            return {.origin = Origin::upper, .agreement = {}, .problem = "background: is doubtful"};
        }
        mutable std::counting_semaphore<> may_tell{0};
    };
    const auto pictures = std::make_shared<Slow>();
    BackgroundCache cache;
    std::vector<std::string> heard;
    bool early = false;
    QObject::connect(&cache, &BackgroundCache::oriented, [&](Origin origin) {
        heard.emplace_back(origin == Origin::upper ? "upper" : "lower");
    });
    QObject::connect(&cache, &BackgroundCache::decoded, [&] { heard.emplace_back("decoded"); });
    QSignalSpy failed(&cache, &BackgroundCache::failed);
    cache.set_source(pictures, 3);
    CHECK_FALSE(cache.around(1).from);
    pictures->may_tell.release();
    REQUIRE(wait_for([&] {
        const bool shown = cache.around(1).from != nullptr;
        early = early || (shown && heard.empty());
        return heard.size() == 2 && shown;
    }));
    CHECK_FALSE(early);
    CHECK(heard == std::vector<std::string>{"upper", "decoded"});
    REQUIRE(failed.count() == 1);
    CHECK(failed[0][0].toString() == "background: is doubtful");
}

TEST_CASE("a newer request replaces an older one", "[shell]") {
    const auto pictures = std::make_shared<Pictures>(0);
    BackgroundCache cache;
    cache.set_source(pictures, 200);
    cache.around(0);
    REQUIRE(wait_for([&] { return pictures->begun().size() == 1; }));
    for (int epoch = 1; epoch <= 100; ++epoch) cache.around(epoch);
    pictures->permit(100000);
    REQUIRE(wait_for([&] { return cache.around(100).from != nullptr; }));
    CHECK(pictures->begun()[0] == 0);
    CHECK(pictures->begun()[1] == 100);
}

TEST_CASE("a picture that is being decoded is not asked for again", "[shell]") {
    const auto pictures = std::make_shared<Pictures>(0);
    BackgroundCache cache;
    cache.set_source(pictures, 3);
    cache.around(1);
    REQUIRE(wait_for([&] { return pictures->begun().size() == 1; }));
    cache.around(1);
    pictures->permit(1);
    REQUIRE(wait_for([&] { return cache.around(1).from != nullptr; }));
    pictures->permit(10);
    REQUIRE(wait_for([&] { return cache.bytes() == 2 * 400; }));  // 2 is ahead
    CHECK(pictures->begun() == std::vector<std::size_t>{1, 2});
}

TEST_CASE("the budget is held, but the two in use are kept", "[shell]") {
    BackgroundCache roomy(5 * 400);
    roomy.set_source(std::make_shared<Pictures>(), 100);
    for (int epoch = 0; epoch < 50; ++epoch) {
        REQUIRE(wait_for([&] { return has_both(roomy, epoch + 0.5); }));
        CHECK(roomy.bytes() <= 5 * 400);
    }
    BackgroundCache tiny(1);
    tiny.set_source(std::make_shared<Pictures>(), 100);
    REQUIRE(wait_for([&] { return has_both(tiny, 7.5); }));
    REQUIRE(wait_for([&] { return has_both(tiny, 8.5); }));
    CHECK(tiny.bytes() == 2 * 400);
}

TEST_CASE("a broken picture is told once and not tried again", "[shell]") {
    const auto pictures = std::make_shared<Pictures>();
    pictures->broken = {2};
    BackgroundCache cache;
    cache.set_source(pictures, 3);
    QSignalSpy failed(&cache, &BackgroundCache::failed);
    REQUIRE(wait_for([&] {
        cache.around(1.5);
        return failed.count() == 1;
    }));
    CHECK(failed[0][0].toString() == "background/x.png: is broken");
    REQUIRE(wait_for([&] { return cache.around(1.5).from != nullptr; }));
    for (int i = 0; i < 5; ++i) cache.around(2);
    QTest::qWait(20);
    CHECK(failed.count() == 1);
    CHECK(pictures->begun() == std::vector<std::size_t>{1, 2});
}

TEST_CASE("epochs without a picture are left alone", "[shell]") {
    const auto pictures = std::make_shared<Pictures>();
    pictures->missing = {1};
    BackgroundCache cache;
    cache.set_source(pictures, 2);
    REQUIRE(wait_for([&] { return cache.around(0.5).from != nullptr; }));
    CHECK_FALSE(cache.around(0.5).to);
    CHECK(pictures->begun() == std::vector<std::size_t>{0});
}

TEST_CASE("another source drops what was under way for the old one", "[shell]") {
    const auto old = std::make_shared<Pictures>(0);
    old->broken = {1};
    BackgroundCache cache;
    const QSignalSpy failed(&cache, &BackgroundCache::failed);
    cache.set_source(old, 5);
    cache.around(1);
    REQUIRE(wait_for([&] { return old->begun().size() == 1; }));
    const auto young = std::make_shared<Pictures>();
    cache.set_source(young, 5);
    old->permit(10);
    REQUIRE(wait_for([&] { return cache.around(1).from != nullptr; }));
    CHECK(failed.count() == 0);
    CHECK(old->begun().size() == 1);
    cache.set_source(nullptr, 0);
    CHECK(cache.bytes() == 0);
    CHECK_FALSE(cache.around(1).from);
}
