#include "io/folders.h"
#include "support/data.h"

#include <epochscope/io/file.h>
#include <epochscope/io/recording.h>
#include <epochscope/io/source.h>
#include <epochscope/io/write_dataset.h>

using namespace epochscope;
using namespace epochscope::tests;
namespace fs = std::filesystem;

TEST_CASE("a path that is no dataset is refused by name", "[io]") {
    const TemporaryFolder folder;
    const fs::path& path = folder.path();
    CHECK_THAT(outcome(path / "none"),
               contains("none: cannot be opened (No such file or directory)"));
    CHECK_THAT(outcome(path),
               contains("is not a dataset folder or a recording; it is empty; expected"));
    CHECK_THAT(outcome(path),
               contains("expected one of the formats") && contains("Sequence-Scatter"));
    fs::create_symlink("nowhere", path / "dangling");
    CHECK_THAT(outcome(path / "dangling"), contains("cannot be opened"));
    put(path / "file", "text");
    CHECK_THAT(outcome(path / "file"), contains("is not a dataset folder"));
    CHECK_THAT(outcome(path / "file" / "below"), contains("cannot be opened (Not a directory)"));
    CHECK_THAT(outcome("/dev/null"), contains("is neither a folder nor a regular file"));
}

TEST_CASE("a folder that lacks one of its files, or cannot read it, says which", "[io]") {
    const TemporaryFolder folder;
    const fs::path& path = folder.path();
    put(path / "data.json", good_data);
    CHECK_THAT(outcome(path), contains("has no info.json, expected info.json and data.json"));
    put(path / "info.json", good_info);
    fs::remove(path / "data.json");
    CHECK_THAT(outcome(path), contains("has no data.json"));
    fs::create_directory(path / "data.json");
    CHECK_THAT(outcome(path), contains("data.json: is not a regular file"));
    fs::remove(path / "data.json");
    fs::create_symlink("nowhere", path / "data.json");
    CHECK_THAT(outcome(path), contains("has no data.json"));
    fs::remove(path / "data.json");
    fs::create_symlink("/dev/zero", path / "data.json");
    CHECK_THAT(outcome(path), contains("data.json: is not a regular file"));
}

TEST_CASE("a file of a folder stands for the folder", "[io]") {
    const TemporaryFolder folder;
    put(folder.path() / "info.json", good_info);
    put(folder.path() / "data.json", good_data);
    const Dataset dataset = open_dataset(folder.path() / "data.json");
    CHECK(dataset.series.sample_count() == 3);
    CHECK(dataset.path == fs::canonical(folder.path()).string());
}

TEST_CASE("the real first process opens as it was published", "[io]") {
    const auto folder = test_data("process1");
    const Dataset dataset = open_dataset(folder);
    const EpochSeries& series = dataset.series;
    CHECK(series.sample_count() == 60);
    CHECK(series.epoch_count() == 30);
    CHECK(series.class_count() == 2);
    CHECK(series.epoch(0).number == 1);
    CHECK(series.epoch(29).number == 30);
    CHECK(std::count(series.labels().begin(), series.labels().end(), 0) == 12);
    CHECK(series.positions(0)[0] == Point{0.48039594292640686F, -6.839801788330078F});
    CHECK_FALSE(series.has_predictions());
    CHECK(dataset.backgrounds == nullptr);
    CHECK(dataset.warnings.empty());
    Point low{100, 100};
    Point high{-100, -100};
    for (const Epoch& epoch : series.epochs()) {
        for (const Point p : epoch.positions) {
            low = {std::min(low.x, p.x), std::min(low.y, p.y)};
            high = {std::max(high.x, p.x), std::max(high.y, p.y)};
        }
        for (std::size_t i = 0; i < 60; ++i) {
            CHECK(epoch.intra[i].size() == 5);  // Six with the sample itself.
            CHECK(epoch.inter[i].size() == 6);
        }
    }
    CHECK(low.x == Approx(-7.3135).margin(1e-4));
    CHECK(low.y == Approx(-7.7521).margin(1e-4));
    CHECK(high.x == Approx(2.5771).margin(1e-4));
    CHECK(high.y == Approx(4.6358).margin(1e-4));
}

TEST_CASE("a Sequence-Scatter folder opens with its backgrounds the right way up", "[io]") {
    const Dataset dataset = open_dataset(test_data("digits-scatter"));
    CHECK(dataset.series.sample_count() == 600);
    CHECK(dataset.series.epoch_count() == 20);
    CHECK(dataset.series.class_count() == 10);
    CHECK(dataset.series.has_predictions());
    CHECK(dataset.series.has_confidence());
    REQUIRE(dataset.backgrounds);
    CHECK(dataset.backgrounds->has(19));
    CHECK_FALSE(dataset.backgrounds->has(20));
    CHECK(dataset.backgrounds->load(0).size == Size{1000, 800});
    const Orientation orientation = dataset.backgrounds->orientation();
    REQUIRE(orientation.agreement);
    CHECK(orientation.agreement->lower == Approx(0.98).margin(0.01));
    CHECK(orientation.agreement->upper == Approx(0.08).margin(0.01));
    CHECK(orientation.origin == Origin::lower);
    CHECK(dataset.warnings.empty());
}

TEST_CASE("a folder is a dataset if one of the formats fits", "[io]") {
    const TemporaryFolder folder;
    const fs::path& path = folder.path();
    CHECK_FALSE(is_dataset(path));
    put(path / "info.json", good_info);
    CHECK_FALSE(is_dataset(path));
    put(path / "data.json", good_data);
    CHECK(is_dataset(path));
    fs::create_directories(path / "run" / "visualize");
    CHECK_FALSE(is_dataset(path / "run"));
    // A run without a projection is a recording at most.
    put(path / "run/dataset/labels.npy", "x");
    put(path / "run/epochs/epoch_1/embeddings.npy", "x");
    CHECK_FALSE(is_dataset(path / "run"));
    CHECK(is_recording(path / "run"));
    put(path / "run/visualize/tsne/epochs/epoch_1/projection.npy", "x");
    CHECK(is_dataset(path / "run"));
    CHECK_THROWS_AS(is_dataset(path / "none"), Error);
}

TEST_CASE("the source of a folder is read back", "[io]") {
    const TemporaryFolder folder;
    put(folder.path() / "info.json", R"({"source": {"method": "pca", "seed": 3}})");
    CHECK(read_source(folder.path()) == std::map<std::string, std::string>{{"method", "pca"}});
    CHECK_THROWS_AS(read_source(folder.path() / "none"), Error);
}

TEST_CASE("a new folder is expected before long work", "[io]") {
    const TemporaryFolder folder;
    CHECK_NOTHROW(expect_new_folder(folder.path() / "new"));
    CHECK_NOTHROW(expect_new_folder(folder.path()));
    put(folder.path() / "file", "text");
    CHECK_THROWS_AS(expect_new_folder(folder.path()), Error);
    CHECK_THROWS_AS(expect_new_folder(folder.path() / "file"), Error);
}
