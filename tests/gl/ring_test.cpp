// What is loaded when, as the playhead moves over the epochs of a series.
#include "gl/offscreen.h"

#include <epochscope/gl/gl_renderer.h>
#include <epochscope/render/compose.h>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <random>
#include <thread>
#include <utility>
#include <vector>

using namespace epochscope;
using namespace std::chrono_literals;
using epochscope::tests::check_against_raster;
using epochscope::tests::difference;
using epochscope::tests::have_opengl;
using epochscope::tests::Offscreen;

namespace {

constexpr Size canvas{160, 120};
constexpr std::size_t samples = 300;
constexpr std::size_t epoch_count = 12;
/// Positions, confidence, and a class in a byte.
constexpr std::size_t epoch_bytes = samples * (8 + 4 + 1);
constexpr std::size_t label_bytes = samples;

EpochSeries wanderers() {
    std::mt19937 random(3);
    std::uniform_real_distribution<float> place(-7, 7);
    std::uniform_real_distribution<float> share(0, 1);
    std::vector<EpochColumns> epochs(epoch_count);
    std::vector<std::int32_t> labels;
    for (std::size_t i = 0; i < samples; ++i) labels.push_back(static_cast<std::int32_t>(i % 3));
    for (std::size_t e = 0; e < epochs.size(); ++e) {
        epochs[e].number = static_cast<std::int64_t>(e);
        for (std::size_t i = 0; i < samples; ++i) {
            epochs[e].positions.push_back({place(random), place(random)});
            epochs[e].predictions.push_back(static_cast<std::int32_t>(random() % 3));
            epochs[e].confidence.push_back(share(random));
        }
    }
    return make_series({{"a", "b", "c"}, {{200, 0, 0}, {0, 150, 0}, {0, 0, 200}}},
                       std::move(labels), std::move(epochs));
}

/// A series, drawn with room for so many epochs.
struct Player {
    explicit Player(std::size_t epochs_held = 5, std::function<void()> arrived = {})
        : offscreen(epochs_held * epoch_bytes + label_bytes, std::move(arrived)) {
        view.style.colour_by = ColourBy::prediction;
        offscreen.renderer().show(series);
    }
    Frame frame(double playhead) {
        view.playhead = playhead;
        return compose(series, view, canvas);
    }
    [[nodiscard]] gl::Statistics statistics() { return offscreen.renderer().statistics(); }
    /// Draws until so many epochs and the labels are there; false where that does not happen.
    bool settle(double playhead, std::size_t epochs) {
        for (int i = 0; i < 3000; ++i) {
            offscreen.draw(frame(playhead));
            if (statistics().column_bytes == epochs * epoch_bytes + label_bytes) return true;
            std::this_thread::sleep_for(1ms);
        }
        return false;
    }
    /// Whether it can be drawn without waiting.
    bool is_there(double playhead) {
        const Frame next = frame(playhead);
        bool all_there = false;
        offscreen.picture(next,
                          [&] { all_there = offscreen.renderer().draw_at_once(next, {}, 0ms); });
        return all_there;
    }
    /// How many bytes of columns it takes to draw.
    std::uint64_t cost(double playhead) {
        const std::uint64_t before = statistics().column_bytes;
        offscreen.draw(frame(playhead));
        return statistics().column_bytes - before;
    }

    EpochSeries series = wanderers();
    ViewState view;
    Offscreen offscreen;
};

}  // namespace

TEST_CASE("gl draws every epoch as raster does, wherever the playhead comes from") {
    if (!have_opengl()) return;
    Player player(4);
    const std::vector<double> path{0,   0.5, 1.25, 2, 2.75, 3.5, 4.25, 4, 3.5, 2.5,
                                   1.5, 0.5, 11,   3, 10.5, 0,   6.5,  6, 5.5, 11};
    for (const double playhead : path) {
        check_against_raster(player.offscreen, player.frame(playhead),
                             "playhead " + std::to_string(playhead));
        CHECK(player.statistics().held_bytes <= 4 * epoch_bytes + label_bytes);
    }
}

TEST_CASE("gl loads the epochs ahead before they are drawn") {
    if (!have_opengl()) return;
    Player player(6);
    // Forwards: two that are drawn, and four that come.
    player.offscreen.draw(player.frame(3.25));
    REQUIRE(player.settle(3.5, 6));
    for (const double playhead : {4.5, 5.25, 6.0, 7.5}) CHECK(player.is_there(playhead));
    // Backwards: one that came ahead may be there, or dropped.
    Player other(6);
    other.offscreen.draw(other.frame(5.75));
    for (int i = 0; i < 500 && other.statistics().column_bytes < 7 * epoch_bytes + label_bytes;
         ++i) {
        other.offscreen.draw(other.frame(5.5));
        std::this_thread::sleep_for(1ms);
    }
    for (const double playhead : {4.5, 3.25}) CHECK(other.is_there(playhead));
}

