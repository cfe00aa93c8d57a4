#include "io/jpeg_bytes.h"
#include "io/npy_file.h"
#include "io/png_bytes.h"

#include <epochscope/io/png.h>
#include <epochscope/io/thumbnails.h>
#include <epochscope/model/error.h>

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;
namespace fs = std::filesystem;

namespace {

/// The pictures of an array file of these numbers.
template <typename T>
class Pictures {
  public:
    Pictures(const std::string& descr, const std::string& shape, std::size_t samples,
             const std::vector<T>& values) {
        put_npy<T>(file(), descr, shape, values);
        source_ = open_thumbnails(file(), samples, warnings_);
    }
    [[nodiscard]] fs::path file() const { return folder_.path() / "images.npy"; }
    [[nodiscard]] const ThumbnailSource& operator*() const { return *source_; }
    [[nodiscard]] bool opened() const { return source_ != nullptr; }
    [[nodiscard]] Image load(std::size_t sample) const {
        REQUIRE(opened());
        return source_->load(sample);
    }
    [[nodiscard]] std::string warning() const {
        return warnings_.size() == 1 ? warnings_.front() : std::to_string(warnings_.size());
    }

  private:
    TemporaryFolder folder_;
    std::vector<std::string> warnings_;
    std::shared_ptr<const ThumbnailSource> source_;
};

/// The red of each pixel, which is all of them where a picture is grey.
Bytes reds(const Image& image) {
    Bytes values;
    for (std::size_t i = 0; i < image.rgba.size(); i += 4) values.push_back(image.rgba[i]);
    return values;
}

}  // namespace

TEST_CASE("grey pictures are read one at a time", "[io]") {
    const Pictures<std::uint8_t> pictures("|u1", "(2, 2, 3)", 2,
                                          {0, 1, 2, 3, 4, 255, 10, 20, 30, 40, 50, 60});
    CHECK((*pictures).has(1));
    CHECK_FALSE((*pictures).has(2));
    const Image second = pictures.load(1);
    CHECK(second.size == Size{3, 2});
    CHECK(reds(second) == Bytes{10, 20, 30, 40, 50, 60});
    CHECK(Bytes(second.rgba.begin(), second.rgba.begin() + 4) == Bytes{10, 10, 10, 255});
    CHECK_THROWS_WITH(pictures.load(2), contains("has no picture of sample 2"));
}

TEST_CASE("channels lie last or first", "[io]") {
    SECTION("last, three") {
        const Pictures<std::uint8_t> pictures("|u1", "(1, 1, 2, 3)", 1, {255, 1, 2, 3, 4, 5});
        CHECK(pictures.load(0).rgba == Bytes{255, 1, 2, 255, 3, 4, 5, 255});
    }
    SECTION("last, four") {
        const Pictures<std::uint8_t> pictures("|u1", "(1, 1, 2, 4)", 1,
                                              {255, 1, 2, 3, 4, 5, 6, 200});
        CHECK(pictures.load(0).rgba == Bytes{255, 1, 2, 3, 4, 5, 6, 200});
    }
    SECTION("last, one") {
        const Pictures<std::uint8_t> pictures("|u1", "(1, 2, 1, 1)", 1, {255, 7});
        CHECK(pictures.load(0).size == Size{1, 2});
        CHECK(reds(pictures.load(0)) == Bytes{255, 7});
    }
    SECTION("first") {
        const Pictures<std::uint8_t> pictures("|u1", "(1, 3, 1, 2)", 1, {255, 1, 2, 3, 4, 5});
        CHECK(pictures.load(0).size == Size{2, 1});
        CHECK(pictures.load(0).rgba == Bytes{255, 2, 4, 255, 1, 3, 5, 255});
    }
    SECTION("last where both would fit") {
        const Pictures<std::uint8_t> pictures("|u1", "(1, 3, 1, 3)", 1,
                                              {255, 1, 2, 3, 4, 5, 6, 7, 8});
        CHECK(pictures.load(0).size == Size{1, 3});
        CHECK(pictures.load(0).rgba == Bytes{255, 1, 2, 255, 3, 4, 5, 255, 6, 7, 8, 255});
    }
}

