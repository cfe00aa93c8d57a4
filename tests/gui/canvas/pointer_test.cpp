#include "gui/canvas/canvas_fixture.h"

#include <QLabel>
#include <QSignalSpy>

using namespace epochscope;
using app::Renderer;
using epochscope::tests::emptiness;
using epochscope::tests::renderers;
using epochscope::tests::ShownCanvas;

using Selection = std::vector<std::size_t>;

TEST_CASE("The wheel zooms about the pointer") {
    const auto renderer = GENERATE(Catch::Generators::from_range(renderers()));
    ShownCanvas shown(renderer);
    const QPoint at(170, 333);
    const Point under = shown.plane(at);
    for (const int units : {120, 120, 30, -120, 600}) {
        const double zoom = shown.session().view().camera.zoom;
        shown.wheel(at, units);
        CHECK(shown.session().view().camera.zoom == Approx(zoom * std::exp2(units / 480.0)));
        CHECK(shown.plane(at).x == Approx(under.x).margin(1e-3));
        CHECK(shown.plane(at).y == Approx(under.y).margin(1e-3));
    }
}

TEST_CASE("Dragging pans and selects nothing") {
    const auto renderer = GENERATE(Catch::Generators::from_range(renderers()));
    ShownCanvas shown(renderer);
    const QPoint from = shown.place_of(20);
    const Point grabbed = shown.plane(from);
    QTest::mousePress(shown.window(), Qt::LeftButton, {}, from);
    QTest::mouseMove(shown.window(), from + QPoint(30, -10));
    CHECK(shown.canvas().cursor().shape() == Qt::ClosedHandCursor);
    QTest::mouseMove(shown.window(), from + QPoint(41, -25));
    QTest::mouseRelease(shown.window(), Qt::LeftButton, {}, from + QPoint(41, -25));
    CHECK(shown.plane(from + QPoint(41, -25)).x == Approx(grabbed.x).margin(1e-3));
    CHECK(shown.plane(from + QPoint(41, -25)).y == Approx(grabbed.y).margin(1e-3));
    CHECK(shown.session().view().selection.empty());
    CHECK(shown.canvas().cursor().shape() != Qt::ClosedHandCursor);
}

TEST_CASE("A click that slips a little is a click") {
    ShownCanvas shown(Renderer::raster);
    const QPoint at = shown.place_of(20);
    const Camera before = shown.session().view().camera;
    QTest::mousePress(shown.window(), Qt::LeftButton, {}, at);
    QTest::mouseMove(shown.window(), at + QPoint(2, 3));
    QTest::mouseRelease(shown.window(), Qt::LeftButton, {}, at + QPoint(2, 3));
    CHECK(shown.session().view().selection == Selection{20});
    CHECK(shown.session().view().camera == before);
}

TEST_CASE("A click selects exactly the sample under it, between epochs too") {
    const auto renderer = GENERATE(Catch::Generators::from_range(renderers()));
    ShownCanvas shown(renderer);
    for (const double playhead : {0.0, 3.25, 4.0}) {
        shown.session().set_playhead(playhead);
        for (const std::size_t sample : {0U, 7U, 21U, 33U, 47U}) {
            shown.click(shown.place_of(sample));
            CHECK(shown.session().view().selection == Selection{sample});
        }
    }
    // Where it was an epoch ago there is nothing.
    shown.session().set_playhead(3);
    const QPoint before = shown.place_of(47);
    shown.session().set_playhead(3.25);
    shown.settle();
    CHECK_FALSE(shown.canvas().sample_at(before));
    // A point's edge and 3 pixels more are near enough, 2 more are not.
    const QPoint place = shown.place_of(47);
    CHECK(shown.canvas().sample_at(place + QPoint(5, 0)) == 47U);
    CHECK_FALSE(shown.canvas().sample_at(place + QPoint(9, 0)));
}

TEST_CASE("With shift or ctrl a click adds and takes away, elsewhere it clears") {
    ShownCanvas shown(Renderer::raster);
    shown.session().set_playhead(1.5);
    const auto& selection = shown.session().view().selection;
    shown.click(shown.place_of(12));
    shown.click(shown.place_of(30), Qt::ShiftModifier);
    shown.click(shown.place_of(3), Qt::ControlModifier);
    CHECK(selection == Selection{12, 30, 3});
    shown.click(shown.place_of(30), Qt::ShiftModifier);
    CHECK(selection == Selection{12, 3});
    shown.click(emptiness, Qt::ShiftModifier);
    CHECK(selection == Selection{12, 3});
    shown.click(emptiness);
    CHECK(selection.empty());
}

