#include "app/session/thumbnail_cache.h"

#include "app/widgets/paint_thumbnail.h"
#include "gui/pictures_of_samples.h"
#include "support.h"

#include <QColor>
#include <QCoreApplication>
#include <QPainter>
#include <QSignalSpy>

#include <memory>
#include <optional>
#include <thread>
#include <vector>

using namespace epochscope;
using namespace epochscope::app;
using tests::PicturesOfSamples;

namespace {

/// Waits until a requested picture is decoded.
std::optional<QImage> fetched(ThumbnailCache& cache, std::size_t sample) {
    std::optional<QImage> picture = cache.picture(sample);
    REQUIRE(QTest::qWaitFor(
        [&] {
            picture = cache.picture(sample);
            return !picture || !picture->isNull();
        },
        tests::patience));
    return picture;
}

}  // namespace

TEST_CASE("a picture comes when it is asked for", "[panels]") {
    ThumbnailCache cache;
    CHECK_FALSE(cache.has_source());
    CHECK_FALSE(cache.picture(3));
    cache.set_source(std::make_shared<PicturesOfSamples>());
    CHECK(cache.has_source());
    QSignalSpy ready(&cache, &ThumbnailCache::ready);
    REQUIRE(cache.picture(3));
    REQUIRE((ready.count() > 0 || ready.wait(tests::patience)));
    CHECK(ready[0][0].toULongLong() == 3);
    const QImage picture = cache.picture(3).value();
    CHECK(picture.size() == QSize(4, 4));
    CHECK(picture.pixelColor(2, 2) == QColor(30, 0, 0));
}

TEST_CASE("large pictures are kept small", "[panels]") {
    ThumbnailCache cache;
    const auto source = std::make_shared<PicturesOfSamples>();
    source->size = {1024, 512};
    cache.set_source(source);
    CHECK(fetched(cache, 1)->size() == QSize(256, 128));
}

TEST_CASE("what is missing is passed over, what is broken is told of a few times", "[panels]") {
    ThumbnailCache cache;
    const auto source = std::make_shared<PicturesOfSamples>();
    source->missing = {1};
    source->broken = {2, 3, 4, 5, 6};
    cache.set_source(source);
    QSignalSpy failed(&cache, &ThumbnailCache::failed);
    CHECK_FALSE(fetched(cache, 1));
    CHECK(failed.isEmpty());
    for (const std::size_t sample : source->broken) CHECK_FALSE(fetched(cache, sample));
    CHECK(fetched(cache, 7));
    // Told on this thread, later.
    REQUIRE(QTest::qWaitFor([&] { return failed.count() >= 3; }, tests::patience));
    QCoreApplication::processEvents();
    CHECK(failed.count() == 3);
    CHECK(failed[0][0].toString() == "picture 2: is broken");
    CHECK(source->loaded().size() == 6);
}

TEST_CASE("the picture requested last is decoded first", "[panels]") {
    ThumbnailCache cache;
    const auto source = std::make_shared<PicturesOfSamples>();
    source->shut();
    cache.set_source(source);
    cache.picture(0);
    REQUIRE(QTest::qWaitFor([&] { return source->loaded().size() == 1; }, tests::patience));
    for (const std::size_t sample : {1U, 2U, 3U, 1U}) CHECK(cache.picture(sample)->isNull());
    // Asked for again while it is read: not read twice.
    CHECK(cache.picture(0)->isNull());
    source->open();
    REQUIRE(QTest::qWaitFor([&] { return source->loaded().size() == 4; }, tests::patience));
    CHECK(source->loaded() == std::vector<std::size_t>{0, 1, 3, 2});
}

TEST_CASE("pictures of a folder that was left are not shown", "[panels]") {
    ThumbnailCache cache;
    const auto old = std::make_shared<PicturesOfSamples>();
    old->shut();
    cache.set_source(old);
    cache.picture(9);
    REQUIRE(QTest::qWaitFor([&] { return old->loaded().size() == 1; }, tests::patience));
    cache.set_source(nullptr);
    QSignalSpy ready(&cache, &ThumbnailCache::ready);
    old->open();
    CHECK_FALSE(cache.picture(9));
    cache.set_source(std::make_shared<PicturesOfSamples>());
    CHECK(fetched(cache, 5)->pixelColor(0, 0) == QColor(50, 0, 0));
    for (const auto& told : ready) CHECK(told[0].toULongLong() == 5);
}

TEST_CASE("pictures stay within their budget, those used last are kept", "[panels]") {
    // Two of 4 x 4 pixels fit, with what is kept beside them.
    ThumbnailCache cache(300);
    const auto source = std::make_shared<PicturesOfSamples>();
    cache.set_source(source);
    fetched(cache, 0);
    fetched(cache, 1);
    fetched(cache, 0);
    fetched(cache, 2);
    CHECK(source->loaded().size() == 3);
    fetched(cache, 0);
    CHECK(source->loaded().size() == 3);
    fetched(cache, 1);
    CHECK(source->loaded().size() == 4);
}

TEST_CASE("a cache goes away while a picture is read", "[panels]") {
    const auto source = std::make_shared<PicturesOfSamples>();
    source->shut();
    auto cache = std::make_unique<ThumbnailCache>();
    cache->set_source(source);
    cache->picture(0);
    REQUIRE(QTest::qWaitFor([&] { return source->loaded().size() == 1; }, tests::patience));
    std::jthread later([&] { source->open(); });
    cache.reset();
    CHECK(source->loaded().size() == 1);
}

TEST_CASE("small pictures are shown by whole factors, large ones as large as they fit",
          "[panels]") {
    CHECK(thumbnail_size({8, 8}, {100, 100}) == QSize(96, 96));
    CHECK(thumbnail_size({8, 4}, {100, 100}) == QSize(96, 48));
    CHECK(thumbnail_size({60, 60}, {100, 100}) == QSize(60, 60));
    CHECK(thumbnail_size({200, 100}, {100, 100}) == QSize(100, 50));
    CHECK(thumbnail_size({4000, 1}, {100, 100}) == QSize(100, 1));

    QImage picture(2, 2, QImage::Format_RGB32);
    picture.fill(Qt::black);
    picture.setPixelColor(1, 0, Qt::white);
    QImage canvas(20, 20, QImage::Format_RGB32);
    canvas.fill(Qt::red);
    QPainter painter(&canvas);
    paint_thumbnail(painter, canvas.rect(), picture, QPalette());
    // Each pixel has become a square of ten, with a sharp edge.
    CHECK(canvas.pixelColor(9, 5) == QColor(Qt::black));
    CHECK(canvas.pixelColor(10, 5) == QColor(Qt::white));
    CHECK(canvas.pixelColor(10, 10) == QColor(Qt::black));
}
