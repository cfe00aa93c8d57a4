#include "io/folders.h"

#include <epochscope/io/named_pictures.h>
#include <epochscope/io/png.h>

using namespace epochscope;
using namespace epochscope::tests;
namespace fs = std::filesystem;

namespace {

void put_picture(const fs::path& file, std::uint8_t red) {
    fs::create_directories(file.parent_path());
    Image image(Size{2, 2});
    for (std::size_t i = 0; i < image.rgba.size(); i += 4) {
        image.rgba[i] = red;
        image.rgba[i + 3] = 255;
    }
    write_png(file, image);
}

/// A picture of every sample.
class RedPictures : public ThumbnailSource {
  public:
    [[nodiscard]] bool has(std::size_t) const override { return true; }
    [[nodiscard]] Image load(std::size_t) const override {
        Image image(Size{1, 1});
        image.rgba[0] = 99;
        return image;
    }
};

}  // namespace

TEST_CASE("pictures are read by the paths of the column image", "[io]") {
    const TemporaryFolder folder;
    const fs::path set = folder.path() / "set";
    put(set / "info.json", good_info);
    put(set / "data.json", good_data);
    put_picture(set / "some/a.png", 10);
    put_picture(folder.path() / "out.png", 20);
    put(set / "samples.csv", "image\nsome/a.png\nsome/../some/none.png\n\"\"\n");
    const Dataset dataset = open_dataset(set);
    CHECK(dataset.warnings.empty());
    REQUIRE(dataset.thumbnails);
    CHECK(dataset.thumbnails->has(0));
    CHECK(dataset.thumbnails->load(0).rgba[0] == 10);
    CHECK_FALSE(dataset.thumbnails->has(1));
    CHECK_FALSE(dataset.thumbnails->has(2));
    CHECK_FALSE(dataset.thumbnails->has(3));
    CHECK_THROWS_AS(dataset.thumbnails->load(1), Error);
    // Where there are others, they are of the samples without a name.
    const auto both = named_pictures(dataset.metadata, std::make_shared<const RedPictures>());
    CHECK(both->load(0).rgba[0] == 10);
    CHECK(both->has(1));
    CHECK(both->load(1).rgba[0] == 99);
    CHECK(named_pictures(nullptr, dataset.thumbnails) == dataset.thumbnails);
}

TEST_CASE("pictures outside of the folder are not opened unasked", "[io]") {
    const TemporaryFolder folder;
    const fs::path set = folder.path() / "set";
    put(set / "info.json", good_info);
    put(set / "data.json", good_data);
    const fs::path outside = folder.path() / "out.png";
    put_picture(outside, 20);
    fs::create_symlink(outside, set / "link.png");
    put(set / "samples.csv", "image\n" + outside.string() + "\n../out.png\nlink.png\n");
    const Dataset dataset = open_dataset(set);
    CHECK_THAT(dataset.warnings.at(0), contains("image: 2 pictures outside of the folder are not "
                                                "opened, the first is "));
    REQUIRE(dataset.thumbnails);
    for (const std::size_t sample : {0U, 1U, 2U}) CHECK_FALSE(dataset.thumbnails->has(sample));
    CHECK(picture_outside(*dataset.metadata) == outside.string());
    const auto all = named_pictures(dataset.metadata, nullptr, NamedPictures::anywhere);
    for (const std::size_t sample : {0U, 1U, 2U}) CHECK(all->load(sample).rgba[0] == 20);
}

TEST_CASE("files that are no PNG are told", "[io]") {
    const TemporaryFolder folder;
    put(folder.path() / "info.json", good_info);
    put(folder.path() / "data.json", good_data);
    put(folder.path() / "samples.csv", "image\na.jpg\nb.PNG\nc.txt\n");
    CHECK_THAT(outcome(folder.path()),
               contains("image: 2 files that are no .png are not shown, the first is \"a.jpg\""));
}
