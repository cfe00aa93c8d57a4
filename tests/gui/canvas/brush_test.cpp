#include "app/canvas/brush.h"

#include "gui/canvas/canvas_fixture.h"

#include <QSignalSpy>

using namespace epochscope;
using app::DragTool;
using app::Renderer;
using epochscope::tests::emptiness;
using epochscope::tests::renderers;
using epochscope::tests::ShownCanvas;
using epochscope::tests::turning_grid;

namespace {

using Samples = std::vector<std::size_t>;

Samples picked(const app::Session& session) {
    const auto& set = session.view().picked;
    if (!set) return {};
    return {set->samples().begin(), set->samples().end()};
}

/// Drags the left button along a line.
void drag(ShownCanvas& shown, const std::vector<QPoint>& line, Qt::KeyboardModifiers keys = {},
          Qt::MouseButton button = Qt::LeftButton) {
    shown.settle();
    QTest::mousePress(shown.window(), button, keys, line.front());
    for (const QPoint at : line) QTest::mouseMove(shown.window(), at);
    QTest::mouseRelease(shown.window(), button, keys, line.back());
}

/// Whether a box or lasso is seen.
bool is_outlined(ShownCanvas& shown) {
    return std::ranges::any_of(shown.canvas().findChildren<app::BrushOutline*>(),
                               [](const QWidget* outline) { return outline->isVisible(); });
}

/// From the upper left of a sample to the lower right of another.
std::vector<QPoint> around(const ShownCanvas& shown, std::size_t first, std::size_t last) {
    const QPoint a = shown.place_of(first);
    const QPoint b = shown.place_of(last);
    return {{std::min(a.x(), b.x()) - 8, std::min(a.y(), b.y()) - 8},
            {std::max(a.x(), b.x()) + 8, std::max(a.y(), b.y()) + 8}};
}

}  // namespace

TEST_CASE("With shift, dragging picks what lies in a box and leaves the camera alone") {
    const auto renderer = GENERATE(Catch::Generators::from_range(renderers()));
    ShownCanvas shown(renderer);
    const Camera before = shown.session().view().camera;
    drag(shown, around(shown, 9, 18), Qt::ShiftModifier);
    CHECK(picked(shown.session()) == Samples{9, 10, 17, 18});
    CHECK(shown.session().view().camera == before);
    CHECK(shown.session().view().selection.empty());
    // The next one picks others, with ctrl too those before stay.
    drag(shown, around(shown, 0, 1), Qt::ShiftModifier);
    CHECK(picked(shown.session()) == Samples{0, 1});
    drag(shown, around(shown, 1, 2), Qt::ShiftModifier | Qt::ControlModifier);
    CHECK(picked(shown.session()) == Samples{0, 1, 2});
}

TEST_CASE("Samples are picked where they are seen, between epochs, without hidden classes") {
    const auto renderer = GENERATE(Catch::Generators::from_range(renderers()));
    ShownCanvas shown(renderer);
    shown.session().set_playhead(2.5);
    shown.session().set_class_hidden(1, true);
    const auto corners = around(shown, 20, 27);
    Samples expected;
    for (std::size_t i = 0; i < 48; ++i) {
        const QPoint at = shown.place_of(i);
        const bool inside = at.x() > corners[0].x() && at.x() < corners[1].x() &&
                            at.y() > corners[0].y() && at.y() < corners[1].y();
        if (inside && i % 3 != 1) expected.push_back(i);
    }
    REQUIRE(expected.size() >= 2);
    drag(shown, corners, Qt::ShiftModifier);
    CHECK(picked(shown.session()) == expected);
}

TEST_CASE("With ctrl, dragging picks what the pointer goes round") {
    const auto renderer = GENERATE(Catch::Generators::from_range(renderers()));
    ShownCanvas shown(renderer);
    // Round 10, 11 and 19, but not round 18, which lies above 10.
    const QPoint right(20, 0);
    const QPoint down(0, 16);
    const QPoint a = shown.place_of(10);
    const QPoint b = shown.place_of(11);
    const QPoint c = shown.place_of(19);
    drag(shown,
         {a - right + down, b + right + down, c + right - down, c - right - down, b - right - down,
          a - right - down},
         Qt::ControlModifier);
    CHECK(picked(shown.session()) == Samples{10, 11, 19});
}

