#include "io/npy_file.h"

#include <epochscope/compute/known_maps.h>
#include <epochscope/io/write_dataset.h>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;
namespace fs = std::filesystem;

namespace {

const std::vector<double> two_means{1, 2, 3, 4};
/// The axes of two maps in the plane: as they are, and turned.
const std::vector<double> two_axes{1, 0, 0, 1, 0.6, 0.8, -0.8, 0.6};

void put_maps(const fs::path& folder, const std::vector<double>& means,
              const std::vector<double>& axes, const std::string& maps, const std::string& d) {
    put_npy(folder / "map_mean.npy", "<f8", "(" + maps + ", " + d + ")", means);
    put_npy(folder / "map_axes.npy", "<f8", "(" + maps + ", 2, " + d + ")", axes);
}

/// What opening says of a folder with maps of these values.
std::string outcome_of_maps(const std::vector<double>& means, const std::vector<double>& axes,
                            const std::string& maps = "2", const std::string& dimension = "2") {
    const TemporaryFolder folder;
    put_arrays(folder.path());
    put_maps(folder.path(), means, axes, maps, dimension);
    return outcome(folder.path());
}

}  // namespace

TEST_CASE("linear maps go with a folder of arrays to the bit", "[io]") {
    const TemporaryFolder folder;
    put_arrays(folder.path() / "a");
    put_maps(folder.path() / "a", two_means, two_axes, "2", "2");
    const Dataset first = open_dataset(folder.path() / "a");
    CHECK(first.warnings.empty());
    write_dataset(first, DatasetFormat::npy, folder.path() / "b", {});
    const Dataset second = open_dataset(folder.path() / "b");
    for (const Dataset* dataset : {&first, &second}) {
        const auto maps = maps_of<LinearMap>(dataset->plane_map);
        REQUIRE(maps.size() == 2);
        CHECK(maps[0]->mean == std::vector<double>{1, 2});
        CHECK(maps[1]->mean == std::vector<double>{3, 4});
        CHECK(maps[1]->axes[0] == std::vector<double>{0.6, 0.8});
        CHECK(maps[1]->axes[1] == std::vector<double>{-0.8, 0.6});
        CHECK(maps[1]->explained == std::array<double, 2>{0, 0});
    }
    CHECK(left_out(first, DatasetFormat::npy).empty());
    CHECK(left_out(first, DatasetFormat::json) ==
          std::vector<std::string>{"map_mean.npy", "map_axes.npy"});
}

TEST_CASE("linear maps of their own keep the heads of their epochs", "[io]") {
    const TemporaryFolder folder;
    put_arrays(folder.path() / "a");
    put_maps(folder.path() / "a", two_means, two_axes, "2", "2");
    Dataset first = open_dataset(folder.path() / "a");
    CHECK_FALSE(first.plane_map.logits(0).is_known());
    // Nothing is known of the last epoch's.
    const Head head = DenseLayer{2, 2, {1, 2, 3, 4}, {5, 6}};
    first.plane_map = first.plane_map.with_logits({{.head = head}, {}});
    write_dataset(first, DatasetFormat::npy, folder.path() / "b", {});
    const Dataset second = open_dataset(folder.path() / "b");
    CHECK(second.warnings.empty());
    CHECK(second.plane_map.logits(0).head == head);
    CHECK_FALSE(second.plane_map.logits(1).is_known());
    // Of linear maps, planes decide where landscapes are known.
    CHECK_FALSE(second.plane_map.has_logits(0));
    CHECK(left_out(first, DatasetFormat::json) ==
          std::vector<std::string>{"map_mean.npy", "map_axes.npy", "map_head_weight.npy",
                                   "map_head_bias.npy"});
    // One map for all needs none: planes say the same.
    first.plane_map = PlaneMap({first.plane_map.maps()[0]}).with_heads({head, head});
    write_dataset(first, DatasetFormat::npy, folder.path() / "c", {});
    CHECK_FALSE(fs::exists(folder.path() / "c" / "map_head_weight.npy"));
    CHECK(open_dataset(folder.path() / "c").plane_map.has_logits(1));
    const auto warning_with = [&](const std::string& file, const std::string& shape) {
        put_npy<float>(folder.path() / "b" / file, "<f4", shape, std::vector<float>(12, 1));
        const Dataset dataset = open_dataset(folder.path() / "b");
        CHECK_FALSE(dataset.plane_map.logits(0).is_known());
        REQUIRE(dataset.warnings.size() == 1);
        CHECK_THAT(dataset.warnings[0], contains(file));
        CHECK_THAT(dataset.warnings[0], contains("between epochs, landscapes fade"));
        return dataset.warnings[0];
    };
    CHECK_THAT(warning_with("map_head_weight.npy", "(2, 2, 3)"), contains("expected (2, 2, 2)"));
    CHECK_THAT(warning_with("map_head_weight.npy", "(2, 3, 2)"), contains("expected (2, 2, 2)"));
    CHECK_THAT(warning_with("map_head_weight.npy", "(12,)"), contains("map_head_weight"));
}