TEST_CASE("gl loads nothing while the playhead stays among what is there") {
    if (!have_opengl()) return;
    Player player(epoch_count);
    for (std::size_t e = 0; e < epoch_count; ++e)
        player.offscreen.draw(player.frame(static_cast<double>(e)));
    REQUIRE(player.settle(0, epoch_count));
    for (const double playhead : {0.5, 7.25, 3.0, 11.0, 2.5}) CHECK(player.cost(playhead) == 0);
    CHECK(player.statistics().held_bytes == epoch_count * epoch_bytes + label_bytes);
}

TEST_CASE("Other colours, hidden classes and opacity take no column anew") {
    if (!have_opengl()) return;
    Player player(epoch_count);
    for (std::size_t e = 0; e < epoch_count; ++e)
        player.offscreen.draw(player.frame(static_cast<double>(e)));
    REQUIRE(player.settle(4.5, epoch_count));
    const std::uint64_t tables = player.statistics().table_bytes;
    const auto check_change = [&](const char* what) {
        CHECK(player.cost(4.5) == 0);
        check_against_raster(player.offscreen, player.frame(4.5), what);
    };
    player.view.colours = {{255, 255, 0}, {0, 0, 0}, {255, 0, 255}};
    check_change("other colours");
    player.view.hidden = {false, true, false};
    check_change("a class hidden");
    player.view.hidden = {true, false, true};
    check_change("others hidden");
    player.view.style.opacity_by_confidence = false;
    check_change("opacity without confidence");
    player.view.style.colour_by = ColourBy::label;
    check_change("colours by label");
    player.view.selection = {5};
    check_change("a selection");
    // Of each table a row of 256 classes: a palette once, hidden classes twice.
    CHECK(player.statistics().table_bytes - tables == 256 * 4 + 2 * 256);
}

TEST_CASE("gl draws what is there rather than wait, and tells when the rest has come") {
    if (!have_opengl()) return;
    std::mutex mutex;
    std::condition_variable came;
    int arrivals = 0;
    Player player(4, [&] {
        const std::lock_guard lock(mutex);
        ++arrivals;
        came.notify_all();
    });
    gl::GlRenderer& renderer = player.offscreen.renderer();
    const auto picture_at_once = [&](double playhead, bool& all_there) {
        const Frame frame = player.frame(playhead);
        return player.offscreen.picture(frame,
                                        [&] { all_there = renderer.draw_at_once(frame, {}, 0ms); });
    };
    // Now and then the loader may be quicker than a patience of nothing.
    bool all_there = true;
    Image early;
    int seen = 0;
    for (int i = 0; i < 1000 && all_there; ++i) {
        renderer.show(player.series);
        player.offscreen.draw(player.frame(2));
        {
            const std::lock_guard lock(mutex);
            seen = arrivals;
        }
        early = picture_at_once(7.5, all_there);
    }
    REQUIRE_FALSE(all_there);
    // The points are those of an epoch that was there (2, one ahead of it, or 7 without 8); all
    // else is as it should be.
    Image exact(canvas);
    bool is_of_an_epoch = false;
    for (std::size_t e = 0; e < epoch_count; ++e) {
        Frame expected = player.frame(7.5);
        const Frame held = player.frame(static_cast<double>(e));
        expected.points = held.points;
        raster(expected, exact);
        is_of_an_epoch = is_of_an_epoch || difference(exact, early).share_beyond <= 0.005;
    }
    CHECK(is_of_an_epoch);
    {
        std::unique_lock lock(mutex);
        REQUIRE(came.wait_for(lock, 30s, [&] { return arrivals > seen; }));
    }
    const Image late = picture_at_once(7.5, all_there);
    CHECK(all_there);
    raster(player.frame(7.5), exact);
    CHECK(difference(exact, late).share_beyond <= 0.005);
    CHECK(difference(early, late).share_beyond > 0.005);
}

TEST_CASE("gl keeps alive what it loads from, and forgets it for another series") {
    if (!have_opengl()) return;
    Player player;
    player.offscreen.draw(player.frame(1.5));
    const std::uint64_t before = player.statistics().column_bytes;
    {
        const EpochSeries other = wanderers();
        player.offscreen.renderer().show(other);
        CHECK(player.statistics().held_bytes == 0);
        for (int i = 0; i < 4; ++i) player.offscreen.draw(compose(other, player.view, canvas));
    }
    // Epochs ahead may still be on their way.
    player.offscreen.renderer().show(player.series);
    CHECK(player.statistics().column_bytes > before);
    check_against_raster(player.offscreen, player.frame(1.5), "the first series again");
}
