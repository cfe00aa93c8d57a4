#include "render/drawing.h"
#include "render/tiny.h"
#include "support/catch.h"

#include <epochscope/render/density.h>
#include <epochscope/render/pick.h>
#include <epochscope/render/pick_region.h>

#include <memory>
#include <random>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

using Samples = std::vector<std::size_t>;

constexpr Size size{200, 160};

std::shared_ptr<const PickedSamples> only(std::size_t count, const Samples& samples) {
    return std::make_shared<const PickedSamples>(count, samples);
}

/// So many samples in a cloud, of two classes by turns.
EpochSeries cloud(std::size_t count) {
    std::mt19937 random(5);
    std::normal_distribution<float> place(0, 2);
    std::vector<EpochColumns> epochs(2);
    std::vector<std::int32_t> labels;
    for (EpochColumns& epoch : epochs) {
        epoch.number = &epoch - epochs.data();
        for (std::size_t i = 0; i < count; ++i) {
            epoch.positions.push_back({place(random), place(random)});
            epoch.predictions.push_back(static_cast<std::int32_t>(i % 3 == 0));
        }
    }
    for (std::size_t i = 0; i < count; ++i) labels.push_back(static_cast<std::int32_t>(i % 2));
    return make_series({{"a", "b"}, {red, blue}}, labels, epochs);
}

Samples of_first_class(std::size_t count) {
    Samples samples;
    for (std::size_t i = 0; i < count; i += 2) samples.push_back(i);
    return samples;
}

}  // namespace

TEST_CASE("a filter leaves out samples as a hidden class does", "[render]") {
    constexpr std::size_t count = 40000;
    const EpochSeries series = cloud(count);
    for (const PointMode mode : {PointMode::points, PointMode::density}) {
        ViewState hiding = plain_view(0.5);
        hiding.style.points = mode;
        hiding.style.ring_wrong = true;
        hiding.style.class_names = true;
        ViewState filtering = hiding;
        hiding.hidden = {false, true};
        filtering.filter = only(count, of_first_class(count));
        const Frame a = compose(series, hiding, size);
        const Frame b = compose(series, filtering, size);
        CHECK(drawn(a).rgba == drawn(b).rgba);
        CHECK(words_of(b, TextRole::class_name) == std::vector<std::string>{"a"});
        CHECK(words_of(a, TextRole::class_name) == words_of(b, TextRole::class_name));
        // Coarse frames too.
        CHECK(drawn(compose(series, hiding, size, {}, 8)).rgba ==
              drawn(compose(series, filtering, size, {}, 8)).rgba);
        for (float x = 5; x < 200; x += 10) CHECK(pick(a, {x, 80}, 20) == pick(b, {x, 80}, 20));
        const Region region = Region::box({40, 40}, {120, 90});
        CHECK_FALSE(pick_within(b.points, region).empty());
        CHECK(pick_within(a.points, region) == pick_within(b.points, region));
    }
    const auto filter = only(count, of_first_class(count));
    CHECK(content_box(series, {}, filter.get()) == content_box(series, {false, true}));
    CHECK(content_box(series, {}, only(count, {}).get()) == series.frame());
}

TEST_CASE("picked samples that are filtered out are not drawn", "[render]") {
    constexpr std::size_t count = 3000;
    const EpochSeries series = cloud(count);
    ViewState hiding = plain_view(0);
    hiding.picked = only(count, {0, 1, 2, 3, 4, 5, 6, 7});
    ViewState filtering = hiding;
    hiding.hidden = {false, true};
    filtering.filter = only(count, of_first_class(count));
    const Image image = drawn(compose(series, filtering, size));
    CHECK(image.rgba == drawn(compose(series, hiding, size)).rgba);
    filtering.filter = nullptr;
    CHECK(image.rgba != drawn(compose(series, filtering, size)).rgba);
}

TEST_CASE("few samples that pass a filter are all in a coarse frame", "[render]") {
    constexpr std::size_t count = 40000;
    const EpochSeries series = cloud(count);
    ViewState view = plain_view(0);
    view.filter = only(count, {17, 4711, 39999});
    const Frame coarse = compose(series, view, size, {}, 64);
    CHECK(coarse.points.stride == 1);
    CHECK(drawn(coarse).rgba == drawn(compose(series, view, size)).rgba);
    view.filter = only(count, {});
    CHECK(drawn(compose(series, view, size)).rgba == drawn(empty_frame(size)).rgba);
}

TEST_CASE("the selection and its links stay, whatever a filter leaves out", "[render]") {
    ViewState view = selecting(1, {0});
    view.style.ring_wrong = true;
    const Frame all = compose(tiny(), view, canvas);
    view.filter = only(4, {3});
    const Frame few = compose(tiny(), view, canvas);
    CHECK(few.markers.size() == all.markers.size());
    CHECK(few.lines.size() == all.lines.size());
    CHECK_FALSE(few.lines.empty());
    // Sample 1 is a neighbour, and still nothing to hit.
    CHECK(pick(all, {40, 40}, 3) == 1);
    CHECK_FALSE(pick(few, {40, 40}, 3));
}

TEST_CASE("a filter of another series means nothing", "[render]") {
    ViewState view = plain_view(0);
    view.filter = only(5, {0});
    CHECK_FALSE(compose(tiny(), view, canvas).points.filter);
}