TEST_CASE("Samples of hidden classes cannot be clicked") {
    ShownCanvas shown(Renderer::raster);
    shown.session().set_class_hidden(0, true);
    shown.click(shown.place_of(21));  // an ant
    CHECK(shown.session().view().selection.empty());
    shown.click(shown.place_of(22));
    CHECK(shown.session().view().selection == Selection{22});
}

TEST_CASE("A double-click on emptiness goes home") {
    ShownCanvas shown(Renderer::raster);
    const Camera whole = shown.session().view().camera;
    shown.wheel({320, 240}, 480);
    REQUIRE(shown.session().view().camera != whole);
    // The middle of the canvas lies between four samples.
    QTest::mouseDClick(shown.window(), Qt::LeftButton, {}, {320, 240});
    CHECK(shown.session().view().camera == whole);
    // On a sample it does not.
    shown.wheel({320, 240}, 120);
    const Camera near = shown.session().view().camera;
    shown.settle();
    QTest::mouseDClick(shown.window(), Qt::LeftButton, {}, shown.place_of(20));
    CHECK(shown.session().view().camera == near);
    CHECK(shown.session().view().selection == Selection{20});
}

TEST_CASE("Hovering tells what is under the pointer, also when it moves there") {
    const auto renderer = GENERATE(Catch::Generators::from_range(renderers()));
    ShownCanvas shown(renderer);
    QSignalSpy told(&shown.canvas(), &app::Canvas::hovered);
    const auto* bubble = shown.canvas().findChild<QLabel*>();
    REQUIRE(bubble != nullptr);
    // Sample 33: 33 % 3 = 0; at the first epoch it is predicted 33 % 3 = 0, at the fourth 0 again.
    QTest::mouseMove(shown.window(), emptiness);
    QTest::mouseMove(shown.window(), shown.place_of(33));
    const QString words = "sample 33 · label ant · predicted ant · confidence 0.69";
    REQUIRE(told.size() == 1);
    CHECK(told.back().front().toString() == words);
    CHECK(bubble->isVisible());
    CHECK(bubble->text() == words);
    CHECK(shown.canvas().rect().contains(bubble->geometry()));
    // The playhead takes it away, and brings it back.
    shown.session().set_playhead(0.5);
    REQUIRE(QTest::qWaitFor([&] { return told.size() == 2; }));
    CHECK(told.back().front().toString().isEmpty());
    CHECK_FALSE(bubble->isVisible());
    shown.session().set_playhead(0);
    REQUIRE(QTest::qWaitFor([&] { return told.size() == 3; }));
    CHECK(told.back().front().toString() == words);
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(&shown.canvas(), &leave);
    CHECK(told.back().front().toString().isEmpty());
    CHECK_FALSE(bubble->isVisible());
}

TEST_CASE("Hovering leaves out what is not known, and bears any name") {
    EpochColumns epoch;
    epoch.positions = {{0, 0}};
    const std::string name = "<b>%1\nvery " + std::string(500, 'x');
    auto series = make_series({{name}, {}}, {0}, {epoch});
    const Dataset dataset{std::move(series), nullptr, "", "", "", {}};
    ShownCanvas shown(Renderer::raster, std::make_shared<const Dataset>(dataset));
    QSignalSpy told(&shown.canvas(), &app::Canvas::hovered);
    QTest::mouseMove(shown.window(), emptiness);
    QTest::mouseMove(shown.window(), shown.place_of(0));
    REQUIRE(told.size() == 1);
    const QString words = told.back().front().toString();
    CHECK(words.startsWith("sample 0 · label <b>%1 very xxx"));
    CHECK(words.endsWith(QChar(0x2026)));
    CHECK(words.size() < 100);
}

TEST_CASE("Keys are the window's") {
    class Window : public QWidget {
      public:
        std::vector<int> keys;

      protected:
        void keyPressEvent(QKeyEvent* event) override { keys.push_back(event->key()); }
    };
    Window window;
    app::Session session;
    app::Canvas canvas(session, Renderer::raster, &window);
    window.show();
    REQUIRE(QTest::qWaitForWindowExposed(&window));
    for (const Qt::Key key : {Qt::Key_Escape, Qt::Key_Space, Qt::Key_Left, Qt::Key_Plus})
        QTest::keyClick(&canvas, key);
    CHECK(window.keys ==
          std::vector<int>{Qt::Key_Escape, Qt::Key_Space, Qt::Key_Left, Qt::Key_Plus});
}