TEST_CASE("what is white is found from the numbers", "[io]") {
    const auto shades = [](const std::vector<float>& numbers) {
        const Pictures<float> pictures("<f4", "(1, 1, 3)", 1, numbers);
        return reds(pictures.load(0));
    };
    CHECK(shades({0, 0.5F, 1}) == Bytes{0, 128, 255});
    CHECK(shades({0.1F, 0.2F, 0.4F}) == Bytes{26, 51, 102});
    CHECK(shades({-1, 0, 0.5F}) == Bytes{0, 128, 191});
    CHECK(shades({0, 51, 200}) == Bytes{0, 51, 200});
    CHECK(shades({-2, 0, 2}) == Bytes{0, 128, 255});
    CHECK(shades({0, 500, 1000}) == Bytes{0, 128, 255});
    CHECK(shades({0, 0, 0}) == Bytes{0, 0, 0});
    constexpr float nan = std::numeric_limits<float>::quiet_NaN();
    constexpr float infinite = std::numeric_limits<float>::infinity();
    CHECK(shades({nan, infinite, 1}) == Bytes{0, 255, 255});
    constexpr float max = std::numeric_limits<float>::max();
    CHECK(shades({nan, nan, nan}) == Bytes{0, 0, 0});
    CHECK(shades({-max, 0, max}) == Bytes{0, 128, 255});

    // The digits of scikit-learn go from 0 to 16.
    const Pictures<std::int64_t> sixteen("<i8", "(1, 1, 3)", 1, {0, 8, 16});
    CHECK(reds(sixteen.load(0)) == Bytes{0, 128, 255});
    const Pictures<std::uint8_t> mask("|b1", "(1, 1, 2)", 1, {0, 1});
    CHECK(reds(mask.load(0)) == Bytes{0, 255});
    const Pictures<std::uint8_t> dark("|u1", "(1, 1, 2)", 1, {0, 0});
    CHECK(reds(dark.load(0)) == Bytes{0, 0});
}

TEST_CASE("arrays that hold no pictures of the samples are warned of", "[io]") {
    struct Row {
        std::string shape;
        std::size_t numbers;
        std::string said;
    };
    const std::vector<Row> rows{
        {"(2, 2, 2)", 8, "has the shape (2, 2, 2), expected (3, height, width)"},
        {"(3,)", 3, "has the shape (3), expected (3, height, width)"},
        {"(3, 4)", 12, "expected (3, height, width)"},
        {"(3, 2, 2, 2)", 24, "or that with 1, 3 or 4 channels"},
        {"(3, 1, 1, 1, 1)", 3, "expected (3, height, width)"},
        {"(3, 0, 2)", 0, "has pictures of 2 x 0 pixels, expected 1 to 16777216"},
        {"(3, 2, 0)", 0, "has pictures of 0 x 2 pixels"},
        {"()", 1, "expected (3, height, width)"},
        {"(3, 2, 2)", 11, "is too short for its shape"},
        {"(3, 4294967296, 4294967296)", 3, "is too short for its shape"},
    };
    for (const Row& row : rows) {
        const Pictures<std::uint8_t> pictures("|u1", row.shape, 3, Bytes(row.numbers));
        CHECK_FALSE(pictures.opened());
        CHECK_THAT(pictures.warning(), contains("images.npy: "));
        CHECK_THAT(pictures.warning(), contains(row.said));
        CHECK_THAT(pictures.warning(), contains("; no pictures of samples are shown"));
    }
    const Pictures<double> complex("<c16", "(1, 1, 1)", 1, {1, 2});
    CHECK_THAT(complex.warning(), contains("holds complex numbers"));
    // Larger than anybody would look at; nothing of it is on the disk.
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "images.npy";
    put_npy<std::uint8_t>(file, "|u1", "(1, 65536, 65536)", {});
    fs::resize_file(file, fs::file_size(file) + (std::uintmax_t{1} << 32U));
    std::vector<std::string> warnings;
    CHECK(open_thumbnails(file, 1, warnings) == nullptr);
    REQUIRE(warnings.size() == 1);
    CHECK_THAT(warnings[0], contains("has pictures of 65536 x 65536 pixels, expected 1 to"));
}

