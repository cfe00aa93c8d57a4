// Array folders that grow by an epoch at a time.
#include "io/npy_file.h"
#include "support/catch.h"
#include "support/data.h"

#include <epochscope/io/growing_folder.h>
#include <epochscope/io/npy.h>
#include <epochscope/io/open.h>
#include <epochscope/model/error.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;
namespace fs = std::filesystem;

namespace {

/// What is known of an epoch of three samples besides its places.
struct Known {
    bool predictions = true;
    std::size_t neighbours = 1;
};

Dataset epoch_of(std::int64_t number, const Known& known = {}) {
    EpochColumns epoch;
    epoch.number = number;
    for (int i = 0; i < 3; ++i)
        epoch.positions.push_back({static_cast<float>(number), static_cast<float>(i)});
    if (known.predictions) {
        epoch.predictions = {0, 1, static_cast<std::int32_t>(number % 2)};
        epoch.confidence = {0.5F, 0.25F, 1};
    }
    epoch.inter.offsets.push_back(0);
    for (std::int32_t i = 0; i < 3; ++i) {
        for (std::size_t n = 0; n < known.neighbours; ++n)
            epoch.inter.samples.push_back(static_cast<std::int32_t>((i + 1 + n) % 3));
        epoch.inter.offsets.push_back(epoch.inter.samples.size());
    }
    return {.series = make_series({{"a", "b"}, {}}, {0, 1, 1}, {epoch}, {{-9, -9}, {9, 9}}),
            .backgrounds = nullptr,
            .name = {},
            .path = {},
            .format = {},
            .warnings = {}};
}

const std::map<std::string, std::string> source{{"method", "test"}};

nlohmann::json info_in(const fs::path& folder) {
    return nlohmann::json::parse(std::ifstream(folder / "info.json"));
}

float x_at(const EpochSeries& series, std::size_t epoch) { return series.positions(epoch)[2].x; }

}  // namespace

TEST_CASE("a folder grows by an epoch at a time, and opens at any time", "[io]") {
    const TemporaryFolder temporary;
    const fs::path folder = temporary.path() / "grown";
    GrowingFolder growing(folder, false);
    growing.finish();
    CHECK_FALSE(fs::exists(folder));
    for (const int number : {1, 2, 5, 11}) {
        growing.append(epoch_of(number), source);
        const Dataset dataset = open_dataset(folder);
        CHECK(dataset.warnings.empty());
        REQUIRE(dataset.series.epoch_count() == growing.epochs().size());
        const std::size_t last = dataset.series.epoch_count() - 1;
        CHECK(dataset.series.epoch(last).number == number);
        CHECK(x_at(dataset.series, 0) == 1);
        CHECK(x_at(dataset.series, last) == static_cast<float>(number));
        CHECK(dataset.series.epoch(last).predictions[2] == number % 2);
        CHECK(info_in(folder)["live"] == true);
    }
    growing.finish();
    CHECK_FALSE(info_in(folder).contains("live"));
    CHECK(info_in(folder)["source"]["method"] == "test");
    CHECK(open_dataset(folder).series.epoch_count() == 4);
    CHECK(NpyArray::open(folder / "positions.npy").shape() == std::vector<std::size_t>{4, 3, 2});
}

TEST_CASE("what a row has not is padded, and said to be unknown", "[io]") {
    const TemporaryFolder temporary;
    const fs::path folder = temporary.path() / "grown";
    GrowingFolder growing(folder, false);
    growing.append(epoch_of(1, {.predictions = false}), source);
    growing.append(epoch_of(2, {.neighbours = 2}), source);
    growing.append(epoch_of(3, {.predictions = false}), source);
    growing.finish();
    const EpochSeries series = open_dataset(folder).series;
    CHECK(series.epoch(0).predictions.empty());
    CHECK(series.epoch(1).predictions.size() == 3);
    CHECK(series.epoch(2).predictions.empty());
    CHECK(series.epoch(0).inter[0].size() == 1);
    CHECK(series.epoch(1).inter[0].size() == 2);
    CHECK(series.epoch(2).inter[2].size() == 1);
    CHECK(series.epoch(2).inter[2][0] == 0);
}

TEST_CASE("whoever opened a folder keeps what it saw while it grows", "[io]") {
    const TemporaryFolder temporary;
    const fs::path folder = temporary.path() / "grown";
    GrowingFolder growing(folder, false);
    growing.append(epoch_of(1), source);
    const Dataset before = open_dataset(folder);
    for (int number = 2; number < 120; ++number)
        growing.append(epoch_of(number, {.neighbours = number > 60 ? 2U : 1U}), source);
    CHECK(before.series.epoch_count() == 1);
    CHECK(x_at(before.series, 0) == 1);
    CHECK_FALSE(before.series.fault());
    const Dataset after = open_dataset(folder);
    for (std::size_t e = 0; e < 119; ++e) CHECK(x_at(after.series, e) == static_cast<float>(e + 1));
}

