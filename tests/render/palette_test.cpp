#include "support/catch.h"

#include <epochscope/render/contrast.h>
#include <epochscope/render/palette.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <tuple>
#include <vector>

using namespace epochscope;

TEST_CASE("many classes get as many different colours", "[render]") {
    std::set<std::tuple<int, int, int>> seen;
    for (const Colour& colour : colour_blind_safe(100)) {
        CHECK(colour.a == 255);
        seen.insert({colour.r, colour.g, colour.b});
    }
    CHECK(seen.size() == 100);
    CHECK(colour_blind_safe(0).empty());
}

TEST_CASE("fewer colours are the first of more", "[render]") {
    const auto many = colour_blind_safe(12);
    const auto few = colour_blind_safe(5);
    CHECK(std::equal(few.begin(), few.end(), many.begin()));
    CHECK(many[0] == Colour{0, 114, 178});
}

TEST_CASE("the first generated colour is the one worked out", "[render]") {
    // Hue 0, lightness 0.42, saturation 0.6: 0.42 +- 0.252, times 255.
    CHECK(colour_blind_safe(8)[7] == Colour{171, 43, 43});
}

TEST_CASE("a folder's own colours come first", "[render]") {
    CHECK(colours_of({{"a"}, {{1, 2, 3}}}) == std::vector<Colour>{{1, 2, 3}});
    CHECK(colours_of({{"a", "b"}, {}}) == colour_blind_safe(2));
}

TEST_CASE("palettes are found by their names", "[render]") {
    for (const Palette& palette : palettes()) CHECK(&palette_of(palette.id) == &palette);
    CHECK(&palette_of("none of them") == &palettes().front());
    const Classes classes{{"a"}, {{1, 2, 3}}};
    CHECK(palettes().front().colours(classes) == classes.colours);
    CHECK(palette_of("colour-blind").colours(classes) == colour_blind_safe(1));
}

TEST_CASE("samples without a label are grey", "[render]") {
    std::vector<std::int32_t> labels{0, -1, 1};
    Classes classes{{"a", "b"}, {}};
    add_unlabelled(classes, labels);
    for (const Palette& palette : palettes()) {
        const std::vector<Colour> colours = palette.colours(classes);
        REQUIRE(colours.size() == 3);
        CHECK(colours[0] == colour_blind_safe(2)[0]);
        CHECK(colours[2] == unlabelled_colour);
    }
}

TEST_CASE("colours apart are no class's, and seen on their ground", "[render]") {
    const std::vector<Colour> classes = colour_blind_safe(12);
    for (const Colour ground : {Colour{255, 255, 255}, Colour{0x1b, 0x1d, 0x21}}) {
        const std::vector<Colour> apart = colours_apart(classes, 12, ground);
        std::set<std::tuple<int, int, int>> seen;
        for (const Colour& colour : apart) {
            CHECK(contrast(colour, ground) >= 3);
            seen.insert({colour.r, colour.g, colour.b});
            for (const Colour& other : classes) {
                const int difference = std::abs(colour.r - other.r) + std::abs(colour.g - other.g) +
                                       std::abs(colour.b - other.b);
                CHECK(difference > 40);
            }
        }
        CHECK(seen.size() == 12);
        const std::vector<Colour> few = colours_apart(classes, 5, ground);
        CHECK(std::equal(few.begin(), few.end(), apart.begin()));
    }
    CHECK(colours_apart({}, 1000, {128, 128, 128}).size() == 1000);
}
