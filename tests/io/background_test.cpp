#include "io/folders.h"
#include "io/pictures/backgrounds.h"
#include "io/png_bytes.h"

#include <epochscope/io/background_folder.h>
#include <epochscope/io/file.h>
#include <epochscope/io/png.h>

#include <map>
#include <thread>

using namespace epochscope;
using namespace epochscope::tests;
namespace fs = std::filesystem;

namespace {

/// Pictures in memory, by epoch index.
class Pictures : public BackgroundSource {
  public:
    explicit Pictures(std::map<std::size_t, Image> pictures) : pictures_(std::move(pictures)) {}
    [[nodiscard]] bool has(std::size_t epoch) const override { return pictures_.contains(epoch); }
    [[nodiscard]] Image load(std::size_t epoch) const override { return pictures_.at(epoch); }

  private:
    std::map<std::size_t, Image> pictures_;
};

/// Two by two pixels: the top left, top right, bottom left and bottom right one.
Image four(Colour a, Colour b, Colour c, Colour d) {
    Image image(Size{2, 2});
    std::size_t at = 0;
    for (const Colour colour : {a, b, c, d})
        for (const std::uint8_t part : {colour.r, colour.g, colour.b, colour.a})
            image.rgba[at++] = part;
    return image;
}

constexpr Colour red{255, 0, 0};
constexpr Colour blue{0, 0, 255};
constexpr Colour pale_red{255, 204, 204};
constexpr Colour pale_blue{230, 230, 255};
constexpr Colour white{255, 255, 255};

/// Red is class 0, blue class 1; a point in each quarter of the frame, counted as pixels are in
/// `four` with y upwards, and one outside of it.
EpochSeries quarters(std::vector<std::int32_t> predictions,
                     std::vector<Colour> colours = {red, blue}) {
    std::vector<EpochColumns> epochs(2);
    for (std::size_t e = 0; e < 2; ++e) {
        epochs[e].number = static_cast<std::int64_t>(e) + 1;
        epochs[e].positions = {{-4, 4}, {4, 4}, {-4, -4}, {4, -4}, {9, 0}};
        if (e == 1) epochs[e].predictions = predictions;
    }
    return make_series({{"red", "blue"}, std::move(colours)}, {0, 0, 1, 1, 0}, std::move(epochs));
}

Orientation orientation(const EpochSeries& series, const Image& second) {
    return orientation_by_agreement(series, Pictures({{0, four(red, red, red, red)}, {1, second}}));
}

std::optional<Orientation::Agreement> agreement(const EpochSeries& series, const Image& second) {
    return orientation(series, second).agreement;
}

Image background(Colour colour) { return four(colour, colour, colour, colour); }

/// A folder of three epochs, 2, 3 and 5, and the backgrounds of some of them.
void write_folder(const fs::path& folder, const std::string& more,
                  std::initializer_list<int> epochs) {
    put(folder / "info.json",
        R"({"label_text": ["a"], "label_color": [[255,0,0]], "label_index": [0])" + more + "}");
    put(folder / "data.json", R"({"2": {"projection": [[1,2]]}, "3": {"projection": [[3,4]]},
                                  "5": {"projection": [[5,6]]}})");
    fs::create_directories(folder / "background");
    for (const int epoch : epochs)
        write_png(folder / "background" / (std::to_string(epoch) + ".png"), background(red));
}

}  // namespace

TEST_CASE("agreement counts the points on the colour of their class, each way round", "[io]") {
    // Row 0 is red, row 1 blue. Upper: the points above (0 and 1) stand on red.
    const auto two = agreement(quarters({0, 0, 1, 1, 0}), four(red, red, blue, blue));
    REQUIRE(two);
    CHECK(two->upper == 1);
    CHECK(two->lower == 0);
    // Thinned with white, and one of four predicted otherwise.
    const auto pale =
        agreement(quarters({0, 1, 1, 1, 0}), four(pale_red, pale_red, pale_blue, pale_blue));
    REQUIRE(pale);
    CHECK(pale->upper == 0.75);
    CHECK(pale->lower == 0.25);
    // White decides nothing: upper, points 0 and 1 are decided, and one of them agrees; lower, 2
    // and 3.
    const auto half = agreement(quarters({0, 1, 0, 0, 0}), four(red, red, white, white));
    REQUIRE(half);
    CHECK(half->upper == 0.5);
    CHECK(half->lower == 1);
}