TEST_CASE("a folder opens at any moment while it grows", "[io]") {
    const TemporaryFolder temporary;
    const fs::path folder = temporary.path() / "grown";
    GrowingFolder growing(folder, false);
    growing.append(epoch_of(1), source);
    std::atomic<bool> is_over = false;
    const std::jthread writer([&] {
        for (int number = 2; number <= 150; ++number) growing.append(epoch_of(number), source);
        is_over = true;
    });
    std::size_t seen = 1;
    while (!is_over) {
        const Dataset dataset = open_dataset(folder);
        const std::size_t count = dataset.series.epoch_count();
        CHECK(dataset.warnings.empty());
        CHECK(count >= seen);
        CHECK(x_at(dataset.series, count - 1) == static_cast<float>(count));
        seen = count;
    }
}

TEST_CASE("a folder whose writer was killed opens, and goes on", "[io]") {
    const TemporaryFolder temporary;
    const fs::path folder = temporary.path() / "grown";
    {
        GrowingFolder growing(folder, false);
        for (const int number : {1, 2, 3}) growing.append(epoch_of(number), source);
    }
    const auto two_epochs = [&] {
        auto info = info_in(folder);
        info["epochs"] = {1, 2};
        std::ofstream(folder / "info.json") << info;
    };
    SECTION("before info.json was written") { two_epochs(); }
    SECTION("in the middle of an array") {
        two_epochs();
        const fs::path file = folder / "positions.npy";
        const GrowingFolder whole(folder, false);
        // As a row that was written without its head.
        const auto bytes = fs::file_size(file);
        std::fstream head(file, std::ios::in | std::ios::out | std::ios::binary);
        std::string text(128, ' ');
        head.read(text.data(), 128);
        text.replace(text.find("(3, 3, 2)"), 9, "(2, 3, 2)");
        head.seekp(0);
        head.write(text.data(), 128);
        head.close();
        fs::resize_file(file, bytes - 5);
    }
    CHECK(open_dataset(folder).series.epoch_count() == 2);
    GrowingFolder again(folder, false);
    REQUIRE(again.epochs().size() == 2);
    again.append(epoch_of(7), source);
    again.finish();
    const EpochSeries series = open_dataset(folder).series;
    REQUIRE(series.epoch_count() == 3);
    CHECK(series.epoch(2).number == 7);
    CHECK(x_at(series, 2) == 7);
    CHECK(x_at(series, 1) == 2);
}

TEST_CASE("rows that do not count are cut off when a folder is whole", "[io]") {
    const TemporaryFolder temporary;
    const fs::path folder = temporary.path() / "grown";
    GrowingFolder(folder, false).append(epoch_of(1), source);
    put_npy<float>(folder / "positions.npy", "<f4", "(2, 3, 2)",
                   {1, 0, 1, 1, 1, 2, 10, 10, 11, 11, 12, 12});
    CHECK(open_dataset(folder).series.epoch_count() == 1);
    GrowingFolder(folder, false).finish();
    CHECK(NpyArray::open(folder / "positions.npy").shape() == std::vector<std::size_t>{1, 3, 2});
    CHECK(open_dataset(folder).series.epoch_count() == 1);
}

TEST_CASE("only a folder that says so may have more rows than epochs, and none fewer", "[io]") {
    const TemporaryFolder temporary;
    const fs::path folder = temporary.path() / "arrays";
    put_arrays(folder);
    const auto with_info = [&](const std::string& more, const std::string& epochs) {
        put(folder / "info.json", R"({"label_text": ["a", "b"], "epochs": )" + epochs + more +
                                      R"(, "frame": [[-8, -8], [8, 8]]})");
        return outcome(folder);
    };
    CHECK(with_info("", "[1, 4]") == "opened");
    CHECK(with_info(R"(, "live": true)", "[1, 4]") == "opened");
    CHECK(with_info(R"(, "live": true)", "[4]") == "opened");
    CHECK(open_dataset(folder).series.positions(0)[1] == Point{1, 1});
    CHECK_THAT(with_info("", "[1]"), contains("epochs names 1, positions.npy has 2"));
    CHECK_THAT(with_info(R"(, "live": false)", "[1]"), contains("epochs names 1"));
    CHECK_THAT(with_info(R"(, "live": 7)", "[1]"), contains("epochs names 1"));
    CHECK_THAT(with_info(R"(, "live": true)", "[1, 2, 3]"), contains("epochs names 3"));
    put_npy<std::int32_t>(folder / "predictions.npy", "<i4", "(1, 3)", {0, 1, 1});
    CHECK_THAT(with_info(R"(, "live": true)", "[1, 4]"), contains("predictions.npy"));
    CHECK(with_info(R"(, "live": true)", "[1]") == "opened");
}

TEST_CASE("a folder does not grow from what is something else", "[io]") {
    const TemporaryFolder temporary;
    const fs::path folder = temporary.path() / "other";
    put(folder / "notes.txt", "mine");
    CHECK_THROWS_WITH(GrowingFolder(folder, false), contains("expected a new folder"));
    put(folder / "info.json", "{");
    CHECK_THROWS_AS(GrowingFolder(folder, false), Error);
    CHECK(fs::exists(folder / "notes.txt"));
}
