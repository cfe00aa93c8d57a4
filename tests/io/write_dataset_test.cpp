#include "io/npy_file.h"

#include <epochscope/io/png.h>
#include <epochscope/io/write_dataset.h>

#include <nlohmann/json.hpp>
#include <sys/resource.h>

#include <bit>
#include <cmath>
#include <csignal>
#include <cstdlib>
#include <limits>
#include <random>

using namespace epochscope;
using namespace epochscope::tests;
namespace fs = std::filesystem;

namespace {

constexpr std::string_view rich_info =
    R"({"label_text": ["a", "b\u00e9"], "label_color": [[255,0,0],[0,0,255]], "label_index": [0, 1, 1],
        "source": {"made_by": "a script", "recording": "/runs/\u00e9t\u00e9"},
        "frame": [[-2, -3.5], [4, 5]], "axes": {"x": "left \u2192", "y": ""}, "background_origin": "upper"})";
constexpr std::string_view rich_data = R"({
    "10": {"projection": [[0.1, -0], [3e-7, 4], [1e20, 6]], "prediction": [0, 1, 0],
           "intra_similarity": [[0, 2, 1], [], [1]]},
    "-2": {"projection": [[1, 2], [3, 4], [5, 6]], "confidence": [0.5, 1, 0.1]}})";

/// A folder with a bit of everything, and a background at epoch 10.
void put_rich(const fs::path& folder) {
    put(folder / "info.json", rich_info);
    put(folder / "data.json", rich_data);
    fs::create_directory(folder / "background");
    write_png(folder / "background" / "10.png", Image(Size{3, 2}));
}

void write(const fs::path& from, DatasetFormat format, const fs::path& to, const Job& job = {}) {
    write_dataset(open_dataset(from), format, to, {{"made_by", "a test"}}, job);
}

std::string fault_of(const fs::path& from, DatasetFormat format, const fs::path& to) {
    try {
        write(from, format, to);
    } catch (const Error& error) {
        return error.what();
    }
    return "written";
}

std::string text_of(const fs::path& file) {
    const auto bytes = read_file(file, 1U << 30U);
    return {bytes.begin(), bytes.end()};
}

void expect_same(std::span<const float> a, std::span<const float> b) {
    REQUIRE(a.size() == b.size());
    bool same = true;
    for (std::size_t i = 0; i < a.size(); ++i)
        same = same && std::bit_cast<std::uint32_t>(a[i]) == std::bit_cast<std::uint32_t>(b[i]);
    CHECK(same);
}

std::span<const float> floats_of(std::span<const Point> points) {
    return {reinterpret_cast<const float*>(points.data()), 2 * points.size()};
}

void expect_same(const NeighbourLists& a, const NeighbourLists& b) {
    REQUIRE(a.size() == b.size());
    for (std::size_t i = 0; i < a.size(); ++i)
        CHECK(std::vector<int>(a[i].begin(), a[i].end()) ==
              std::vector<int>(b[i].begin(), b[i].end()));
}

void expect_same(const Dataset& a, const Dataset& b) {
    CHECK(a.series.classes().names == b.series.classes().names);
    CHECK(a.series.classes().colours == b.series.classes().colours);
    CHECK(a.series.frame() == b.series.frame());
    CHECK(a.axes.has_value());
    CHECK(a.axes == b.axes);
    CHECK(a.recording == "/runs/\u00e9t\u00e9");
    CHECK(a.recording == b.recording);
    REQUIRE((a.backgrounds != nullptr) == (b.backgrounds != nullptr));
    if (a.backgrounds)
        CHECK(a.backgrounds->orientation().origin == b.backgrounds->orientation().origin);
    CHECK(std::equal(a.series.labels().begin(), a.series.labels().end(), b.series.labels().begin(),
                     b.series.labels().end()));
    REQUIRE(a.series.epoch_count() == b.series.epoch_count());
    for (std::size_t e = 0; e < a.series.epoch_count(); ++e) {
        const Epoch& x = a.series.epoch(e);
        const Epoch& y = b.series.epoch(e);
        CHECK(x.number == y.number);
        expect_same(floats_of(x.positions), floats_of(y.positions));
        expect_same(x.confidence, y.confidence);
        CHECK(std::equal(x.predictions.begin(), x.predictions.end(), y.predictions.begin(),
                         y.predictions.end()));
        expect_same(x.intra, y.intra);
        expect_same(x.inter, y.inter);
        const bool pictured = a.backgrounds && a.backgrounds->has(e);
        REQUIRE(pictured == (b.backgrounds && b.backgrounds->has(e)));
        if (pictured) CHECK(text_of(a.backgrounds->file(e)) == text_of(b.backgrounds->file(e)));
    }
}

