#include "export/sample.h"
#include "support/catch.h"
#include "support/data.h"

#include <memory>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

/// The first class's colour in the lower half, white above.
class LowerHalf : public Landscape {
  public:
    [[nodiscard]] bool has(std::size_t) const override { return true; }
    [[nodiscard]] bool is_from_points(std::size_t) const override { return true; }
    [[nodiscard]] Image paint(std::size_t, std::span<const Colour> colours, const Cutout& cutout,
                              int) const override {
        CHECK(cutout == Cutout(landscape_size));
        Image image(cutout.size);
        std::fill(image.rgba.begin(), image.rgba.end(), std::uint8_t{255});
        for (std::size_t i = 0; i < image.rgba.size() / 2; i += 4) {
            image.rgba[i] = colours[0].r;
            image.rgba[i + 1] = colours[0].g;
            image.rgba[i + 2] = colours[0].b;
        }
        return image;
    }
};

Colour pixel(const Image& image, int column, int row) {
    const auto at = 4 * static_cast<std::size_t>(row * image.size.width + column);
    return {image.rgba[at], image.rgba[at + 1], image.rgba[at + 2]};
}

}  // namespace

TEST_CASE("pictures show the landscape of a folder without backgrounds, in the view's colours",
          "[export]") {
    Dataset dataset = sample_dataset();
    dataset.landscape = std::make_shared<LowerHalf>();
    ViewState view;
    view.camera = home(dataset.series.frame());
    view.style.axes = view.style.epoch_number = false;
    // Whatever way up backgrounds of others lie.
    view.background_origin = Origin::upper;
    const Size size{40, 40};
    const Image image = render_picture(dataset, view, size);
    CHECK(pixel(image, 38, 38) == Colour{0, 0, 255});
    CHECK(pixel(image, 38, 2) == Colour{255, 255, 255});
    view.colours = {{0, 128, 0}, {1, 2, 3}};
    CHECK(pixel(render_picture(dataset, view, size), 38, 38) == Colour{0, 128, 0});
    view.style.landscape = false;
    CHECK(pixel(render_picture(dataset, view, size), 38, 38) == Colour{255, 255, 255});
}

namespace {

/// Red at the first epoch, blue at the second, and green between; keeps what was asked of it.
class Between : public Landscape {
  public:
    mutable std::vector<Cutout> asked;

    [[nodiscard]] bool has(std::size_t) const override { return true; }
    [[nodiscard]] bool is_from_points(std::size_t) const override { return false; }
    [[nodiscard]] Image paint(std::size_t epoch, std::span<const Colour>, const Cutout& cutout,
                              int) const override {
        asked.push_back(cutout);
        return filled(cutout.size, epoch == 0 ? 0 : 2, 255);
    }
    [[nodiscard]] bool has_between(std::size_t from, std::size_t) const override {
        return from == 0;
    }
    [[nodiscard]] Image paint_between(std::size_t, std::size_t, double t, std::span<const Colour>,
                                      const Cutout& cutout, int) const override {
        asked.push_back(cutout);
        return filled(cutout.size, 1, static_cast<std::uint8_t>(200 * t));
    }

  private:
    static Image filled(Size size, std::size_t channel, std::uint8_t value) {
        Image image(size);
        for (std::size_t i = 0; i < image.rgba.size(); i += 4) {
            image.rgba[i + channel] = value;
            image.rgba[i + 3] = 255;
        }
        return image;
    }
};

}  // namespace

TEST_CASE("pictures between epochs show the landscape in between where that is wanted",
          "[export]") {
    Dataset dataset = sample_dataset();
    dataset.landscape = std::make_shared<Between>();
    ViewState view;
    view.camera = home(dataset.series.frame());
    view.style.axes = view.style.epoch_number = false;
    view.playhead = 0.5;
    const Size size{40, 40};
    CHECK(pixel(render_picture(dataset, view, size), 38, 2) == Colour{128, 0, 128});
    view.style.landscape_between = true;
    CHECK(pixel(render_picture(dataset, view, size), 38, 2) == Colour{0, 100, 0});
    view.playhead = 0.25;
    CHECK(pixel(render_picture(dataset, view, size), 38, 2) == Colour{0, 50, 0});
    view.playhead = 1;
    CHECK(pixel(render_picture(dataset, view, size), 38, 2) == Colour{0, 0, 255});
    view.playhead = 0;
    CHECK(pixel(render_picture(dataset, view, size), 38, 2) == Colour{255, 0, 0});
}

TEST_CASE("pictures ask a landscape of the model's own for the part that they show", "[export]") {
    Dataset dataset = sample_dataset();
    const auto landscape = std::make_shared<Between>();
    dataset.landscape = landscape;
    FrameRun run{
        .view = plain_view(), .size = {40, 20}, .playheads = {0, 0.25, 0.5, 1}, .paint_text = {}};
    // A quarter of the frame's (0, 0)..(10, 10).
    run.view.camera.zoom = 2;
    run.view.camera.centre = {5, 7.5F};
    const Cutout part({40, 20}, Box{{2.5F, 5}, {7.5F, 10}});
    const TemporaryFolder folder;
    export_frames(dataset, run, folder.path() / "faded");
    // Each epoch's once.
    CHECK(landscape->asked == std::vector{part, part});
    landscape->asked.clear();
    run.view.style.landscape_between = true;
    export_frames(dataset, run, folder.path() / "between");
    CHECK(landscape->asked == std::vector{part, part, part, part});
    run.view.camera.centre = {50, 50};
    CHECK(colour_at(render_picture(dataset, run.view, run.size), 20, 10) == Colour{255, 255, 255});
}