TEST_CASE("What is in the box is picked while it is dragged, and Escape puts back what was") {
    ShownCanvas shown(Renderer::raster);
    drag(shown, around(shown, 0, 1), Qt::ShiftModifier);
    const auto corners = around(shown, 9, 18);
    QTest::mousePress(shown.window(), Qt::LeftButton, Qt::ShiftModifier, corners[0]);
    QTest::mouseMove(shown.window(), corners[1]);
    CHECK(picked(shown.session()) == Samples{9, 10, 17, 18});
    CHECK(is_outlined(shown));
    CHECK(shown.canvas().cursor().shape() == Qt::CrossCursor);
    // The picture does not run away under the box.
    const Camera before = shown.session().view().camera;
    shown.wheel(corners[1], 240);
    CHECK(shown.session().view().camera == before);
    CHECK(shown.canvas().cancel_drag());
    CHECK(picked(shown.session()) == Samples{0, 1});
    CHECK_FALSE(is_outlined(shown));
    // The button is still down: what it does now counts for nothing.
    QTest::mouseMove(shown.window(), corners[0]);
    QTest::mouseRelease(shown.window(), Qt::LeftButton, Qt::ShiftModifier, corners[0]);
    CHECK(picked(shown.session()) == Samples{0, 1});
    CHECK_FALSE(shown.canvas().cancel_drag());
}

TEST_CASE("The session's tool says what dragging does, but with the middle button it pans") {
    ShownCanvas shown(Renderer::raster);
    shown.session().set_drag_tool(DragTool::box);
    drag(shown, around(shown, 9, 18));
    CHECK(picked(shown.session()) == Samples{9, 10, 17, 18});
    const Camera before = shown.session().view().camera;
    drag(shown, around(shown, 0, 1), {}, Qt::MiddleButton);
    CHECK(shown.session().view().camera != before);
    CHECK(picked(shown.session()) == Samples{9, 10, 17, 18});
    shown.session().set_camera(before);
    shown.session().set_drag_tool(DragTool::lasso);
    const auto corners = around(shown, 0, 1);
    drag(shown, {corners[0],
                 {corners[1].x(), corners[0].y()},
                 corners[1],
                 {corners[0].x(), corners[1].y()}});
    CHECK(picked(shown.session()) == Samples{0, 1});
    shown.session().set_drag_tool(DragTool::pan);
    drag(shown, around(shown, 9, 18));
    CHECK(shown.session().view().camera != before);
    CHECK(picked(shown.session()) == Samples{0, 1});
}

TEST_CASE("A click on nothing unpicks, a box around nothing too") {
    ShownCanvas shown(Renderer::raster);
    drag(shown, around(shown, 0, 9), Qt::ShiftModifier);
    CHECK(picked(shown.session()).size() == 4);
    shown.click(shown.place_of(30));
    CHECK(picked(shown.session()).size() == 4);
    shown.click(emptiness, Qt::ControlModifier);
    CHECK(picked(shown.session()).size() == 4);
    QSignalSpy changed(&shown.session(), &app::Session::picked_changed);
    shown.click(emptiness);
    CHECK(picked(shown.session()).empty());
    CHECK(changed.count() == 1);
    drag(shown, around(shown, 0, 9), Qt::ShiftModifier);
    drag(shown, {{2, 2}, {12, 12}}, Qt::ShiftModifier);
    CHECK(picked(shown.session()).empty());
}

TEST_CASE("Another series ends what is dragged, and nothing of it is picked") {
    ShownCanvas shown(Renderer::raster);
    shown.settle();
    const auto corners = around(shown, 9, 18);
    QTest::mousePress(shown.window(), Qt::LeftButton, Qt::ShiftModifier, corners[0]);
    QTest::mouseMove(shown.window(), corners[1]);
    shown.session().set_dataset(turning_grid(1.2F));
    CHECK(picked(shown.session()).empty());
    CHECK_FALSE(shown.canvas().cancel_drag());
    QTest::mouseRelease(shown.window(), Qt::LeftButton, Qt::ShiftModifier, corners[1]);
    CHECK(picked(shown.session()).empty());
    // A set of as many samples as another series has is none of this one's.
    shown.session().pick(std::make_shared<const PickedSamples>(47, Samples{3}));
    CHECK(picked(shown.session()).empty());
}

