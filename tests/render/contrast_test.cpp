#include "support/catch.h"

#include <epochscope/render/contrast.h>
#include <epochscope/render/palette.h>

using namespace epochscope;

namespace {

constexpr Colour white{255, 255, 255};
constexpr Colour black{0, 0, 0};
/// The canvas of the dark theme.
constexpr Colour dark{0x1b, 0x1d, 0x21};

}  // namespace

TEST_CASE("contrast is that of WCAG", "[render]") {
    CHECK(contrast(black, white) == Approx(21));
    CHECK(contrast(white, black) == Approx(21));
    CHECK(contrast(white, white) == Approx(1));
    CHECK(contrast({0x76, 0x76, 0x76}, white) == Approx(4.54).margin(0.005));
    CHECK(contrast({255, 0, 0}, white) == Approx(3.998).margin(0.005));
}

TEST_CASE("a legible colour is changed no more than it takes", "[render]") {
    CHECK(legible({0, 114, 178}, white) == Colour{0, 114, 178});
    for (const Colour ground : {white, dark, black, Colour{128, 128, 128}}) {
        for (const Colour colour : {Colour{240, 228, 66}, Colour{0, 0, 60}, ground}) {
            const Colour seen = legible(colour, ground);
            CHECK(contrast(seen, ground) >= 3);
            if (contrast(colour, ground) < 3) CHECK(contrast(seen, ground) < 3.3);
        }
    }
    CHECK(legible({240, 228, 66, 77}, white).a == 77);
}

TEST_CASE("a tone fades towards its ground, but never out of sight", "[render]") {
    const Colour blue{0, 60, 160};
    CHECK(toned(blue, white, 1) == blue);
    const double half = contrast(toned(blue, white, 0.5F), white);
    const double faint = contrast(toned(blue, white, 0), white);
    CHECK(faint >= 3);
    CHECK(faint < half);
    CHECK(half < contrast(blue, white));
    CHECK(contrast(toned({240, 228, 66}, white, 0), white) >= 3);
}

TEST_CASE("class colours reach 3:1 on the dark canvas", "[render]") {
    std::vector<Colour> colours = colour_blind_safe(100);
    colours.insert(colours.end(), {black, {0, 0, 139}, {80, 0, 0}, dark});
    for (const Colour colour : colours_on(dark, colours)) CHECK(contrast(colour, dark) >= 3);
    CHECK(colours_on(white, colours) == colours);
}
