#include "app/canvas/canvas.h"

#include "app/canvas/text_overlay.h"
#include "gui/canvas/canvas_fixture.h"
#include "support/pictures.h"

#include <epochscope/render/compose.h>
#include <epochscope/render/raster.h>

#include <QSignalSpy>

#include <algorithm>
#include <cstdlib>

using namespace epochscope;
using app::Renderer;
using epochscope::tests::have_opengl;
using epochscope::tests::renderers;
using epochscope::tests::share_apart;
using epochscope::tests::ShownCanvas;
using epochscope::tests::turning_grid;

namespace {

/// A picture wider than any OpenGL takes.
class WideBackground : public BackgroundSource {
  public:
    [[nodiscard]] bool has(std::size_t) const override { return true; }
    [[nodiscard]] Image load(std::size_t) const override {
        Image picture({100000, 1});
        std::fill(picture.rgba.begin(), picture.rgba.end(), std::uint8_t{200});
        return picture;
    }
};

}  // namespace

TEST_CASE("The raster canvas shows raster's bytes and the texts") {
    ShownCanvas shown(Renderer::raster);
    shown.session().set_playhead(3.25);
    shown.session().select(33);
    CHECK(shown.canvas().renderer() == Renderer::raster);
    ViewState view = shown.session().view();
    view.scale = shown.canvas().devicePixelRatioF();
    const Size size = shown.canvas().pixel_size();
    Image expected(size);
    const Frame frame = compose(shown.session().dataset()->series, view, size);
    raster(frame, expected);
    app::paint_texts(PixelView(expected), frame);
    const QImage grabbed = shown.canvas().grab_picture();
    REQUIRE(grabbed.format() == QImage::Format_RGBA8888);
    REQUIRE(grabbed.size() == QSize(size.width, size.height));
    CHECK(tests::look_alike({grabbed.constBits(), expected.rgba.size()}, expected.rgba));
}

TEST_CASE("What is on the screen is what is grabbed") {
    ShownCanvas shown(Renderer::raster);
    shown.session().set_playhead(1.5);
    shown.settle();
    const QImage screen = shown.canvas().grab().toImage().convertToFormat(QImage::Format_RGBA8888);
    CHECK(share_apart(screen, shown.canvas().grab_picture()) == 0);
}

TEST_CASE("The gl canvas shows what the raster canvas shows") {
    if (!have_opengl()) return;
    ShownCanvas shown(Renderer::gl);
    REQUIRE(shown.canvas().renderer() == Renderer::gl);
    Style style = shown.session().view().style;
    // Without texts: they are held to each other by eye.
    style.axes = style.epoch_number = false;
    style.ring_wrong = true;
    shown.session().set_style(style);
    shown.session().set_playhead(2.6);
    shown.session().select(33);
    const QImage drawn = shown.canvas().grab_picture();
    QSignalSpy changed(&shown.canvas(), &app::Canvas::renderer_changed);
    shown.canvas().set_renderer(Renderer::raster);
    CHECK(changed.size() == 1);
    CHECK(shown.canvas().renderer() == Renderer::raster);
    CHECK(share_apart(drawn, shown.canvas().grab_picture()) <= 0.005);
    shown.canvas().set_renderer(Renderer::gl);
    CHECK(changed.size() == 2);
    CHECK(shown.canvas().renderer() == Renderer::gl);
    CHECK(share_apart(drawn, shown.canvas().grab_picture()) == 0);
}

TEST_CASE("Words are legible on both canvases") {
    if (!have_opengl()) return;
    ShownCanvas shown(Renderer::gl);
    const QImage first = shown.canvas().grab_picture();
    shown.session().set_playhead(0.5);
    shown.session().set_playhead(0);
    const QImage drawn = shown.canvas().grab_picture();
    CHECK(share_apart(first, drawn) == 0);
    shown.canvas().set_renderer(Renderer::raster);
    const QImage exact = shown.canvas().grab_picture();
    CHECK(share_apart(drawn, exact) <= 0.005);
    // The strip at the bottom with the labels of the columns.
    const QRect strip(0, exact.height() - 20, exact.width(), 20);
    CHECK(share_apart(drawn.copy(strip), exact.copy(strip)) == 0);
}