TEST_CASE("linear maps follow the epochs' numbers, not their rows", "[io]") {
    const TemporaryFolder folder;
    put_arrays(folder.path());
    put(folder.path() / "info.json", R"({"label_text": ["a", "b"], "epochs": [4, 1]})");
    put_maps(folder.path(), two_means, two_axes, "2", "2");
    const Dataset dataset = open_dataset(folder.path());
    const auto maps = maps_of<LinearMap>(dataset.plane_map);
    REQUIRE(maps.size() == 2);
    CHECK(maps[0]->mean == std::vector<double>{3, 4});
    CHECK(maps[0]->axes[0] == std::vector<double>{0.6, 0.8});
    CHECK(maps[1]->mean == std::vector<double>{1, 2});
}

TEST_CASE("one map serves all epochs, and features of one dimension have one axis", "[io]") {
    const TemporaryFolder folder;
    put_arrays(folder.path());
    put_maps(folder.path(), {5}, {1, 0}, "1", "1");
    const Dataset dataset = open_dataset(folder.path());
    CHECK(dataset.warnings.empty());
    const auto maps = maps_of<LinearMap>(dataset.plane_map);
    REQUIRE(maps.size() == 1);
    CHECK(maps[0]->mean == std::vector<double>{5});
    CHECK(maps[0]->axes[1] == std::vector<double>{0});
}

TEST_CASE("broken linear maps are left out with a warning", "[io]") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK(outcome_of_maps(two_means, two_axes) == "opened");
    CHECK_THAT(
        outcome_of_maps({1, 2, 3, 4, 5, 6}, std::vector<double>(12), "3"),
        contains("map_mean.npy: has the shape (3, 2), expected (1 or 2, dimensions); the map is "
                 "left out"));
    CHECK_THAT(outcome_of_maps({}, {}, "2", "0"), contains("has the shape (2, 0)"));
    CHECK_THAT(outcome_of_maps({1, nan, 3, 4}, two_axes),
               contains("map_mean.npy: entry 1 is nan, expected finite numbers"));
    CHECK_THAT(outcome_of_maps(two_means, {1, 0, 0, 1, 0.6, 0.8, 0.8, 0.6}),
               contains("map_axes.npy: has axes that are not orthonormal"));
    CHECK_THAT(outcome_of_maps(two_means, {2, 0, 0, 1, 0.6, 0.8, -0.8, 0.6}),
               contains("map_axes.npy: has axes that are not orthonormal"));
    const TemporaryFolder folder;
    put_arrays(folder.path());
    put_maps(folder.path(), two_means, two_axes, "2", "2");
    put_npy<double>(folder.path() / "map_axes.npy", "<f8", "(1, 2, 2)", {1, 0, 0, 1});
    CHECK_THAT(outcome(folder.path()), contains("map_axes.npy: has the shape (1, 2, 2), expected "
                                                "(2, 2, 2) as map_mean.npy has it"));
    put(folder.path() / "map_axes.npy", "no array");
    CHECK_THAT(outcome(folder.path()), contains("the map is left out"));
    fs::remove(folder.path() / "map_axes.npy");
    CHECK_THAT(outcome(folder.path()), contains("map_axes.npy: does not exist, expected both"));
    CHECK_FALSE(open_dataset(folder.path()).plane_map.has_maps());
}
