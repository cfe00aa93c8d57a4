#include "gui/canvas/canvas_fixture.h"

#include <epochscope/projection/landscape.h>
#include <epochscope/render/camera.h>

using namespace epochscope;
using app::Renderer;
using epochscope::tests::emptiness;
using epochscope::tests::renderers;
using epochscope::tests::share_apart;
using epochscope::tests::ShownCanvas;

namespace {

/// The turning grid, whose landscape is the model's but at the third epoch.
std::shared_ptr<const Dataset> grid_by_model() {
    Dataset dataset = *tests::turning_grid();
    std::vector<EpochLogits> logits(5, {.planes = {{0, 1, 0}, {0, 0, 1}, {1, 0, 0}}});
    logits[2] = {};
    dataset.landscape = make_landscape(dataset.series, PlaneMap({}, std::move(logits)));
    return std::make_shared<const Dataset>(std::move(dataset));
}

/// Off the grid at every playhead, and well within the canvas.
constexpr QPoint corner{60, 40};

}  // namespace

TEST_CASE("A click on emptiness looks at the place there, a sample's takes the eyes off it") {
    const auto renderer = GENERATE(Catch::Generators::from_range(renderers()));
    ShownCanvas shown(renderer, grid_by_model());
    app::Session& session = shown.session();
    session.set_playhead(1.5);
    shown.click(shown.place_of(20));
    const QImage before = shown.canvas().grab_picture();
    shown.click(corner);
    REQUIRE(session.view().place);
    CHECK(session.view().place->x == Approx(shown.plane(corner).x));
    CHECK(session.view().place->y == Approx(shown.plane(corner).y));
    CHECK(session.view().selection.empty());
    shown.settle();
    CHECK(shown.canvas().frame().legend.size() == 8);
    CHECK(share_apart(before, shown.canvas().grab_picture()) > 0);
    // It stays where it is in the plane.
    shown.wheel({200, 200}, 240);
    const Point place = *session.view().place;
    shown.click(shown.place_of(20));
    CHECK_FALSE(session.view().place);
    CHECK(shown.canvas().frame().legend.empty());
    shown.click(shown.logical(place));
    REQUIRE(session.view().place);
    shown.click(shown.place_of(21), Qt::ShiftModifier);
    CHECK_FALSE(session.view().place);
    CHECK(session.view().selection == std::vector<std::size_t>{21});
}

TEST_CASE("No place is looked at of which the model says nothing") {
    ShownCanvas shown(Renderer::raster, grid_by_model());
    app::Session& session = shown.session();
    session.set_playhead(2.5);
    shown.click(corner);
    CHECK_FALSE(session.view().place);
    session.set_playhead(3);
    shown.click(corner);
    CHECK(session.view().place);
    // Outside the frame nothing is painted, and nothing is said.
    Camera far = session.view().camera;
    far.zoom = 0.5;
    session.set_camera(far);
    shown.click(corner);
    CHECK_FALSE(session.view().place);
    session.set_dataset(tests::turning_grid());
    shown.click(emptiness);
    CHECK_FALSE(session.view().place);
}

TEST_CASE("A double-click that goes home looks at no place, a drag at none either") {
    ShownCanvas shown(Renderer::raster, grid_by_model());
    app::Session& session = shown.session();
    shown.click(corner);
    REQUIRE(session.view().place);
    QTest::mouseDClick(shown.window(), Qt::LeftButton, {}, corner);
    CHECK_FALSE(session.view().place);
    QTest::mousePress(shown.window(), Qt::LeftButton, {}, corner);
    QTest::mouseMove(shown.window(), corner + QPoint(30, 30));
    QTest::mouseRelease(shown.window(), Qt::LeftButton, {}, corner + QPoint(30, 30));
    CHECK_FALSE(session.view().place);
    // What is opened next is looked at as a whole.
    shown.click(corner);
    REQUIRE(session.view().place);
    session.set_dataset(grid_by_model());
    CHECK_FALSE(session.view().place);
}