TEST_CASE("The gl canvas has its words also where the window is grabbed") {
    if (!have_opengl()) return;
    ShownCanvas shown(Renderer::gl);
    shown.settle();
    const QImage window = shown.canvas().grab().toImage().convertToFormat(QImage::Format_RGBA8888);
    CHECK(share_apart(window, shown.canvas().grab_picture()) == 0);
}

TEST_CASE("Where gl cannot be had the canvas draws with raster") {
    app::Session session;
    app::Canvas canvas(session, Renderer::gl);
    CHECK(canvas.renderer() == (gl::probe().usable ? Renderer::gl : Renderer::raster));
    app::Canvas automatic(session, Renderer::automatic);
    CHECK(automatic.renderer() == (gl::probe().hardware ? Renderer::gl : Renderer::raster));
}

TEST_CASE("The canvas falls back to raster where gl fails") {
    if (!have_opengl()) return;
    ShownCanvas shown(Renderer::gl);
    shown.session().set_backgrounds(std::make_shared<const WideBackground>());
    CHECK(QTest::qWaitFor([&] { return shown.canvas().renderer() == Renderer::raster; }));
    CHECK(shown.canvas().frame().background);
    CHECK_FALSE(shown.canvas().grab_picture().isNull());
}

TEST_CASE("Another dataset is drawn, not the last one") {
    const auto renderer = GENERATE(Catch::Generators::from_range(renderers()));
    ShownCanvas shown(renderer, turning_grid(1.0F));
    const QImage before = shown.canvas().grab_picture();
    shown.session().set_dataset(turning_grid(1.4F));
    const QImage after = shown.canvas().grab_picture();
    CHECK(share_apart(after, before) > 0.005);
    ShownCanvas fresh(renderer, turning_grid(1.4F));
    CHECK(share_apart(after, fresh.canvas().grab_picture()) == 0);
}

TEST_CASE("Without a dataset the canvas says how to open one") {
    const auto renderer = GENERATE(Catch::Generators::from_range(renderers()));
    ShownCanvas shown(renderer, nullptr);
    const QImage picture = shown.canvas().grab_picture();
    int written = 0;
    const QColor canvas(255, 255, 255);
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            if (picture.pixelColor(x, y) != canvas) {
                ++written;
                CHECK(std::abs(y - picture.height() / 2) < picture.height() / 8);
            }
    CHECK(written > 200);
    CHECK(shown.canvas().accessibleDescription() == "Nothing is open");
    shown.click({320, 240});
    shown.wheel({320, 240}, 120);
    shown.canvas().zoom_in();
    shown.canvas().go_home();
    shown.canvas().fit_samples();
    CHECK_FALSE(shown.canvas().sample_at({320, 240}));
    CHECK(shown.session().view().camera == Camera{});
}

TEST_CASE("The canvas zooms about its middle, fits the samples and goes home") {
    ShownCanvas shown(Renderer::raster);
    const Camera whole = shown.session().view().camera;
    shown.canvas().zoom_in();
    CHECK(shown.session().view().camera.zoom == Approx(1.25));
    CHECK(shown.session().view().camera.centre == whole.centre);
    shown.canvas().zoom_out();
    CHECK(shown.session().view().camera.zoom == Approx(1));
    const Camera before = shown.session().view().camera;
    shown.canvas().fit_samples();
    REQUIRE(QTest::qWaitFor([&] { return shown.session().view().camera != before; }, 20'000));
    // All samples at all epochs are on the canvas, and they reach near its edge.
    int outermost = 0;
    for (int e = 0; e < 5; ++e) {
        shown.session().set_playhead(e);
        for (std::size_t i = 0; i < 48; ++i) {
            const QPoint place = shown.place_of(i);
            CHECK(shown.canvas().rect().contains(place));
            outermost = std::max(outermost, std::abs(place.y() - 240));
        }
    }
    CHECK(outermost > 200);
    shown.canvas().go_home();
    CHECK(shown.session().view().camera == whole);
}

TEST_CASE("The canvas tells screen readers what it shows") {
    ShownCanvas shown(Renderer::raster);
    CHECK(shown.canvas().accessibleName() == "Canvas");
    shown.session().set_playhead(2.25);
    shown.session().select(4);
    CHECK(shown.canvas().accessibleDescription() ==
          "grid: 48 samples at epoch 3.25, 1 of them selected, 0 picked");
}