/// Names in a folder, so that nothing unfinished hides.
std::vector<std::string> names_in(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace

TEST_CASE("a folder survives json to npy to json whole", "[io]") {
    const TemporaryFolder folder;
    const fs::path& path = folder.path();
    put_rich(path / "first");
    write(path / "first", DatasetFormat::npy, path / "arrays");
    write(path / "arrays", DatasetFormat::json, path / "again/");
    const Dataset first = open_dataset(path / "first");
    const Dataset arrays = open_dataset(path / "arrays");
    CHECK(arrays.format == "arrays");
    CHECK(open_dataset(path / "again").format == "Sequence-Scatter");
    expect_same(first, arrays);
    expect_same(first, open_dataset(path / "again"));
    CHECK(std::signbit(arrays.series.positions(1)[0].y));
    CHECK(names_in(path) == std::vector<std::string>{"again", "arrays", "first"});
    CHECK(names_in(path / "arrays") == std::vector<std::string>{"background", "confidence.npy",
                                                                "info.json", "intra_similarity.npy",
                                                                "labels.npy", "positions.npy",
                                                                "predictions.npy"});
    CHECK_THAT(text_of(path / "arrays/info.json"),
               contains(R"("source":{"made_by":"a test","recording":"/runs/)"));
    CHECK_THAT(text_of(path / "arrays/info.json"),
               contains(R"("unknown":{"predictions":[-2],"confidence":[10],)"
                        R"("intra_similarity":[-2]})"));
    // To the byte, once in our own words.
    write(path / "again", DatasetFormat::npy, path / "arrays 2");
    write(path / "arrays 2", DatasetFormat::json, path / "again 2");
    for (const char* file : {"data.json", "background/10.png"})
        CHECK(text_of(path / "again" / file) == text_of(path / "again 2" / file));
    for (const char* file : {"positions.npy", "intra_similarity.npy", "confidence.npy"})
        CHECK(text_of(path / "arrays" / file) == text_of(path / "arrays 2" / file));
}

TEST_CASE("every float32 survives to the bit", "[io]") {
    const TemporaryFolder folder;
    const fs::path& path = folder.path();
    constexpr std::size_t samples = 100'000;
    std::mt19937 random(7);
    std::vector<float> values;
    while (values.size() < 2 * samples) {
        const auto value = std::bit_cast<float>(static_cast<std::uint32_t>(random()));
        if (std::isfinite(value)) values.push_back(value);
    }
    put(path / "first/info.json", R"({"label_text": ["a"], "epochs": [1]})");
    put_npy<std::uint8_t>(path / "first/labels.npy", "|u1", "(100000,)",
                          std::vector<std::uint8_t>(samples));
    put_npy<float>(path / "first/positions.npy", "<f4", "(1, 100000, 2)", values);
    write(path / "first", DatasetFormat::json, path / "json");
    write(path / "json", DatasetFormat::npy, path / "npy");
    expect_same(floats_of(open_dataset(path / "json").series.positions(0)), values);
    expect_same(floats_of(open_dataset(path / "npy").series.positions(0)), values);
}

TEST_CASE("numpy reads what is written", "[io]") {
    if (std::system("/usr/bin/python3 -c 'import numpy' 2>/dev/null") != 0)
        return skip("there is no python3-numpy");
    const TemporaryFolder folder;
    const fs::path& path = folder.path();
    put_rich(path / "first");
    write(path / "first", DatasetFormat::npy, path / "arrays");
    put(path / "check.py", R"(
import json, numpy, sys
load = lambda name: numpy.load(sys.argv[1] + '/' + name + '.npy', mmap_mode='r')
assert load('labels').tolist() == [0, 1, 1] and load('labels').dtype == numpy.int32
places = load('positions')
assert places.shape == (2, 3, 2) and places.dtype == numpy.float32 and places.flags.c_contiguous
assert places[0].tolist() == [[1, 2], [3, 4], [5, 6]]
assert places[1, 0, 0] == numpy.float32(0.1) and places[1, 2, 0] == numpy.float32(1e20)
assert load('predictions').tolist() == [[-1, -1, -1], [0, 1, 0]]
assert load('confidence')[0].tolist() == [0.5, 1, numpy.float32(0.1)]
assert numpy.isnan(load('confidence')[1]).all()
assert load('intra_similarity').tolist() == [[[-1, -1]] * 3, [[2, 1], [-1, -1], [1, -1]]]
assert json.load(open(sys.argv[1] + '/info.json'))['epochs'] == [-2, 10]
)");
    const std::string call = "/usr/bin/python3 '" + (path / "check.py").string() + "' '" +
                             (path / "arrays").string() + "'";
    CHECK(std::system(call.c_str()) == 0);
}

TEST_CASE("a folder that is there is left alone", "[io]") {
    const TemporaryFolder folder;
    const fs::path& path = folder.path();
    put_rich(path / "first");
    CHECK_THAT(fault_of(path / "first", DatasetFormat::npy, path / "first"),
               contains("first: is the folder of the dataset itself, expected another"));
    fs::create_directory_symlink(path / "first", path / "link");
    CHECK_THAT(fault_of(path / "first", DatasetFormat::npy, path / "link/"),
               contains("is the folder of the dataset itself"));
    put(path / "full/precious", "text");
    CHECK_THAT(fault_of(path / "first", DatasetFormat::npy, path / "full"),
               contains("full: is there already and not empty, expected a new folder"));
    CHECK_THAT(fault_of(path / "first", DatasetFormat::npy, path / "full/precious"),
               contains("it is there and no folder"));
    CHECK_THAT(fault_of(path / "first", DatasetFormat::npy, path / "none/below"),
               contains("cannot be written (No such file or directory)"));
    CHECK(text_of(path / "full/precious") == "text");
    CHECK(names_in(path) == std::vector<std::string>{"first", "full", "link"});
    fs::create_directory(path / "empty");
    CHECK(fault_of(path / "first", DatasetFormat::npy, path / "empty") == "written");
    CHECK(open_dataset(path / "empty").format == "arrays");
}

TEST_CASE("nothing is left of a conversion that was stopped or fails", "[io]") {
    const TemporaryFolder folder;
    const fs::path& path = folder.path();
    put_arrays(path / "first");
    const auto expect_nothing = [&] { CHECK(names_in(path) == std::vector<std::string>{"first"}); };
    SECTION("stopped") {
        std::stop_source source;
        double last = 0;
        const Job job{.progress =
                          [&](double fraction) {
                              CHECK(fraction >= last);
                              last = fraction;
                              if (fraction > 0.3) source.request_stop();
                          },
                      .stop = source.get_token()};
        for (const DatasetFormat format : {DatasetFormat::npy, DatasetFormat::json}) {
            source = std::stop_source();
            last = 0;
            CHECK_THROWS_AS(write_dataset(open_dataset(path / "first"), format, path / "out", {},
                                          {.progress = job.progress, .stop = source.get_token()}),
                            Cancelled);
            expect_nothing();
        }
    }
    SECTION("values that are none") {
        put_npy<float>(path / "first/confidence.npy", "<f4", "(2, 3)", {0, 0, 1, 1, 1.5F, 1});
        for (const DatasetFormat format : {DatasetFormat::npy, DatasetFormat::json})
            CHECK_THAT(fault_of(path / "first", format, path / "out"),
                       contains("epoch \"4\": confidence[1] is 1.5, expected 0..1"));
        expect_nothing();
        fs::remove(path / "first/confidence.npy");
        put_npy<std::int32_t>(path / "first/predictions.npy", "<i4", "(2, 3)", {0, 0, 2, 0, 0, 0});
        CHECK_THAT(fault_of(path / "first", DatasetFormat::json, path / "out"),
                   contains("epoch \"1\": prediction[2] is 2, expected 0..1"));
        expect_nothing();
    }
    SECTION("a file that shrinks") {
        const Dataset dataset = open_dataset(path / "first");
        fs::resize_file(path / "first/positions.npy", 150);
        CHECK_THROWS_WITH(write_dataset(dataset, DatasetFormat::json, path / "out", {}),
                          contains("positions.npy: has become shorter"));
        expect_nothing();
    }
    SECTION("a disk without room") {
        const Dataset dataset = open_dataset(path / "first");
        rlimit before{};
        REQUIRE(getrlimit(RLIMIT_FSIZE, &before) == 0);
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit small{100, before.rlim_max};
        REQUIRE(setrlimit(RLIMIT_FSIZE, &small) == 0);
        std::string fault;
        try {
            write_dataset(dataset, DatasetFormat::npy, path / "out", {});
        } catch (const Error& error) {
            fault = error.what();
        }
        setrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, handler);
        CHECK_THAT(fault, contains("cannot be written (File too large)"));
        expect_nothing();
    }
}

TEST_CASE("pictures and curves go with arrays byte for byte", "[io]") {
    const TemporaryFolder folder;
    const fs::path from = folder.path() / "from";
    put_arrays(from);
    // They need not be pictures at all; more than a piece, and no whole number of them.
    std::string pictures(3'000'001, '\0');
    std::mt19937 random(1);
    for (char& byte : pictures) byte = static_cast<char>(random());
    put(from / "images.npy", pictures);
    put(from / "curves.csv", "");
    const Dataset dataset = open_dataset(from);
    REQUIRE(dataset.warnings.size() == 1);
    CHECK_THAT(dataset.warnings[0],
               contains("images.npy: is not a .npy file; no pictures of samples are shown"));
    CHECK(left_out(dataset, DatasetFormat::npy).empty());
    CHECK(left_out(dataset, DatasetFormat::json) == std::vector<std::string>{"images.npy"});
    write(from, DatasetFormat::npy, folder.path() / "npy");
    CHECK(text_of(folder.path() / "npy/images.npy") == pictures);
    CHECK(fs::file_size(folder.path() / "npy/curves.csv") == 0);
    write(from, DatasetFormat::json, folder.path() / "json");
    CHECK_FALSE(fs::exists(folder.path() / "json/images.npy"));
    CHECK(fs::file_size(folder.path() / "json/curves.csv") == 0);
}

TEST_CASE("what is written leads no file of the machine out of another's folder", "[io]") {
    const TemporaryFolder folder;
    const fs::path from = folder.path() / "from";
    put_arrays(from);
    put(folder.path() / "secret", "secret");
    put(folder.path() / "pictures/1.png", "secret");
    fs::create_symlink(folder.path() / "secret", from / "curves.csv");
    fs::create_symlink(folder.path() / "secret", from / "images.npy");
    fs::create_directory_symlink(folder.path() / "pictures", from / "image");
    fs::create_directories(from / "runs/a");
    put(from / "runs/a/log.csv", "theirs");
    put(from / "runs/a/model.bin", "no curves");
    fs::create_symlink(folder.path() / "secret", from / "runs/a/linked.csv");
    write(from, DatasetFormat::npy, folder.path() / "npy");
    CHECK(text_of(folder.path() / "npy/runs/a/log.csv") == "theirs");
    for (const char* name :
         {"curves.csv", "images.npy", "image", "runs/a/linked.csv", "runs/a/model.bin"})
        CHECK_FALSE(fs::exists(folder.path() / "npy" / name));
    std::size_t told = 0;
    for (const std::string& warning : open_dataset(from).warnings)
        told += warning.find("leads out of its folder; it is left out of what is written") !=
                        std::string::npos
                    ? 1U
                    : 0U;
    CHECK(told == 3);
}

TEST_CASE("a folder in another format, and back, says the same", "[io]") {
    const TemporaryFolder folder;
    const fs::path from = folder.path() / "from";
    put(from / "data.json",
        R"({"3": {"projection": [[1, 2], [3.4028234663852886e38, 4], [5e-45, 6]]}})");
    put(from / "info.json", R"({"label_text": ["a", "b"], "label_index": [0, 1, 1],
        "mine": {"deep": [1, 2.5, null, "x"]}, "frame": [[-1, -2], [8.507059173023462e37, 2]],
        "source": {"method": "theirs", "seed": 7, "settings": {"rate": 0.1}, "version": "old"}})");
    put(from / "runs/one/curves.csv", "epoch,loss\n1,2\n");
    const auto info = [](const fs::path& at) {
        return nlohmann::json::parse(text_of(at / "info.json"));
    };
    const auto convert = [&](const fs::path& a, DatasetFormat format, const fs::path& b) {
        write_dataset(open_dataset(a), format, b, {{"version", "new"}, {"made_by", "us"}}, {}, a);
    };
    const fs::path arrays = folder.path() / "arrays";
    const fs::path back = folder.path() / "back";
    convert(from, DatasetFormat::npy, arrays);
    convert(arrays, DatasetFormat::json, back);
    for (const fs::path& made : {arrays, back}) {
        CHECK(info(made)["mine"] == info(from)["mine"]);
        CHECK(info(made)["frame"] == info(from)["frame"]);
        nlohmann::json source = info(from)["source"];
        source["made_by"] = "us";
        CHECK(info(made)["source"] == source);
        CHECK(text_of(made / "runs/one/curves.csv") == text_of(from / "runs/one/curves.csv"));
        const Dataset dataset = open_dataset(made);
        CHECK(dataset.warnings.empty());
        CHECK(dataset.series.positions(0)[1].x == std::numeric_limits<float>::max());
        CHECK(dataset.series.positions(0)[2].x == 5e-45F);
    }
}

