#include "render/drawing.h"
#include "render/tiny.h"
#include "support/catch.h"

#include <epochscope/model/error.h>
#include <epochscope/model/thumbnails.h>
#include <epochscope/render/pick.h>
#include <epochscope/render/sample_pictures.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

constexpr Size large{800, 600};
constexpr Colour grey{90, 90, 90};

/// Only that there are some: frames are given their images here.
class AnyPictures : public ThumbnailSource {
  public:
    [[nodiscard]] bool has(std::size_t) const override { return true; }
    [[nodiscard]] Image load(std::size_t) const override { throw Error("pictures", "not asked"); }
};

Dataset with_pictures(const EpochSeries& series) {
    Dataset dataset{series, nullptr, "made", "/made", "made", {}};
    dataset.thumbnails = std::make_shared<AnyPictures>();
    return dataset;
}

std::shared_ptr<const Image> grey_image(Size size) {
    Image image(size);
    for (std::size_t i = 0; i < image.rgba.size(); i += 4) {
        image.rgba[i] = image.rgba[i + 1] = image.rgba[i + 2] = grey.r;
        image.rgba[i + 3] = 255;
    }
    return std::make_shared<const Image>(std::move(image));
}

void give_all(Frame& frame, Size size = {8, 8}) {
    set_images(frame, [image = grey_image(size)](std::size_t) { return image; });
}

EpochSeries crowd(std::size_t count) {
    EpochColumns epoch;
    epoch.number = 1;
    for (std::size_t i = 0; i < count; ++i) {
        const auto angle = static_cast<float>(i);
        epoch.positions.push_back({6 * std::cos(angle), 6 * std::sin(angle * 1.7F)});
    }
    return make_series({{"a"}, {}}, std::vector<std::int32_t>(count, 0), {epoch});
}

}  // namespace

TEST_CASE("samples with room are pictures with a border in their colour", "[render]") {
    const Dataset dataset = with_pictures(tiny());
    Frame frame = compose(dataset, plain_view(0), large);
    REQUIRE(frame.pictures.size() == 4);
    give_all(frame);
    const Image image = drawn(frame);
    const SamplePicture& first = frame.pictures.front();
    CHECK(first.sample == 0);
    CHECK(first.side == 64);
    const auto x = static_cast<int>(first.centre.x);
    const auto y = static_cast<int>(first.centre.y);
    CHECK(same_rgb(at(image, x, y), grey));
    CHECK(same_rgb(at(image, x - 31, y), grey));
    CHECK(same_rgb(at(image, x - 33, y), red));
    CHECK(same_rgb(at(image, x - 36, y), white));
    ViewState off = plain_view(0);
    off.style.thumbnails = false;
    CHECK(compose(dataset, off, large).pictures.empty());
    CHECK(compose(tiny(), plain_view(0), large).pictures.empty());
}

TEST_CASE("small pictures grow by whole factors, large ones shrink to fit", "[render]") {
    Frame frame = compose(with_pictures(tiny()), plain_view(0), large);
    frame.pictures.resize(1);
    const auto x = static_cast<int>(frame.pictures[0].centre.x);
    const auto y = static_cast<int>(frame.pictures[0].centre.y);
    const auto width_for = [&](Size size) {
        give_all(frame, size);
        const Image image = drawn(frame);
        int width = 0;
        for (int dx = -40; dx < 40; ++dx) width += same_rgb(at(image, x + dx, y), grey) ? 1 : 0;
        return width;
    };
    CHECK(width_for({20, 20}) == 60);
    CHECK(width_for({10, 40}) == 10);
    CHECK(width_for({300, 150}) == 64);
}

TEST_CASE("many samples are discs", "[render]") {
    CHECK(compose(with_pictures(crowd(1000)), plain_view(0), large).pictures.empty());
    const Frame some = compose(with_pictures(crowd(200)), plain_view(0), large);
    CHECK(some.pictures.size() > 20);
    for (std::size_t a = 0; a < some.pictures.size(); ++a)
        for (std::size_t b = 0; b < a; ++b) {
            const Pixel p = some.pictures[a].centre;
            const Pixel q = some.pictures[b].centre;
            CHECK(std::max(std::abs(p.x - q.x), std::abs(p.y - q.y)) >= some.pictures[a].side + 4);
        }
    // Zoomed in on few of many.
    ViewState near = plain_view(0);
    near.camera = {{6, 0}, 8, false};
    const Frame close = compose(with_pictures(crowd(1000)), near, large);
    CHECK_FALSE(close.pictures.empty());
}

TEST_CASE("a selected sample has its picture first, with a rim; others step back", "[render]") {
    ViewState view = selecting(0, {150});
    view.style.intra_links = view.style.inter_links = false;
    Frame frame = compose(with_pictures(crowd(200)), view, large);
    REQUIRE(frame.pictures.front().sample == 150);
    CHECK(frame.pictures.front().rim_width > 0);
    CHECK(frame.pictures.front().opacity == 1);
    CHECK(frame.pictures.back().opacity < 1);
    // Its disc is seen only if it has no picture.
    CHECK(frame.markers.empty());
    set_images(frame, [](std::size_t) { return nullptr; });
    CHECK(frame.markers.size() == 1);
}

TEST_CASE("a picture is picked wherever it is hit", "[render]") {
    Frame frame = compose(with_pictures(tiny()), plain_view(0), large);
    give_all(frame);
    const Pixel centre = frame.pictures.front().centre;
    const Pixel corner{centre.x + 30, centre.y - 30};
    CHECK(pick(frame, corner, 6) == 0);
    CHECK_FALSE(pick(frame.points, corner, 6));
    set_images(frame, [](std::size_t) { return nullptr; });
    CHECK_FALSE(pick(frame, corner, 6));
    CHECK(pick(frame, centre, 6) == 0);
}
