#include "io/npy_file.h"

#include <epochscope/io/png.h>

#include <cmath>
#include <limits>

using namespace epochscope;
using namespace epochscope::tests;
namespace fs = std::filesystem;

namespace {

std::vector<int> list(const NeighbourLists& lists, std::size_t sample) {
    return {lists[sample].begin(), lists[sample].end()};
}

}  // namespace

TEST_CASE("an array folder opens with all that it holds", "[io]") {
    const TemporaryFolder folder;
    const fs::path& path = folder.path();
    put_arrays(path);
    put(path / "info.json",
        R"({"label_text": ["a", "b"], "label_color": [[1,2,3],[4,5,6]], "epochs": [7, 3],
            "frame": [[-1,-2],[3,4]], "background_origin": "upper", "source": {"made": "by hand"}})");
    put_npy<std::int32_t>(path / "predictions.npy", "<i4", "(2, 3)", {0, 0, 1, 1, 1, 0});
    put_npy<float>(path / "confidence.npy", "<f4", "(2, 3)", {0, .5F, 1, .25F, .75F, .125F});
    put_npy<std::int32_t>(path / "intra_similarity.npy", "<i4", "(2, 3, 2)",
                          {0, -1, 1, 2, 1, -1, -1, -1, 2, -1, 2, 1});
    put_npy<std::int32_t>(path / "inter_similarity.npy", "<i4", "(2, 3, 1)", {1, 0, 0, 2, 0, 0});
    fs::create_directory(path / "background");
    write_png(path / "background" / "3.png", Image(Size{2, 1}));
    const Dataset dataset = open_dataset(path);
    const EpochSeries& series = dataset.series;
    CHECK(dataset.format == "arrays");
    CHECK(series.classes().colours[1] == Colour{4, 5, 6});
    CHECK(series.frame() == Box{{-1, -2}, {3, 4}});
    CHECK(dataset.backgrounds->orientation().origin == Origin::upper);
    REQUIRE(series.epoch_count() == 2);
    REQUIRE(series.sample_count() == 3);
    CHECK(series.labels()[2] == 1);
    // By number, whatever the order of the arrays.
    const Epoch& first = series.epoch(0);
    CHECK(first.number == 3);
    CHECK(first.positions[2] == Point{12, 12});
    CHECK(first.predictions[0] == 1);
    CHECK(first.confidence[2] == .125F);
    CHECK(list(first.intra, 0).empty());
    CHECK(list(first.intra, 2) == std::vector<int>{1});
    CHECK(list(first.inter, 0) == std::vector<int>{2});
    const Epoch& second = series.epoch(1);
    CHECK(second.number == 7);
    CHECK(second.positions[1] == Point{1, 1});
    CHECK(list(second.intra, 1) == std::vector<int>{2});
    REQUIRE(dataset.backgrounds);
    CHECK(dataset.backgrounds->has(0));
    CHECK(dataset.warnings == std::vector<std::string>{"background: there is none for 1 of 2 "
                                                       "epochs (7)"});
    CHECK_FALSE(series.fault());
    series.release(0);
    CHECK(series.epoch(0).positions[2] == Point{12, 12});
    CHECK(open_dataset(path / "positions.npy").path == dataset.path);
}