TEST_CASE("a folder of pictures goes with arrays, and is shown there", "[io]") {
    const TemporaryFolder folder;
    const fs::path from = folder.path() / "from";
    put_arrays(from);
    Image dot({1, 1});
    dot.rgba = {9, 8, 7, 255};
    fs::create_directory(from / "image");
    write_png(from / "image/1.png", dot);
    put(from / "image/notes.txt", "not a picture");
    const Dataset dataset = open_dataset(from);
    REQUIRE(dataset.thumbnails);
    CHECK(dataset.thumbnails->load(1).rgba == dot.rgba);
    CHECK(left_out(dataset, DatasetFormat::json) == std::vector<std::string>{"image"});
    write(from, DatasetFormat::npy, folder.path() / "npy");
    const Dataset written = open_dataset(folder.path() / "npy");
    REQUIRE(written.thumbnails);
    CHECK(written.thumbnails->has(1));
    CHECK_FALSE(written.thumbnails->has(0));
    CHECK(written.thumbnails->load(1).rgba == dot.rgba);
    CHECK_FALSE(fs::exists(folder.path() / "npy/image/notes.txt"));
    fs::remove_all(from / "image");
    put(from / "image", "a file");
    CHECK(open_dataset(from).warnings ==
          std::vector<std::string>{"image: is not a folder; it is left out of what is written"});
}

