// What only the gl canvas does: draw what other threads have composed and loaded.
#include "gui/canvas/canvas_fixture.h"
#include "support/data.h"

#include <epochscope/io/open.h>
#include <epochscope/io/write_dataset.h>

#include <filesystem>

using namespace epochscope;
using app::Renderer;
using epochscope::tests::have_opengl;
using epochscope::tests::ShownCanvas;
using epochscope::tests::TemporaryFolder;
using epochscope::tests::turning_grid;

namespace {

bool alike(const QImage& a, const QImage& b) { return tests::share_apart(a, b) <= 0.005; }

QImage screen_of(ShownCanvas& shown) {
    shown.settle();
    return shown.canvas().grab().toImage().convertToFormat(QImage::Format_RGBA8888);
}

/// Whether the screen shows what raster draws of the session now.
bool shows_what_raster_does(ShownCanvas& shown) {
    const QImage screen = screen_of(shown);
    REQUIRE(shown.canvas().renderer() == Renderer::gl);
    shown.canvas().set_renderer(Renderer::raster);
    const QImage exact = shown.canvas().grab_picture();
    shown.canvas().set_renderer(Renderer::gl);
    return alike(screen, exact);
}

}  // namespace

TEST_CASE("The gl canvas follows the playhead to and fro") {
    if (!have_opengl()) return;
    ShownCanvas shown(Renderer::gl);
    QImage last = screen_of(shown);
    for (const double playhead : {0.5, 3.25, 4.0, 1.75}) {
        shown.session().set_playhead(playhead);
        CHECK_FALSE(shown.canvas().is_settled());
        CHECK(shows_what_raster_does(shown));
        CHECK_FALSE(alike(screen_of(shown), last));
        CHECK(shown.canvas().playhead_seen() == playhead);
        last = screen_of(shown);
    }
}

TEST_CASE("The gl canvas shows density as raster does, and follows its own size") {
    if (!have_opengl()) return;
    ShownCanvas shown(Renderer::gl);
    Style style = shown.session().view().style;
    style.points = PointMode::density;
    shown.session().set_style(style);
    CHECK(shows_what_raster_does(shown));
    shown.canvas().resize(500, 380);
    REQUIRE(QTest::qWaitFor([&] { return screen_of(shown).width() == 500; }));
    CHECK(shows_what_raster_does(shown));
}

TEST_CASE("The gl canvas shows zeros for a mapped file that was cut short, and lives on") {
    if (!have_opengl()) return;
    const TemporaryFolder folder;
    const auto path = folder.path() / "arrays";
    write_dataset(*turning_grid(), DatasetFormat::npy, path, {});
    const auto dataset = std::make_shared<const Dataset>(open_dataset(path));
    ShownCanvas shown(Renderer::gl, dataset);
    const QImage whole = screen_of(shown);
    CHECK_FALSE(dataset->series.fault());
    std::filesystem::resize_file(path / "positions.npy", 0);
    shown.session().set_playhead(2);
    CHECK_FALSE(alike(screen_of(shown), whole));
    CHECK(dataset->series.fault());
    CHECK(shows_what_raster_does(shown));
}
