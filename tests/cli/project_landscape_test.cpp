#include "cli/call.h"
#include "io/npy_file.h"
#include "support/catch.h"
#include "support/data.h"

#include <epochscope/io/png.h>
#include <epochscope/opening/open_folder.h>
#include <epochscope/render/palette.h>

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;
namespace fs = std::filesystem;

namespace {

/// Three samples at (-4, 0), (0, 0) and (4, 0), two epochs; no logits if there are none given.
fs::path put_run(const fs::path& folder, const std::vector<float>& logits) {
    fs::path run = folder / "run";
    put_npy<std::int64_t>(run / "dataset/labels.npy", "<i8", "(3,)", {0, 1, 1});
    for (const char* epoch : {"epoch_1", "epoch_3"}) {
        const fs::path at = run / "epochs" / epoch;
        put_npy<float>(at / "embeddings.npy", "<f4", "(3, 2)", {-4, 0, 0, 0, 4, 0});
        if (!logits.empty()) put_npy<float>(at / "predictions.npy", "<f4", "(3, 2)", logits);
    }
    return run;
}

Outcome project(const fs::path& run, const fs::path& out, std::vector<std::string> more) {
    more.insert(more.begin(), {"project", run.string(), "--method", "pca", "--out", out.string()});
    return call(more);
}

Colour pixel(const Image& image, int column, int row) {
    const auto at = 4 * static_cast<std::size_t>(row * image.size.width + column);
    return {image.rgba[at], image.rgba[at + 1], image.rgba[at + 2]};
}

/// 0.45 of a class's colour, the rest white.
Colour strongest(std::size_t cls) {
    const Colour colour = colour_blind_safe(2)[cls];
    const auto channel = [](std::uint8_t value) {
        return static_cast<std::uint8_t>(std::lround(0.45 * value + 0.55 * 255));
    };
    return {channel(colour.r), channel(colour.g), channel(colour.b)};
}

std::string source_of(const fs::path& folder) {
    const auto bytes = read_file(folder / "info.json", 1U << 20U);
    return nlohmann::json::parse(bytes.begin(), bytes.end())["source"].value("landscape", "");
}

}  // namespace

TEST_CASE("project paints landscapes by map and head") {
    const TemporaryFolder folder;
    // The head that is fitted: (1 - x, 0), so the first class leads where x < 1. The frame is
    // (-4.4..4.4): pixels of 1.1, their middles at -3.85 ... 0.55, 1.65 ... 3.85.
    const fs::path run = put_run(folder.path(), {5, 0, 1, 0, -3, 0});
    const fs::path out = folder.path() / "out";
    const Outcome outcome = project(run, out, {"--landscape-size", "8x4"});
    CHECK(outcome.code == 0);
    CHECK_THAT(outcome.err, contains("the landscape is painted by map and head"));
    CHECK(source_of(out) == "by map and head");
    const Dataset made = open_folder(out);
    CHECK(made.warnings.empty());
    REQUIRE(made.backgrounds != nullptr);
    CHECK(made.backgrounds->orientation().origin == Origin::lower);
    for (const std::size_t epoch : {0U, 1U}) {
        const Image image = made.backgrounds->load(epoch);
        REQUIRE(image.size == Size{8, 4});
        for (const int column : {0, 1, 2, 3, 4}) CHECK(pixel(image, column, 2) == strongest(0));
        for (const int column : {5, 6, 7}) CHECK(pixel(image, column, 2) == strongest(1));
    }
    // Without pictures the window has the same, by the planes that are kept.
    const fs::path bare = folder.path() / "bare";
    CHECK(project(run, bare, {}).code == 0);
    CHECK(source_of(bare).empty());
    const Dataset live = open_folder(bare);
    CHECK(live.backgrounds == nullptr);
    REQUIRE(live.landscape != nullptr);
    CHECK_FALSE(live.landscape->is_from_points(0));
    CHECK(live.landscape->paint(0, colour_blind_safe(2), Size{8, 4}).rgba ==
          made.backgrounds->load(0).rgba);
}