TEST_CASE("arrays of other types are converted, and labels may stand in info.json", "[io]") {
    const TemporaryFolder folder;
    const fs::path& path = folder.path();
    put_arrays(path);
    SECTION("float64 and int64") {
        put_npy<double>(path / "positions.npy", "<f8", "(2, 3, 2)",
                        {0, 0, 1, 1, 2, 2, .1, 10, 11, 11, 12, 12});
        put_npy<std::int64_t>(path / "predictions.npy", "<i8", "(2, 3)", {0, 1, 1, 0, 1, 0});
        const Dataset dataset = open_dataset(path);
        CHECK(dataset.series.positions(1)[0] == Point{.1F, 10});
        CHECK(dataset.series.epoch(1).predictions[2] == 0);
        CHECK(dataset.warnings.empty());
    }
    SECTION("big-endian") {
        std::vector<float> values{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
        for (float& value : values) {
            auto* bytes = reinterpret_cast<char*>(&value);
            std::reverse(bytes, bytes + sizeof value);
        }
        put_npy<float>(path / "positions.npy", ">f4", "(2, 3, 2)", values);
        CHECK(open_dataset(path).series.positions(1)[2] == Point{11, 12});
    }
    SECTION("bytes") {
        put_npy<std::uint8_t>(path / "labels.npy", "|u1", "(3,)", {1, 0, 1});
        CHECK(open_dataset(path).series.labels()[0] == 1);
    }
    SECTION("labels in info.json") {
        fs::remove(path / "labels.npy");
        CHECK_THAT(outcome(path), contains("has no labels.npy, and info.json no label_index"));
        put(path / "info.json",
            R"({"label_text": ["a", "b"], "label_index": [1, 1, 0], "epochs": [1, 4]})");
        CHECK(open_dataset(path).series.labels()[2] == 0);
        put_npy<std::int32_t>(path / "labels.npy", "<i4", "(3,)", {1, 1, 1});
        CHECK_THAT(outcome(path), contains("labels.npy: differs from the label_index"));
    }
}

TEST_CASE("an epoch may be named at which an array says nothing", "[io]") {
    const TemporaryFolder folder;
    const fs::path& path = folder.path();
    put_arrays(path);
    put_npy<std::int32_t>(path / "predictions.npy", "<i4", "(2, 3)", {-1, -1, -1, 1, 1, 0});
    put(path / "info.json",
        R"({"label_text": ["a", "b"], "epochs": [1, 4], "unknown": {"predictions": [1]}})");
    const EpochSeries series = open_dataset(path).series;
    CHECK(series.epoch(0).predictions.empty());
    CHECK(series.epoch(1).predictions.size() == 3);
}

TEST_CASE("values are not looked at before they are asked for", "[io]") {
    const TemporaryFolder folder;
    const fs::path& path = folder.path();
    put_arrays(path);
    const float nan = std::numeric_limits<float>::quiet_NaN();
    put_npy<float>(path / "positions.npy", "<f4", "(2, 3, 2)",
                   {nan, 0, 1, 1, 2, 2, 10, 10, 11, 11, 12, INFINITY});
    put_npy<std::int32_t>(path / "predictions.npy", "<i4", "(2, 3)", {0, 1, 99, -5, 1, 0});
    const EpochSeries series = open_dataset(path).series;
    CHECK(std::isnan(series.positions(0)[0].x));
    CHECK(series.epoch(0).predictions[2] == 99);
}

TEST_CASE("array folders that contradict themselves are refused", "[io]") {
    const TemporaryFolder folder;
    const fs::path& path = folder.path();
    put_arrays(path);
    const auto put_info = [&](const std::string& rest) {
        put(path / "info.json", R"({"label_text": ["a", "b"])" + rest + "}");
        return outcome(path);
    };
    const auto put_array = [&](const std::string& name, const std::string& shape,
                               std::size_t count) {
        put_npy<std::int32_t>(path / (name + ".npy"), "<i4", shape,
                              std::vector<std::int32_t>(count, 0));
        return outcome(path);
    };
    SECTION("info.json") {
        CHECK(put_info("") == "info.json: has no epochs");
        CHECK_THAT(put_info(R"(, "epochs": [1])"),
                   contains("info.json: epochs names 1, positions.npy has 2"));
        CHECK(put_info(R"(, "epochs": [3, 3])") == "info.json: epochs names epoch 3 twice");
        CHECK(put_info(R"(, "epochs": [3, "4"])") ==
              "info.json: epochs[1] is \"4\", expected the number of an epoch");
        CHECK_THAT(put_info(R"(, "epochs": [3, 9007199254740993])"), contains("epochs[1] is"));
        CHECK_THAT(put_info(R"(, "epochs": [3, 18446744073709551615])"), contains("epochs[1] is"));
        CHECK_THAT(put_info(R"(, "epochs": 2)"), contains("epochs is 2, expected a list"));
        CHECK_THAT(put_info(R"(, "epochs": [1, 2], "unknown": [])"),
                   contains("unknown is a list, expected an object of lists"));
        CHECK_THAT(put_info(R"(, "epochs": [1, 2], "unknown": {"confidence": 1})"),
                   contains("unknown.confidence is 1, expected a list"));
        CHECK_THAT(put_info(R"(, "epochs": [1, 2], "label_index": [0, 1])"),
                   contains("differs from the label_index"));
        fs::remove(path / "info.json");
        CHECK_THAT(outcome(path), contains("has no info.json, expected info.json and positions"));
    }
    SECTION("positions") {
        put_npy<float>(path / "positions.npy", "<f4", "(2, 6)", std::vector<float>(12));
        CHECK_THAT(outcome(path),
                   contains("positions.npy: has the shape (2, 6), expected (epochs, samples, 2)"));
        put_npy<float>(path / "positions.npy", "<f4", "(2, 0, 2)", {});
        CHECK_THAT(outcome(path), contains("has 3 entries, positions.npy has 0 samples"));
        put_npy<float>(path / "positions.npy", "<f4", "(2, 4, 2)", std::vector<float>(16));
        CHECK_THAT(outcome(path), contains("labels.npy: has 3 entries, positions.npy has 4"));
        put(path / "positions.npy", "no array");
        CHECK_THAT(outcome(path), contains("positions.npy: is not a .npy file"));
    }
    SECTION("labels") {
        CHECK_THAT(put_array("labels", "(1, 2)", 2),
                   contains("labels.npy: has 2 entries, positions.npy has 3 samples"));
        put_npy<std::int32_t>(path / "labels.npy", "<i4", "(3,)", {0, 2, 0});
        CHECK_THAT(outcome(path), contains("labels.npy: entry 1 is 2, expected 0..1"));
        put_npy<std::int32_t>(path / "labels.npy", "<i4", "(3,)", {0, 0, -2});
        CHECK_THAT(outcome(path), contains("labels.npy: entry 2 is -2, expected 0..1"));
        put_npy<float>(path / "labels.npy", "<f4", "(3,)", {0, 0.5F, 1});
        CHECK_THAT(outcome(path), contains("labels.npy: entry 1 is 0.5, expected a whole number"));
        put_npy<char>(path / "labels.npy", "|S1", "(3,)", {'a', 'c', 'b'});
        CHECK_THAT(outcome(path),
                   contains("labels.npy: holds the label \"c\", which is not among"));
    }
    SECTION("the optional arrays") {
        CHECK_THAT(put_array("predictions", "(2, 2)", 4),
                   contains("predictions.npy: has the shape (2, 2), positions.npy has (2, 3, 2): "
                            "expected (2, 3)"));
        CHECK_THAT(put_array("predictions", "(3, 3)", 9), contains("has the shape (3, 3)"));
        CHECK_THAT(put_array("predictions", "(2, 3, 1)", 6), contains("has the shape (2, 3, 1)"));
        fs::remove(path / "predictions.npy");
        CHECK_THAT(put_array("confidence", "(6,)", 6), contains("has the shape (6)"));
        fs::remove(path / "confidence.npy");
        CHECK_THAT(put_array("intra_similarity", "(2, 3)", 6),
                   contains("expected (2, 3, neighbours)"));
        fs::remove(path / "intra_similarity.npy");
        put_npy<float>(path / "inter_similarity.npy", "<f4", "(2, 3, 1)",
                       std::vector<float>(6, 0.5F));
        CHECK_THAT(outcome(path), contains("entry 0 is 0.5, expected a whole number"));
    }
}

TEST_CASE("an array that is too large to be converted is refused before memory is taken", "[io]") {
    const TemporaryFolder folder;
    const fs::path& path = folder.path();
    put_arrays(path);
    std::string epochs = "0";
    for (int e = 1; e < 1000; ++e) epochs += ", " + std::to_string(e);
    put(path / "info.json", R"({"label_text": ["a"], "epochs": [)" + epochs + "]}");
    put_npy<std::uint8_t>(path / "labels.npy", "|u1", "(150000,)",
                          std::vector<std::uint8_t>(150000));
    // A sparse file: its entries lie nowhere.
    put_npy<double>(path / "positions.npy", "<f8", "(1000, 150000, 2)", {});
    fs::resize_file(path / "positions.npy", fs::file_size(path / "positions.npy") + 2400000000U);
    CHECK_THAT(outcome(path),
               contains("positions.npy: has to be converted to float32 for 300000000 entries, "
                        "which takes too much memory; save it as little-endian float32"));
}

TEST_CASE("a file that shrinks while it is mapped is told of, and ends nothing", "[io]") {
    const TemporaryFolder folder;
    const fs::path& path = folder.path();
    constexpr std::size_t samples = 100'000;
    put(path / "info.json", R"({"label_text": ["a"], "epochs": [1, 2]})");
    put_npy<std::uint8_t>(path / "labels.npy", "|u1", "(100000,)",
                          std::vector<std::uint8_t>(samples));
    put_npy<float>(path / "positions.npy", "<f4", "(2, 100000, 2)",
                   std::vector<float>(4 * samples, 5));
    const Dataset dataset = open_dataset(path);
    const Dataset other = open_dataset(path);
    CHECK(dataset.series.positions(0)[0] == Point{5, 5});
    CHECK_FALSE(dataset.series.fault());
    fs::resize_file(path / "positions.npy", 4096 * 10);
    REQUIRE(dataset.series.fault());
    CHECK_THAT(*dataset.series.fault(),
               contains("positions.npy: has become shorter, or could not be read any more, while"));
    CHECK(dataset.series.positions(0)[1] == Point{5, 5});
    // What is gone reads as zeros, here and everywhere after it.
    CHECK(dataset.series.positions(1)[samples - 1] == Point{0, 0});
    CHECK(dataset.series.positions(0)[samples - 1] == Point{0, 0});
    CHECK(other.series.positions(1)[0] == Point{0, 0});
    CHECK(other.series.fault());
    CHECK(dataset.series.positions(0)[1] == Point{5, 5});
    // That it grows again does not make whole what was read.
    fs::resize_file(path / "positions.npy", 2'000'000);
    CHECK(dataset.series.fault());
}

TEST_CASE("arrays of any type of number and order open", "[io]") {
    const TemporaryFolder folder;
    const fs::path& path = folder.path();
    put_arrays(path);
    // (2, 3, 2) of half precision: 0 and 1 alternate.
    put_npy<std::uint16_t>(path / "positions.npy", "<f2", "(2, 3, 2)",
                           {0, 0x3C00, 0, 0x3C00, 0, 0x3C00, 0, 0x3C00, 0, 0x3C00, 0, 0x7C00});
    put_npy<float>(path / "predictions.npy", "<f4", "(2, 3)",
                   {0, 1, std::numeric_limits<float>::quiet_NaN(), 1, 1, 0});
    put_npy<char>(path / "labels.npy", "|S1", "(3, 1)", {'b', '\0', 'a'});
    const Dataset dataset = open_dataset(path);
    const EpochSeries& series = dataset.series;
    CHECK(series.positions(0)[1] == Point{0, 1});
    CHECK(std::vector<int>(series.labels().begin(), series.labels().end()) ==
          std::vector<int>{1, 2, 0});
    CHECK(series.classes().names.back() == "unlabelled");
    CHECK(series.epoch(0).predictions[2] == -1);
    CHECK(dataset.warnings ==
          std::vector<std::string>{
              "labels.npy: its texts are taken for classes",
              "positions.npy: is float16, not little-endian float32; opening had to convert it, "
              "which takes less than 1 MiB of memory",
              "epoch 4: position of 1 sample (2) is not a number",
              "epoch 1: prediction of 1 sample (2) is not a number"});
}

TEST_CASE("arrays without a frame that do not fit get a box around all places", "[io]") {
    const TemporaryFolder folder;
    put_arrays(folder.path());
    put(folder.path() / "info.json", R"({"label_text": ["a", "b"], "epochs": [1, 4]})");
    const Dataset dataset = open_dataset(folder.path());
    CHECK(dataset.series.frame().min.x == Approx(-0.6));
    CHECK(dataset.series.frame().max.y == Approx(12.6));
    REQUIRE(dataset.warnings.size() == 1);
    CHECK_THAT(dataset.warnings[0], contains("the box around all places"));
}
