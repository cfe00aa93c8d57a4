#include "io/folders.h"
#include "io/jpeg_bytes.h"
#include "io/pictures/picture_file.h"

#include <epochscope/io/named_pictures.h>
#include <epochscope/io/png.h>

#include <cstdlib>

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

TEST_CASE("pictures are JPEG files too", "[io]") {
    const TemporaryFolder folder;
    const fs::path& set = folder.path();
    put(set / "info.json", good_info);
    put(set / "data.json", good_data);
    const std::string jpeg(reinterpret_cast<const char*>(red_jpeg.data()), red_jpeg.size());
    put(set / "a.jpg", jpeg);
    put(set / "b.JPEG", "no picture");
    put(set / "c.png", jpeg);
    put(set / "samples.csv", "image\na.jpg\nb.JPEG\nc.png\n");
    const Dataset dataset = open_dataset(set);
    CHECK(dataset.warnings.empty());
    for (const std::size_t sample : {0U, 2U}) {
        const Image red = dataset.thumbnails->load(sample);
        CHECK(red.size == Size{3, 2});
        CHECK(std::abs(red.rgba[0] - 200) < 4);
        CHECK(std::abs(red.rgba[1] - 40) < 4);
        CHECK(red.rgba[3] == 255);
    }
    CHECK_THROWS_WITH(dataset.thumbnails->load(1), contains("b.JPEG: is no JPEG that can be read"));
}

TEST_CASE("broken JPEG files are told in a sentence", "[io]") {
    const TemporaryFolder folder;
    const std::string whole(reinterpret_cast<const char*>(red_jpeg.data()), red_jpeg.size());
    const auto said = [&](const std::string& bytes) -> std::string {
        put(folder.path() / "a.jpg", bytes);
        try {
            read_picture(folder.path() / "a.jpg");
        } catch (const Error& error) {
            return error.what();
        }
        return "nothing";
    };
    CHECK(said(whole) == "nothing");
    CHECK_THAT(said(whole.substr(0, 20)), contains("is no JPEG that can be read ("));
    CHECK_THAT(said({}), contains("is no JPEG that can be read ("));
    std::string scans = whole;
    for (int i = 0; i < 300; ++i) scans += "\xFF\xDA";
    CHECK_THAT(said(scans), contains("is a JPEG of 301 scans, expected at most 200"));
    std::string large = whole;
    const std::size_t frame = whole.find("\xFF\xC0");
    REQUIRE(frame != std::string::npos);
    large.replace(frame + 5, 4, "\xFF\xFF\xFF\xFF");
    CHECK_THAT(said(large), contains("a.jpg: is"));
}

TEST_CASE("files that are no pictures are told", "[io]") {
    const TemporaryFolder folder;
    put(folder.path() / "info.json", good_info);
    put(folder.path() / "data.json", good_data);
    put(folder.path() / "samples.csv", "image\na.gif\nb.PNG\nc.txt\n");
    CHECK_THAT(outcome(folder.path()),
               contains("image: 2 files that are neither .png nor .jpg are not shown, the first is "
                        "\"a.gif\""));
}