TEST_CASE("a file of pictures that becomes shorter is said, not shown as black", "[io]") {
    const Pictures<std::uint8_t> pictures("|u1", "(200, 10, 10)", 200, Bytes(20'000, 255));
    CHECK(reds(pictures.load(199)).front() == 255);
    fs::resize_file(pictures.file(), 4096);
    CHECK_THROWS_WITH(pictures.load(199), contains("has become shorter"));
}

TEST_CASE("a number that no float can hold is told of where it is shown", "[io]") {
    const Pictures<double> pictures("<f8", "(2, 1, 1)", 2, {1e300, 1});
    CHECK_THROWS_WITH(pictures.load(0), contains("entry 0 is 1e+300"));
    CHECK(reds(pictures.load(1)) == Bytes{255});
}

TEST_CASE("pictures of a run lie in an array or as numbered files", "[io]") {
    const TemporaryFolder folder;
    const fs::path& run = folder.path();
    std::vector<std::string> warnings;
    CHECK(open_run_thumbnails(run, 2, warnings) == nullptr);
    Image dot({1, 1});
    dot.rgba = {9, 8, 7, 255};
    fs::create_directories(run / "dataset/image");
    write_png(run / "dataset/image/1.png", dot);
    put(run / "dataset/image/2.png", "no picture");
    const Bytes huge = PngBytes().head(8192, 8192, 8, 0).rows({0, 0}).end();
    put(run / "dataset/image/3.png", {reinterpret_cast<const char*>(huge.data()), huge.size()});
    const auto files = open_run_thumbnails(run, 4, warnings);
    REQUIRE(files != nullptr);
    CHECK_FALSE(files->has(0));
    CHECK(files->has(1));
    CHECK_FALSE(files->has(4));
    CHECK(files->load(1).rgba == dot.rgba);
    CHECK_THROWS_WITH(files->load(0), contains("0.png"));
    CHECK_THROWS_WITH(files->load(2), contains("2.png: is not a PNG"));
    CHECK_THROWS_WITH(files->load(3), contains("is 8192 x 8192 pixels, expected at most 16777216"));
    CHECK(warnings.empty());

    put_npy<std::uint8_t>(run / "dataset/images.npy", "|u1", "(4, 1, 1)", {255, 2, 3, 4});
    CHECK(open_run_thumbnails(run, 4, warnings)->load(1).rgba == Bytes{2, 2, 2, 255});
    // Of an array that does not fit, the files take the place, and it is said.
    put_npy<std::uint8_t>(run / "dataset/images.npy", "|u1", "(5, 1, 1)", {1, 2, 3, 4, 5});
    CHECK(open_run_thumbnails(run, 4, warnings)->load(1).rgba == dot.rgba);
    CHECK(warnings.size() == 1);
}

TEST_CASE("pictures of a folder are an array, or else PNG files", "[io]") {
    const TemporaryFolder folder;
    std::vector<std::string> warnings;
    CHECK(find_thumbnails(folder.path(), 2, warnings) == nullptr);
    fs::create_directory(folder.path() / "image");
    write_png(folder.path() / "image" / "1.png", Image(Size{1, 2}));
    const auto files = find_thumbnails(folder.path(), 2, warnings);
    REQUIRE(files);
    CHECK_FALSE(files->has(0));
    CHECK(files->load(1).size == Size{1, 2});
    put(folder.path() / "image/0.jpg",
        {reinterpret_cast<const char*>(red_jpeg.data()), red_jpeg.size()});
    CHECK(files->load(0).size == Size{3, 2});
    put_npy<std::uint8_t>(folder.path() / "images.npy", "|u1", "(2, 3, 4)",
                          std::vector<std::uint8_t>(24, 9));
    CHECK(find_thumbnails(folder.path(), 2, warnings)->load(0).size == Size{4, 3});
    CHECK(warnings.empty());
}
