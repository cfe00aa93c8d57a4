#include "io/npy_file.h"

#include <epochscope/compute/known_maps.h>
#include <epochscope/io/write_dataset.h>
#include <epochscope/model/learned_map.h>

#include <algorithm>
#include <filesystem>
#include <limits>
#include <string>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;
namespace fs = std::filesystem;

namespace {

/// Of three dimensions; `of` tells maps from each other.
LearnedMap map_of(float of) {
    return {.middle = {of, 2, 3},
            .scale = 0.5F,
            .encoder = {{3, 2, {of, 1, 2, 3, 4, 5}, {6, 7}}, {2, 2, {1, 0, 0, of}, {0, 1}}},
            .decoder = {{2, 3, {of, 1, 2, 3, 4, 5}, {7, 8, 9}}}};
}

/// A folder of arrays with these maps.
fs::path put_maps(const fs::path& folder, const std::vector<LearnedMap>& maps) {
    put_arrays(folder / "plain");
    Dataset dataset = open_dataset(folder / "plain");
    dataset.plane_map = plane_map_of(maps);
    write_dataset(dataset, DatasetFormat::npy, folder / "mapped", {});
    return folder / "mapped";
}

std::string warning_of(const fs::path& folder) {
    const Dataset dataset = open_dataset(folder);
    CHECK_FALSE(dataset.plane_map.has_maps());
    REQUIRE(dataset.warnings.size() == 1);
    CHECK_THAT(dataset.warnings[0], contains("; the map is left out"));
    CHECK(dataset.map_fault == dataset.warnings[0]);
    return dataset.map_fault;
}

}  // namespace

TEST_CASE("learned maps go with a folder of arrays to the bit", "[io]") {
    for (const std::vector<LearnedMap>& maps :
         {std::vector{map_of(1)}, std::vector{map_of(1), map_of(2)}}) {
        const TemporaryFolder folder;
        const Dataset read = open_dataset(put_maps(folder.path(), maps));
        CHECK(read.warnings.empty());
        CHECK(read.map_fault.empty());
        const std::vector<const LearnedMap*> found = maps_of<LearnedMap>(read.plane_map);
        CHECK(std::ranges::equal(found, maps, {}, [](const LearnedMap* map) { return *map; }));
        CHECK(left_out(read, DatasetFormat::npy).empty());
        CHECK(left_out(read, DatasetFormat::json) == std::vector<std::string>{"map"});
    }
}

TEST_CASE("maps of different layers cannot be kept together", "[io]") {
    const TemporaryFolder folder;
    LearnedMap other = map_of(2);
    other.encoder = {{3, 2, {1, 1, 2, 3, 4, 5}, {6, 7}}};
    CHECK_THROWS_WITH(put_maps(folder.path(), {map_of(1), other}),
                      contains("encoder: has other layers"));
}

TEST_CASE("a damaged or foreign learned map is left out with a warning", "[io]") {
    const auto damaged = [](const std::string& file, const std::string& shape,
                            const std::vector<float>& values) {
        const TemporaryFolder folder;
        const fs::path inside = put_maps(folder.path(), {map_of(1)}) / "map";
        put_npy<float>(inside / file, "<f4", shape, values);
        return warning_of(inside.parent_path());
    };
    CHECK_THAT(damaged("normalisation.npy", "(1, 3)", {1, 2, 3}),
               contains("takes 3 numbers, expected 2"));
    CHECK_THAT(damaged("normalisation.npy", "(3, 1)", {1, 2, 3}),
               contains("is of 3 maps, expected 1 or 2"));
    CHECK_THAT(damaged("normalisation.npy", "(1, 4)", {1, 2, 3, 0}), contains("a scale above 0"));
    CHECK_THAT(damaged("encoder_2_bias.npy", "(1, 3)", {1, 2, 3}),
               contains("has 4 weights and 3 biases"));
    CHECK_THAT(damaged("encoder_2_bias.npy", "(2, 2)", {1, 2, 3, 4}),
               contains("expected 2 axes, the first of 1 maps"));
    CHECK_THAT(damaged("decoder_1_weight.npy", "(1, 3, 2)",
                       {1, 2, 3, 4, 5, std::numeric_limits<float>::infinity()}),
               contains("weights that are not finite"));
    const TemporaryFolder folder;
    const fs::path mapped = put_maps(folder.path(), {map_of(1)});
    fs::remove(mapped / "map/decoder_1_bias.npy");
    CHECK_THAT(warning_of(mapped), contains("decoder_1_bias.npy"));
    fs::remove_all(mapped / "map");
    put(mapped / "map", "no folder");
    CHECK_THAT(warning_of(mapped), contains("normalisation.npy"));
}
