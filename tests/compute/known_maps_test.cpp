#include "compute/plain_network.h"
#include "support/catch.h"

#include <epochscope/compute/known_maps.h>
#include <epochscope/model/error.h>

#include <limits>
#include <string>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

LearnedMap drawn_map() {
    return {.middle = {1, -2, 0.5F, 4},
            .scale = 2,
            .encoder = drawn_layers({4, 6, 2}, 1),
            .decoder = drawn_layers({2, 6, 4}, 11)};
}

std::string fault_of(const LearnedMap& map) {
    try {
        check(map);
    } catch (const Error& error) {
        return error.what();
    }
    return "";
}

}  // namespace

TEST_CASE("a learned map places embeddings and takes places back") {
    const LearnedMap map = drawn_map();
    // More than are sent through at once.
    const std::size_t count = 300;
    const auto values = normal_values(4 * count, 3);
    const auto places = places_by(map, {values, 4}, 1);
    const auto back = embeddings_by(map, places, 1);
    REQUIRE(places.size() == count);
    REQUIRE(back.size() == 4 * count);
    for (const std::size_t i : {0U, 127U, 128U, 299U}) {
        PlainRow row;
        for (std::size_t d = 0; d < 4; ++d)
            row.push_back((double{values[4 * i + d]} - double{map.middle[d]}) / 2);
        const PlainRow place = sent_through(map.encoder, row);
        CHECK(double{places[i].x} == Approx(place[0]).epsilon(1e-4));
        CHECK(double{places[i].y} == Approx(place[1]).epsilon(1e-4));
        const PlainRow out = sent_through(map.decoder, {double{places[i].x}, double{places[i].y}});
        for (std::size_t d = 0; d < 4; ++d)
            CHECK(double{back[4 * i + d]} ==
                  Approx(2 * out[d] + double{map.middle[d]}).epsilon(1e-4).margin(1e-4));
    }
    CHECK(places_by(map, {values, 4}, 2) == places);
    CHECK(embeddings_by(map, places, 2) == back);
}

TEST_CASE("learned maps whose parts do not fit are refused") {
    CHECK(fault_of(drawn_map()).empty());
    LearnedMap map = drawn_map();
    map.encoder.front().inputs = 5;
    CHECK_THAT(fault_of(map), contains("encoder, layer 1: takes 5 numbers, expected 4"));
    map = drawn_map();
    map.decoder.pop_back();
    CHECK_THAT(fault_of(map), contains("decoder: ends with 6 numbers, expected 4"));
    map = drawn_map();
    map.decoder.back().weight.pop_back();
    CHECK_THAT(fault_of(map), contains("decoder, layer 2: has 23 weights and 4 biases"));
    map = drawn_map();
    map.encoder.back().bias[0] = std::numeric_limits<float>::quiet_NaN();
    CHECK_THAT(fault_of(map), contains("encoder, layer 2: has weights that are not finite"));
    map = drawn_map();
    map.scale = 0;
    CHECK_THAT(fault_of(map), contains("a scale above 0"));
    map = drawn_map();
    map.encoder.clear();
    CHECK_THAT(fault_of(map), contains("encoder: has no layers"));
}