TEST_CASE("With a tool, ctrl adds to the picks and shift subtracts from them") {
    ShownCanvas shown(Renderer::raster);
    shown.session().set_drag_tool(DragTool::box);
    drag(shown, around(shown, 9, 18));
    drag(shown, around(shown, 11, 11), Qt::ControlModifier);
    CHECK(picked(shown.session()) == Samples{9, 10, 11, 17, 18});
    drag(shown, around(shown, 9, 10), Qt::ShiftModifier);
    CHECK(picked(shown.session()) == Samples{11, 17, 18});
    // Without keys, as the session says.
    shown.session().set_pick_mode(app::PickMode::subtract);
    drag(shown, around(shown, 17, 18));
    CHECK(picked(shown.session()) == Samples{11});
}

TEST_CASE("A box says how many samples of hidden classes it leaves out") {
    ShownCanvas shown(Renderer::raster);
    QSignalSpy told(&shown.canvas(), &app::Canvas::told);
    drag(shown, around(shown, 9, 18), Qt::ShiftModifier);
    REQUIRE(told.count() == 1);
    CHECK(told.back()[0].toString() == "Picked: 4");
    // Of 9, 10, 17 and 18, the first and the last are of class 0.
    shown.session().set_class_hidden(0, true);
    drag(shown, around(shown, 9, 18), Qt::ShiftModifier);
    CHECK(picked(shown.session()) == Samples{10, 17});
    REQUIRE(told.count() == 2);
    CHECK(told.back()[0].toString() == "Picked: 2; left out, since their classes are hidden: 2");
}

TEST_CASE("A box is drawn by keys: arrows, Enter, arrows, Enter") {
    ShownCanvas shown(Renderer::raster);
    shown.settle();
    const auto press = [&](Qt::Key key, int times = 1, Qt::KeyboardModifiers modifiers = {}) {
        for (int i = 0; i < times; ++i) QTest::keyClick(&shown.canvas(), key, modifiers);
    };
    shown.canvas().draw_box_by_keys();
    press(Qt::Key_Up, 100);
    press(Qt::Key_Left, 100);
    press(Qt::Key_Return);
    CHECK(picked(shown.session()).empty());
    press(Qt::Key_Down, 200);
    press(Qt::Key_Right, 200);
    CHECK(picked(shown.session()).size() == 48);
    press(Qt::Key_Left, 3, Qt::ShiftModifier);
    press(Qt::Key_Return);
    CHECK(picked(shown.session()).size() == 48);
    // It is over: arrows pick no more, and there is nothing to cancel.
    press(Qt::Key_Left, 40);
    CHECK(picked(shown.session()).size() == 48);
    CHECK_FALSE(shown.canvas().cancel_drag());
    // Leaving puts back what was picked.
    shown.canvas().draw_box_by_keys();
    press(Qt::Key_Return);
    press(Qt::Key_Right);
    CHECK(picked(shown.session()).size() < 48);
    CHECK(shown.canvas().cancel_drag());
    CHECK(picked(shown.session()).size() == 48);
}

TEST_CASE("A lasso is drawn by keys: an Enter a corner, and one more closes it") {
    ShownCanvas shown(Renderer::raster);
    shown.settle();
    const auto press = [&](Qt::Key key, int times = 1, Qt::KeyboardModifiers modifiers = {}) {
        for (int i = 0; i < times; ++i) QTest::keyClick(&shown.canvas(), key, modifiers);
    };
    shown.canvas().draw_lasso_by_keys();
    press(Qt::Key_Up, 100);
    press(Qt::Key_Left, 100);
    press(Qt::Key_Return);
    press(Qt::Key_Right, 200);
    press(Qt::Key_Return);
    press(Qt::Key_Down, 200);
    press(Qt::Key_Return);
    // A triangle: half of the canvas.
    const std::size_t in_triangle = picked(shown.session()).size();
    CHECK(in_triangle > 0);
    CHECK(in_triangle < 48);
    press(Qt::Key_Left, 200);
    CHECK(picked(shown.session()).size() == 48);
    press(Qt::Key_Return);
    CHECK(picked(shown.session()).size() == 48);
    // At the same place: it is over, and arrows pick no more.
    press(Qt::Key_Return);
    press(Qt::Key_Up, 40);
    CHECK(picked(shown.session()).size() == 48);
    CHECK_FALSE(shown.canvas().cancel_drag());
    // Leaving puts back what was picked, and the next lasso begins anew.
    shown.canvas().draw_lasso_by_keys();
    press(Qt::Key_Return);
    press(Qt::Key_Right);
    CHECK(picked(shown.session()).size() < 48);
    CHECK(shown.canvas().cancel_drag());
    CHECK(picked(shown.session()).size() == 48);
}
