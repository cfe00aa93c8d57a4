#include "render/tiny.h"
#include "support/catch.h"

#include <epochscope/render/backgrounds.h>
#include <epochscope/render/palette.h>

#include <memory>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

/// A landscape by the model at the first epoch and by points at the others.
class Plain : public Landscape {
  public:
    [[nodiscard]] bool has(std::size_t /*epoch*/) const override { return true; }
    [[nodiscard]] bool is_from_points(std::size_t epoch) const override { return epoch > 0; }
    [[nodiscard]] Image paint(std::size_t /*epoch*/, std::span<const Colour> /*colours*/,
                              const Cutout& cutout, int /*threads*/) const override {
        return Image(cutout.size);
    }
};

}  // namespace

TEST_CASE("a landscape is shown if the dataset has no backgrounds", "[render]") {
    Dataset dataset{.series = tiny(),
                    .backgrounds = nullptr,
                    .name = {},
                    .path = {},
                    .format = {},
                    .warnings = {}};
    ViewState view;
    CHECK_FALSE(shows_landscape(dataset, view.style));
    CHECK(backgrounds_to_show(dataset, view, Size{2, 2}) == nullptr);
    dataset.landscape = std::make_shared<const Plain>();
    CHECK(shows_landscape(dataset, view.style));
    CHECK(backgrounds_to_show(dataset, view, Size{2, 3})->load(0).size == Size{2, 3});
    CHECK(paints_parts(dataset, view, {0, 0, 0}));
    CHECK_FALSE(paints_parts(dataset, view, {0, 1, 0.5F}));
    view.style.landscape_between = true;
    CHECK_FALSE(shows_between(dataset, view.style));
    view.style.landscape = false;
    CHECK_FALSE(shows_landscape(dataset, view.style));
}

TEST_CASE("colours of a view come first", "[render]") {
    ViewState view;
    const Classes classes{{"a", "b"}, {}};
    CHECK(colours_in(view, classes) == colours_of(classes));
    view.colours = {red, blue};
    CHECK(colours_in(view, classes) == view.colours);
}