TEST_CASE("there is no agreement where nothing can agree", "[io]") {
    CHECK_FALSE(agreement(quarters({0, 0, 1, 1, 0}), background(white)));
    CHECK_FALSE(agreement(quarters({0, 0, 1, 1, 0}), background({255, 0, 0, 0})));
    CHECK_FALSE(agreement(quarters({}), four(red, red, blue, blue)));
    CHECK_FALSE(agreement(quarters({0, 0, 1, 1, 0}, {}), four(red, red, blue, blue)));
    // Only the first epoch has a picture, only the second predictions.
    CHECK_FALSE(
        orientation_by_agreement(quarters({0, 0, 1, 1, 0}), Pictures({{0, background(red)}}))
            .agreement);
}

TEST_CASE("backgrounds lie as more points agree with, and nowhere in particular if as many do",
          "[io]") {
    const EpochSeries series = quarters({0, 0, 1, 1, 0});
    CHECK(orientation(series, four(red, red, blue, blue)).origin == Origin::upper);
    CHECK(orientation(series, four(blue, blue, red, red)).origin == Origin::lower);
    // Both ways round, the right half agrees above and the left half below.
    const Orientation both = orientation(series, four(blue, red, blue, red));
    REQUIRE(both.agreement);
    CHECK(both.agreement->lower == 0.5);
    CHECK(both.agreement->upper == 0.5);
    CHECK_FALSE(both.origin);
}

TEST_CASE("pictures are not decoded by opening, but when their orientation is asked for", "[io]") {
    const TemporaryFolder folder;
    const fs::path& path = folder.path();
    put(path / "info.json", R"({"label_text": ["red", "blue"], "label_index": [0, 1],
                                "label_color": [[255,0,0], [0,0,255]]})");
    put(path / "data.json", R"({"1": {"projection": [[0,-5],[0,5]], "prediction": [0,1]}})");
    fs::create_directory(path / "background");
    const fs::path picture = path / "background" / "1.png";
    SECTION("found, by several threads at once") {
        write_png(picture, four(red, red, blue, blue));
        const Dataset dataset = open_dataset(path);
        std::vector<Orientation> found(8);
        {
            std::vector<std::jthread> threads;
            for (Orientation& one : found)
                threads.emplace_back([&] { one = dataset.backgrounds->orientation(); });
        }
        for (const Orientation& one : found) {
            CHECK(one.origin == Origin::lower);
            CHECK(one.agreement->lower == 1);
            CHECK(one.agreement->upper == 0);
            CHECK(one.problem.empty());
        }
    }
    SECTION("broken behind its head") {
        std::vector<std::uint8_t> bytes = encode_png(four(red, red, blue, blue));
        bytes[41] = 0xFF;  // The first of the compressed ones.
        write_file(picture, bytes);
        const Dataset dataset = open_dataset(path);
        CHECK(dataset.warnings.empty());
        const Orientation found = dataset.backgrounds->orientation();
        CHECK_FALSE(found.origin);
        CHECK_FALSE(found.agreement);
        CHECK_THAT(found.problem, contains("background: ") && contains("1.png: is a damaged PNG"));
    }
}

TEST_CASE("backgrounds are those of the folder, and missing ones are warned of", "[io]") {
    const TemporaryFolder folder;
    write_folder(folder.path(), "", {2, 5});
    const Dataset dataset = open_dataset(folder.path());
    REQUIRE(dataset.backgrounds);
    CHECK(dataset.backgrounds->has(0));
    CHECK_FALSE(dataset.backgrounds->has(1));
    CHECK(dataset.backgrounds->load(2).rgba == background(red).rgba);
    CHECK_THROWS_AS(dataset.backgrounds->load(1), Error);
    CHECK_THROWS_AS(dataset.backgrounds->load(9), Error);
    CHECK(dataset.warnings ==
          std::vector<std::string>{"background: there is none for 1 of 3 epochs (3)"});
    CHECK_FALSE(dataset.backgrounds->orientation().origin);
}

