#include "app/session/player.h"

#include "app/session/session.h"
#include "gui/shell/dataset.h"

#include <QSignalSpy>
#include <QTest>

using namespace epochscope;
using namespace epochscope::app;

namespace {

struct Playing {
    Session session;
    Player player{session};
    bool ended = false;

    Playing() { session.set_dataset(tests::make_dataset({1, 2, 3, 4, 5})); }
    double advanced(double playhead, double seconds) {
        return player.advanced(playhead, seconds, ended);
    }
};

}  // namespace

TEST_CASE("the playhead goes on by the clock times the rate", "[shell]") {
    Playing p;
    p.player.set_rate(2);
    CHECK(p.advanced(0.5, 0.25) == 1);
    CHECK_FALSE(p.ended);
    p.player.set_backwards(true);
    CHECK(p.advanced(3, 0.25) == 2.5);
    CHECK_FALSE(p.ended);
}

TEST_CASE("playing ends exactly at the end, however long the machine slept", "[shell]") {
    Playing p;
    CHECK(p.advanced(3.9, 1000) == 4);
    CHECK(p.ended);
    p.player.set_backwards(true);
    CHECK(p.advanced(0.1, 1000) == 0);
    CHECK(p.ended);
}

TEST_CASE("a loop goes on from the other end", "[shell]") {
    Playing p;
    p.player.set_loop(true);
    CHECK(p.advanced(3.5, 1) == 0.5);
    CHECK(p.advanced(3.5, 4 * 7 + 1) == 0.5);
    CHECK_FALSE(p.ended);
    p.player.set_backwards(true);
    CHECK(p.advanced(0.5, 1) == 3.5);
    CHECK_FALSE(p.ended);
}

TEST_CASE("one epoch alone cannot be played, with or without loop", "[shell]") {
    Playing p;
    p.session.set_dataset(tests::make_dataset({7}));
    p.player.play();
    CHECK_FALSE(p.player.is_playing());
    p.player.set_loop(true);
    CHECK(p.advanced(0, 3) == 0);
}

TEST_CASE("steps go to whole epochs and stop at the ends", "[shell]") {
    Playing p;
    p.session.set_playhead(2.25);
    p.player.step(1);
    CHECK(p.session.playhead() == 3);
    p.session.set_playhead(2.25);
    p.player.step(-1);
    CHECK(p.session.playhead() == 2);
    p.player.step(10);
    CHECK(p.session.playhead() == 4);
    p.player.step(-10);
    CHECK(p.session.playhead() == 0);
}

TEST_CASE("the rate stays within a quarter and eight epochs a second", "[shell]") {
    Playing p;
    const QSignalSpy changed(&p.player, &Player::changed);
    p.player.set_rate(100);
    CHECK(p.player.rate() == 8);
    p.player.set_rate(0);
    CHECK(p.player.rate() == 0.25);
    CHECK(changed.count() == 2);
}

TEST_CASE("playing runs to the end and starts over from there", "[shell]") {
    Playing p;
    p.player.set_rate(8);
    p.player.play();
    REQUIRE(QTest::qWaitFor([&] { return !p.player.is_playing(); }, 20000));
    CHECK(p.session.playhead() == 4);
    p.player.play();
    CHECK(p.session.playhead() == 0);
    CHECK(p.player.is_playing());
}

TEST_CASE("opening another folder stops the playing", "[shell]") {
    Playing p;
    p.player.play();
    p.session.set_dataset(tests::make_dataset({1, 2}));
    CHECK_FALSE(p.player.is_playing());
}

TEST_CASE("playing once takes its time, forwards and to the end, whatever is set", "[shell]") {
    Playing p;
    p.player.set_rate(8);
    p.player.set_loop(true);
    p.player.set_backwards(true);
    p.session.set_playhead(3);
    p.player.play_once(8);
    CHECK(p.session.playhead() == 0);
    CHECK(p.player.is_playing_once());
    CHECK(p.advanced(0, 2) == 1);
    CHECK(p.advanced(3, 9) == 4);
    CHECK(p.ended);
    p.player.pause();
    CHECK_FALSE(p.player.is_playing_once());
    CHECK(p.advanced(3, 0.25) == 1);
}
