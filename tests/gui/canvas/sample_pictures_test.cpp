#include "gui/canvas/canvas_fixture.h"
#include "gui/pictures_of_samples.h"

#include <algorithm>
#include <memory>

using namespace epochscope;
using epochscope::tests::PicturesOfSamples;
using epochscope::tests::renderers;
using epochscope::tests::share_apart;
using epochscope::tests::ShownCanvas;
using epochscope::tests::turning_grid;

namespace {

std::shared_ptr<const Dataset> pictured_grid(const std::shared_ptr<PicturesOfSamples>& pictures) {
    Dataset dataset = *turning_grid();
    dataset.thumbnails = pictures;
    return std::make_shared<const Dataset>(std::move(dataset));
}

std::size_t known(ShownCanvas& shown) {
    const Frame frame = shown.canvas().frame();
    return static_cast<std::size_t>(std::ranges::count_if(
        frame.pictures, [](const SamplePicture& picture) { return picture.image != nullptr; }));
}

}  // namespace

TEST_CASE("Samples become pictures as these are decoded, while the canvas goes on") {
    const auto pictures = std::make_shared<PicturesOfSamples>();
    pictures->missing = {7};
    pictures->shut();
    ShownCanvas shown(renderers().back(), pictured_grid(pictures));
    shown.settle();
    CHECK(known(shown) == 0);
    pictures->open();
    const std::size_t wanted = shown.canvas().frame().pictures.size();
    REQUIRE(wanted > 10);
    CHECK(QTest::qWaitFor([&] { return known(shown) == wanted - 1; }, 20'000));
    shown.settle();
    // The whole picture stands for its sample.
    const Frame frame = shown.canvas().frame();
    const SamplePicture& picture = frame.pictures[3];
    const QPointF corner =
        QPointF(picture.centre.x + 10, picture.centre.y - 10) / shown.canvas().devicePixelRatioF();
    CHECK(shown.canvas().sample_at(corner) == picture.sample);
    Style style = shown.session().view().style;
    style.thumbnails = false;
    shown.session().set_style(style);
    CHECK(shown.canvas().frame().pictures.empty());
}

TEST_CASE("Both canvases show the same pictures of samples") {
    if (renderers().size() < 2) return;
    const auto pictures = std::make_shared<PicturesOfSamples>();
    ShownCanvas shown(app::Renderer::gl, pictured_grid(pictures));
    shown.session().select(20);
    shown.settle();
    const std::size_t wanted = shown.canvas().frame().pictures.size();
    REQUIRE(QTest::qWaitFor([&] { return known(shown) == wanted; }, 20'000));
    const QImage drawn = shown.canvas().grab_picture();
    shown.canvas().set_renderer(app::Renderer::raster);
    CHECK(share_apart(drawn, shown.canvas().grab_picture()) <= 0.005);
}