TEST_CASE("a folder without backgrounds has none, and says nothing", "[io]") {
    const TemporaryFolder folder;
    write_folder(folder.path(), "", {});
    const Dataset dataset = open_dataset(folder.path());
    CHECK(dataset.backgrounds == nullptr);
    CHECK(dataset.warnings.empty());
}

TEST_CASE("broken backgrounds are warned of at once and are errors when they are loaded", "[io]") {
    const TemporaryFolder folder;
    write_folder(folder.path(), "", {2});
    put(folder.path() / "background" / "3.png", "");
    const Bytes huge = PngBytes().head(70000, 70000, 8, 0).end();
    put(folder.path() / "background" / "5.png",
        {reinterpret_cast<const char*>(huge.data()), huge.size()});
    const Dataset dataset = open_dataset(folder.path());
    REQUIRE(dataset.warnings.size() == 1);
    CHECK_THAT(dataset.warnings[0],
               contains("3.png: is empty, expected a PNG; and 1 more are broken"));
    CHECK_THROWS_WITH(dataset.backgrounds->load(1), contains("3.png: is empty, expected a PNG"));
    CHECK_THROWS_WITH(dataset.backgrounds->load(2), contains("70000 x 70000"));
    CHECK(dataset.backgrounds->load(0).size == Size{2, 2});
}

TEST_CASE("info.json says where the backgrounds lie and which way up they are", "[io]") {
    const TemporaryFolder folder;
    write_folder(folder.path() / "run",
                 R"(, "background_origin": "upper", "background": "../beside/e${epoch}/b.png")",
                 {});
    for (const char* epoch : {"e2", "e3", "e5"}) {
        fs::create_directories(folder.path() / "beside" / epoch);
        write_png(folder.path() / "beside" / epoch / "b.png", background(blue));
    }
    const Dataset dataset = open_dataset(folder.path() / "run");
    REQUIRE(dataset.backgrounds);
    CHECK(dataset.backgrounds->load(1).rgba == background(blue).rgba);
    CHECK(dataset.backgrounds->orientation().origin == Origin::upper);
    CHECK_FALSE(dataset.backgrounds->orientation().agreement);
    CHECK(dataset.warnings.empty());
}

TEST_CASE("a web address in info.json is told and not followed", "[io]") {
    const TemporaryFolder folder;
    write_folder(folder.path(), R"(, "background": "http://localhost:9/${epoch}.png")", {});
    const Dataset dataset = open_dataset(folder.path());
    CHECK(dataset.backgrounds == nullptr);
    REQUIRE(dataset.warnings.size() == 1);
    CHECK_THAT(dataset.warnings[0], contains("http://localhost:9/${epoch}.png"));
}

TEST_CASE("backgrounds are decoded by several threads at once", "[io]") {
    const TemporaryFolder folder;
    write_folder(folder.path(), "", {2, 3, 5});
    const Dataset dataset = open_dataset(folder.path());
    std::vector<Image> images(12);
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < images.size(); ++i)
            threads.emplace_back([&, i] { images[i] = dataset.backgrounds->load(i % 3); });
    }
    for (const Image& image : images) CHECK(image.rgba == background(red).rgba);
}

TEST_CASE("backgrounds are found by a template, and in a folder", "[io]") {
    const TemporaryFolder folder;
    std::vector<EpochColumns> epochs(2);
    epochs[0].number = 3;
    epochs[1].number = 5;
    for (EpochColumns& epoch : epochs) epoch.positions = {{0, 0}};
    const EpochSeries series = make_series({{"a"}, {}}, {0}, epochs);
    std::vector<std::string> warnings;
    CHECK(open_background_folder(folder.path() / "none", series, {}, warnings) == nullptr);
    write_png(folder.path() / "5.png", Image(Size{1, 1}));
    const auto files = open_background_folder(folder.path(), series, Origin::upper, warnings);
    REQUIRE(files);
    CHECK_FALSE(files->has(0));
    CHECK(files->has(1));
    CHECK(files->orientation().origin == Origin::upper);
    CHECK(warnings.size() == 1);
    const std::string other = (folder.path() / "e${epoch}.png").string();
    CHECK(open_background_files(other, series, {}, warnings) == nullptr);
}