TEST_CASE("pictures that cannot be copied leave nothing behind", "[io]") {
    const TemporaryFolder folder;
    const fs::path from = folder.path() / "from";
    put_arrays(from);
    put(from / "images.npy", "pictures");
    const Dataset dataset = open_dataset(from);
    const fs::path out = folder.path() / "out";
    std::stop_source stop;
    const Job stopped{.progress =
                          [&](double fraction) {
                              // The epochs are written, and no picture yet.
                              if (fraction > 0.95) stop.request_stop();
                          },
                      .stop = stop.get_token()};
    CHECK_THROWS_AS(write_dataset(dataset, DatasetFormat::npy, out, {}, stopped), Cancelled);
    fs::remove(from / "images.npy");
    CHECK_THROWS_WITH(write_dataset(dataset, DatasetFormat::npy, out, {}),
                      contains("images.npy: cannot be read"));
    const fs::directory_iterator all(folder.path());
    CHECK(std::distance(begin(all), end(all)) == 1);
    fs::create_directory(from / "images.npy");
    const Dataset without = open_dataset(from);
    CHECK(without.sidecar_files.empty());
    CHECK(without.warnings ==
          std::vector<std::string>{
              "images.npy: is not a regular file; it is left out of what is written"});
}

TEST_CASE("what is absent or unlabelled survives being written", "[io]") {
    const TemporaryFolder folder;
    const fs::path from = folder.path() / "from";
    put(from / "info.json", R"({"label_text": ["a", "b"], "label_color": ["red", "#0000ff"],
                                "label_index": [0, -1, 1], "frame": [[0, 0], [9, 9]]})");
    put(from / "data.json", R"({"1": {"projection": [[1, 2], [3, null], [5, 6]],
                                      "prediction": [1, null, 0], "confidence": [0.5, NaN, 1]}})");
    for (const auto& [format, name] :
         {std::pair(DatasetFormat::json, "json"), std::pair(DatasetFormat::npy, "npy")}) {
        CAPTURE(name);
        write(from, format, folder.path() / name);
        const Dataset read = open_dataset(folder.path() / name);
        const EpochSeries& series = read.series;
        CHECK(series.classes().names == std::vector<std::string>{"a", "b", "unlabelled"});
        CHECK(series.classes().colours[1] == Colour{0, 0, 255});
        CHECK(series.labels()[1] == 2);
        CHECK(std::isnan(series.positions(0)[1].x));
        CHECK(series.positions(0)[2] == Point{5, 6});
        CHECK(series.epoch(0).predictions[1] == -1);
        CHECK(series.epoch(0).predictions[0] == 1);
        CHECK(std::isnan(series.epoch(0).confidence[1]));
        CHECK(read.warnings.size() == 3);
    }
    CHECK_THAT(text_of(folder.path() / "json" / "data.json"),
               contains(R"("projection":[[1,2],[null,null],[5,6]],"prediction":[1,null,0],)"
                        R"("confidence":[0.5,null,1])"));
}