TEST_CASE("project paints landscapes from the points where no head fits") {
    const TemporaryFolder folder;
    // The middle sample is of the other class than both ends.
    const fs::path run = put_run(folder.path(), {3, 0, 0, 3, 3, 0});
    for (const std::string format : {"npy", "json"}) {
        const fs::path out = folder.path() / format;
        const Outcome outcome =
            project(run, out, {"--landscape", "--landscape-size", "80x80", "--format", format});
        CHECK(outcome.code == 0);
        CHECK_THAT(outcome.err, contains("at 2 of 2 epochs no linear head makes the logits"));
        CHECK_THAT(outcome.err, contains("the landscape is painted from the points"));
        CHECK(source_of(out) == "from the points");
        const Dataset made = open_folder(out);
        CHECK(made.warnings.empty());
        REQUIRE(made.backgrounds != nullptr);
        const Image image = made.backgrounds->load(1);
        // The samples' pixels: 80 across 8.8 from -4.4 on.
        CHECK(pixel(image, 3, 40) == strongest(0));
        CHECK(pixel(image, 40, 40) == strongest(1));
        CHECK(pixel(image, 76, 40) == strongest(0));
        CHECK(pixel(image, 40, 2) == Colour{255, 255, 255});
    }
    CHECK(read_png(folder.path() / "npy" / "background" / "3.png").size == Size{80, 80});
}

TEST_CASE("project without logits says that there is no landscape") {
    const TemporaryFolder folder;
    const fs::path run = put_run(folder.path(), {});
    const Outcome outcome = project(run, folder.path() / "out", {"--landscape"});
    CHECK(outcome.code == 0);
    CHECK_THAT(outcome.err, contains("the recording has no logits: there is no landscape"));
    const Dataset made = open_folder(folder.path() / "out");
    CHECK(made.backgrounds == nullptr);
    CHECK(made.landscape == nullptr);
}

TEST_CASE("project refuses sizes of landscapes that cannot be") {
    const TemporaryFolder folder;
    const fs::path run = put_run(folder.path(), {3, 0, 0, 3, 3, 0});
    for (const char* size : {"", "3", "0x3", "100000x100000"}) {
        const Outcome outcome = project(run, folder.path() / "out", {"--landscape-size", size});
        CHECK(outcome.code == 2);
        CHECK_THAT(outcome.err, contains("--landscape-size"));
    }
}

TEST_CASE("export paints heads in between where maps and heads are known, and says where not") {
    const TemporaryFolder folder;
    const fs::path run = put_run(folder.path(), {5, 0, 1, 0, -3, 0});
    // The first class leads at the last epoch up to x = 3 instead of 1: the logits are (3 - x, 0).
    put_npy<float>(run / "epochs/epoch_3/predictions.npy", "<f4", "(3, 2)", {7, 0, 3, 0, -1, 0});
    const fs::path one = folder.path() / "one";
    const fs::path each = folder.path() / "each";
    REQUIRE(project(run, one, {}).code == 0);
    REQUIRE(project(run, each, {"--per-epoch"}).code == 0);
    const auto exported = [&](const fs::path& from, const std::string& how, std::string& said) {
        const fs::path out = folder.path() / (from.filename().string() + how);
        const Outcome outcome =
            call({"export", from.string(), "--out", out.string(), "--between", "2", "--size",
                  "88x40", "--no-text", "--no-axes", "--landscape-between", how});
        CHECK(outcome.code == 0);
        said = outcome.err;
        return read_png(out / "frame_00002.png");
    };
    std::string said;
    const Image heads = exported(one, "heads", said);
    CHECK_THAT(said, !contains("warning"));
    const Image pictures = exported(one, "pictures", said);
    // Between x = 1 and 3 the pictures say first one class and then the other; the head half-way
    // between says where x = 2 lies: at (2 + 4.4) / 8.8 of 88 columns. Its own boundary is white.
    CHECK(pixel(heads, 58, 5) == strongest(0));
    CHECK(pixel(heads, 70, 5) == strongest(1));
    CHECK_FALSE(pixel(pictures, 58, 5) == strongest(0));
    CHECK_FALSE(pixel(pictures, 70, 5) == strongest(1));

    // Maps of their own need heads of their own, which such a folder keeps.
    const Image own = exported(each, "heads", said);
    CHECK_THAT(said, !contains("warning"));
    CHECK(pixel(own, 58, 5) == strongest(0));
    CHECK(pixel(own, 70, 5) == strongest(1));
    put_npy<float>(each / "map_head_bias.npy", "<f4", "(2, 3)", {0, 0, 0, 0, 0, 0});
    exported(each, "heads", said);
    CHECK_THAT(said, contains("map_head_bias.npy"));
    CHECK_THAT(said, contains("between epochs, landscapes fade"));
    fs::remove(each / "map_head_weight.npy");
    exported(each, "heads", said);
    CHECK_THAT(said, contains("no maps and heads are known of the epochs on both sides"));
    CHECK_THAT(said, contains("pictures are faded into each other"));
}
