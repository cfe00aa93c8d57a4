#include "io/npy_file.h"

#include <epochscope/io/png.h>
#include <epochscope/io/write_dataset.h>

#include <limits>
#include <memory>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;
namespace fs = std::filesystem;

namespace {

constexpr double no_number = std::numeric_limits<double>::quiet_NaN();
using Planes = std::vector<LogitPlane>;

/// One-coloured pictures that come from no file, at the first epoch only.
class Painted : public BackgroundSource {
  public:
    [[nodiscard]] bool has(std::size_t epoch) const override { return epoch == 0; }
    [[nodiscard]] Image load(std::size_t) const override {
        Image image(Size{2, 1});
        image.rgba = {255, 0, 0, 255, 0, 0, 255, 255};
        return image;
    }
    [[nodiscard]] Orientation orientation() const override {
        return {.origin = Origin::lower, .agreement = {}, .problem = {}};
    }
};

}  // namespace

TEST_CASE("planes of logits go with a folder of arrays to the bit", "[io]") {
    const TemporaryFolder folder;
    put_arrays(folder.path() / "a");
    // In rows of epochs 4 and 1; of epoch 1 they are not known.
    put(folder.path() / "a" / "info.json",
        R"({"label_text": ["a", "b"], "epochs": [4, 1], "frame": [[-8, -8], [8, 8]]})");
    put_npy<double>(folder.path() / "a" / "logit_planes.npy", "<f8", "(2, 2, 3)",
                    {0.1, 2, 3, 4, 5, 6, 7, 8, no_number, 10, 11, 12});
    const Dataset first = open_dataset(folder.path() / "a");
    CHECK(first.warnings.empty());
    write_dataset(first, DatasetFormat::npy, folder.path() / "b", {});
    const Dataset second = open_dataset(folder.path() / "b");
    for (const Dataset* dataset : {&first, &second}) {
        CHECK(dataset->plane_map.logits(0).planes.empty());
        CHECK(dataset->plane_map.logits(1).planes == Planes{{0.1, 2, 3}, {4, 5, 6}});
    }
    CHECK(left_out(first, DatasetFormat::json) == std::vector<std::string>{"logit_planes.npy"});
}

TEST_CASE("broken planes of logits are left out with a warning", "[io]") {
    const TemporaryFolder folder;
    put_arrays(folder.path());
    put_npy<double>(folder.path() / "logit_planes.npy", "<f8", "(2, 3, 3)",
                    std::vector<double>(18));
    CHECK_THAT(outcome(folder.path()),
               contains("logit_planes.npy: has the shape (2, 3, 3), expected (2, 2, 3); landscapes "
                        "are painted from the points"));
    put(folder.path() / "logit_planes.npy", "no array");
    CHECK_THAT(outcome(folder.path()), contains("landscapes are painted from the points"));
    CHECK_FALSE(open_dataset(folder.path()).plane_map.has_logits(0));
}

TEST_CASE("backgrounds that come from no file are written as pictures", "[io]") {
    const TemporaryFolder folder;
    put_arrays(folder.path() / "a");
    Dataset dataset = open_dataset(folder.path() / "a");
    dataset.backgrounds = std::make_shared<Painted>();
    for (const DatasetFormat format : {DatasetFormat::npy, DatasetFormat::json}) {
        const fs::path to = folder.path() / (format == DatasetFormat::npy ? "b" : "c");
        write_dataset(dataset, format, to, {});
        const Dataset read = open_dataset(to);
        REQUIRE(read.backgrounds != nullptr);
        CHECK(read.backgrounds->orientation().origin == Origin::lower);
        CHECK(read.backgrounds->has(0));
        CHECK_FALSE(read.backgrounds->has(1));
        CHECK(read.backgrounds->load(0).size == Size{2, 1});
        CHECK(read.backgrounds->load(0).rgba == Painted().load(0).rgba);
    }
}
