#include "io/npy_file.h"
#include "io/zip_bytes.h"

#include <epochscope/io/formats.h>
#include <epochscope/io/recording.h>

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;
namespace fs = std::filesystem;

namespace {

using Names = std::vector<std::string>;
using Labels = std::vector<std::int32_t>;

const std::vector<float> numbers{0, 1, 2, 3, 4, 5};
const std::string features = npy_bytes<float>("<f4", "(3, 2)", numbers);

Labels labels_of(const RecordedRun& run) {
    const auto labels = run.recording.labels();
    return {labels.begin(), labels.end()};
}

}  // namespace

TEST_CASE("a table of features is a recording of one epoch, in one class without labels", "[io]") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "data_embed.npy";
    put(file, features);
    CHECK(is_recording(file));
    CHECK_FALSE(is_dataset(file));
    const RecordedRun run = open_recording(file);
    CHECK(run.format == "features");
    CHECK(run.name == "data_embed");
    CHECK(run.path == fs::canonical(file).string());
    CHECK(run.recording.epoch_count() == 1);
    CHECK(run.recording.dimension() == 2);
    CHECK(run.recording.epoch(0).embeddings.values[5] == 5);
    CHECK(run.recording.classes().names == Names{"all"});
    CHECK(labels_of(run) == Labels{0, 0, 0});
}

TEST_CASE("labels of features come from another file", "[io]") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "x.npy";
    put(file, features);
    put_npy<std::int64_t>(folder.path() / "y.npy", "<i8", "(3,)", {2, 0, 2});
    const RecordedRun run = open_recording(file, {.labels = (folder.path() / "y.npy").string()});
    CHECK(run.recording.classes().names == Names{"0", "2"});
    CHECK(labels_of(run) == Labels{1, 0, 1});
    put(folder.path() / "y.txt", "dog\ncat\ndog\n");
    const RecordedRun words = open_recording(file, {.labels = (folder.path() / "y.txt").string()});
    CHECK(words.recording.classes().names == Names{"cat", "dog"});
    CHECK(labels_of(words) == Labels{1, 0, 1});
    put(folder.path() / "y.csv", "name,label\na,1\nb,0\nc,1\n");
    CHECK(labels_of(open_recording(file, {.labels = (folder.path() / "y.csv").string()})) ==
          Labels{1, 0, 1});
    put_npy<std::int64_t>(folder.path() / "y.npy", "<i8", "(3, 1)", {1, -1, 0});
    CHECK(open_recording(file, {.labels = (folder.path() / "y.npy").string()})
              .recording.classes()
              .names == Names{"0", "1", "unlabelled"});
    put_npy<std::int64_t>(folder.path() / "y.npy", "<i8", "(2,)", {2, 0});
    CHECK_THAT(fault_of(file, {.labels = (folder.path() / "y.npy").string()}),
               contains("y.npy: has 2 labels, the features are of 3 samples"));
    CHECK_THAT(fault_of(file, {.labels = (folder.path() / "none.npy").string()}),
               contains("none.npy"));
    put(folder.path() / "y.csv", "a,b\n1,2\n");
    CHECK_THAT(fault_of(file, {.labels = (folder.path() / "y.csv").string()}),
               contains("has no column \"label\""));
}

TEST_CASE("arrays of a .npz file are chosen by name, then by shape", "[io]") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "run.npz";
    const std::string labels = npy_bytes<std::int64_t>("<i8", "(3,)", {1, 0, 1});
    const std::string other = npy_bytes<float>("<f4", "(1, 6)", numbers);
    put(file,
        zip_of(
            {{"other.npy", other}, {"X.npy", features}, {"ids.npy", labels}, {"y.npy", labels}}));
    const RecordedRun run = open_recording(file);
    CHECK(run.recording.sample_count() == 3);
    CHECK(run.recording.classes().names == Names{"0", "1"});
    CHECK(labels_of(run) == Labels{1, 0, 1});
    REQUIRE(run.warnings.size() == 1);
    CHECK_THAT(run.warnings[0], contains("its array \"X\", the labels \"y\""));
    const RecordedRun asked = open_recording(file, {.key = "other"});
    CHECK(asked.recording.dimension() == 6);
    CHECK_THAT(fault_of(file, {.key = "none"}),
               contains("has no array \"none\"; its arrays are other, X, ids, y"));
    CHECK_THAT(fault_of(file, {.key = "y"}), contains("y: has the shape (3), expected (N, D)"));
    // Names that say nothing: the only table, the only list.
    put(file, zip_of({{"arr_0.npy", features}, {"arr_1.npy", labels}}));
    CHECK(labels_of(open_recording(file)) == Labels{1, 0, 1});
    put(file, zip_of({{"arr_0.npy", features}, {"arr_1.npy", other}}));
    CHECK_THAT(fault_of(file), contains("choose one with --key"));
}

TEST_CASE("what is no file of features is told", "[io]") {
    const TemporaryFolder folder;
    const fs::path& path = folder.path();
    put(path / "cut.npy", features.substr(0, features.size() - 4));
    CHECK_THAT(fault_of(path / "cut.npy"), contains("cut.npy"));
    put(path / "text.npz", "no archive");
    CHECK_THAT(fault_of(path / "text.npz"), contains("is a zip archive without an end"));
    put(path / "empty.npz", zip_of({{"readme.txt", "text"}}));
    CHECK_THAT(fault_of(path / "empty.npz"), contains("has no arrays"));
    put(path / "list.npy", npy_bytes<float>("<f4", "(6,)", numbers));
    CHECK_THAT(fault_of(path / "list.npy"), contains("has the shape (6), expected (N, D)"));
    put(path / "broken.npz", zip_of({{"X.npy", features.substr(0, 20)}}));
    CHECK_THAT(fault_of(path / "broken.npz", {.key = "X"}), contains("broken.npz: X"));
}

TEST_CASE("numbers that leave gaps are names of the classes that occur", "[io]") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "x.npy";
    put(file, features);
    const auto with = [&](const char* name) {
        return open_recording(file, {.labels = (folder.path() / name).string()});
    };
    put_npy<std::int64_t>(folder.path() / "y.npy", "<i8", "(3,)", {2007, 7, 1007});
    CHECK(with("y.npy").recording.classes().names == Names{"7", "1007", "2007"});
    CHECK(labels_of(with("y.npy")) == Labels{2, 0, 1});
    put_npy<std::int64_t>(folder.path() / "y.npy", "<i8", "(3,)", {2, -1, 1});
    CHECK(with("y.npy").recording.classes().names == Names{"1", "2", "unlabelled"});
    CHECK(labels_of(with("y.npy")) == Labels{1, 2, 0});
    put(folder.path() / "y.csv", "label\n3\n1\n3.0\n");
    CHECK(with("y.csv").recording.classes().names == Names{"1", "3"});
    CHECK(labels_of(with("y.csv")) == Labels{1, 0, 1});
    // Columns of one-hot rows are classes, whether they occur or not.
    put_npy<std::int64_t>(folder.path() / "y.npy", "<i8", "(3, 3)", {0, 0, 1, 0, 1, 0, 0, 0, 1});
    CHECK(with("y.npy").recording.classes().names == Names{"0", "1", "2"});
}

TEST_CASE("a folder of features and labels says what to call", "[io]") {
    const TemporaryFolder folder;
    put(folder.path() / "data_embed.npy", features);
    put_npy<std::int64_t>(folder.path() / "label.npy", "<i8", "(3,)", {2, 0, 2});
    const std::string fault = fault_of(folder.path());
    CHECK_THAT(fault, contains("the features data_embed.npy (3, 2) and the labels label.npy (3)"));
    CHECK_THAT(fault, contains("data_embed.npy --labels "));
    CHECK_THAT(fault, contains("--method tsne --out NEW"));
}

TEST_CASE("a file beside features is not called a folder", "[io]") {
    const TemporaryFolder folder;
    put(folder.path() / "P.npy", features);
    for (const char* name :
         {"x.pt", "x.PTH", "x.safetensors", "x.h5", "x.hdf5", "x.parquet", "x.pkl"}) {
        put(folder.path() / name, "bytes");
        const std::string fault = fault_of(folder.path() / name);
        INFO(name);
        CHECK_THAT(fault, contains("three lines of Python turn it into a file .npz"));
        CHECK_THAT(fault, !contains("is a folder"));
    }
    put(folder.path() / "x.bin", "bytes");
    CHECK_THAT(fault_of(folder.path() / "x.bin"), !contains("is a folder"));
    put_npy<float>(folder.path() / "none.npy", "<f4", "(0, 2)", {});
    const std::string empty = fault_of(folder.path() / "none.npy");
    CHECK_THAT(empty, contains("(0, 2)"));
    CHECK_THAT(empty, !contains("is a folder"));
}

TEST_CASE("of a folder of features and labels, the features are meant, with the labels", "[io]") {
    const TemporaryFolder folder;
    const fs::path& path = folder.path();
    const auto meant = [&] {
        try {
            open_recording(path);
        } catch (const UnknownFormat& error) {
            return error.path();
        }
        return UnknownPath{};
    };
    put(path / "features.npy", features);
    CHECK(meant().meant.filename() == "features.npy");
    CHECK(meant().meant_labels.empty());
    // One-hot labels are a table, too, and come first.
    put_npy<std::int64_t>(path / "a_onehot.npy", "<i8", "(3, 2)", {1, 0, 0, 1, 1, 0});
    put_npy<std::int64_t>(path / "b_ids.npy", "<i8", "(4,)", {1, 2, 3, 4});
    put_npy<std::int64_t>(path / "label.npy", "<i8", "(3,)", {2, 0, 2});
    const UnknownPath unknown = meant();
    CHECK(unknown.meant.filename() == "features.npy");
    CHECK(unknown.meant_labels.filename() == "label.npy");
    const RecordedRun run =
        open_recording(unknown.meant, {.labels = unknown.meant_labels.string()});
    CHECK(labels_of(run) == Labels{1, 0, 1});
}

TEST_CASE("features and labels of a .npz file are told apart by usual names and by one-hot rows",
          "[io]") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "run.npz";
    const std::string labels = npy_bytes<std::int64_t>("<i8", "(3,)", {1, 0, 1});
    const std::string column = npy_bytes<std::int64_t>("<i8", "(3, 1)", {1, 0, 1});
    const std::string row = npy_bytes<std::int64_t>("<i8", "(1, 3)", {1, 0, 1});
    const std::string hot = npy_bytes<float>("<f4", "(3, 2)", {0, 1, 1, 0, 0, 1});
    const std::string test = npy_bytes<float>("<f4", "(2, 2)", {0, 1, 2, 3});
    for (const ZipFiles& files : {ZipFiles{{"emb.npy", features}, {"label.npy", column}},
                                  ZipFiles{{"Features.npy", features}, {"Labels.npy", labels}},
                                  ZipFiles{{"X.npy", features}, {"y.npy", row}},
                                  ZipFiles{{"arr_0.npy", features}, {"arr_1.npy", hot}},
                                  ZipFiles{{"X.npy", features}, {"y.npy", hot}},
                                  ZipFiles{{"x_train.npy", features},
                                           {"y_train.npy", labels},
                                           {"x_test.npy", test},
                                           {"y_test.npy", labels}}}) {
        INFO(files[0].first << ", " << files[1].first);
        put(file, zip_of(files));
        const RecordedRun run = open_recording(file);
        CHECK(run.recording.epoch(0).embeddings.values[5] == 5);
        CHECK(run.recording.classes().names == Names{"0", "1"});
        CHECK(labels_of(run) == Labels{1, 0, 1});
    }
}

TEST_CASE("a list of labels may have a line of names, an index and lines without a label", "[io]") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "x.npy";
    put(file, features);
    const auto [text, classes, labels] = GENERATE(table<std::string, Names, Labels>(
        {{"species\ndog\ncat\ndog\n", {"cat", "dog"}, {1, 0, 1}},
         {",0\n0,1\n1,0\n2,1\n", {"0", "1"}, {1, 0, 1}},
         {"dog\n\ncat", {"cat", "dog", "unlabelled"}, {1, 2, 0}},
         {"dog\ncat\ndog\n\n\n", {"cat", "dog"}, {1, 0, 1}},
         {"1.0\n-1.0\n0.0\n", {"0", "1", "unlabelled"}, {1, 2, 0}}}));
    INFO(text);
    put(folder.path() / "y.csv", text);
    const RecordedRun run = open_recording(file, {.labels = (folder.path() / "y.csv").string()});
    CHECK(run.recording.classes().names == classes);
    CHECK(labels_of(run) == labels);
}

TEST_CASE("what is packed or pickled says what to do", "[io]") {
    const TemporaryFolder folder;
    put(folder.path() / "x.npy.gz", "packed");
    CHECK_THAT(fault_of(folder.path() / "x.npy.gz"),
               contains("is a packed file .gz") && contains("unpack it"));
    put_npy<float>(folder.path() / "x.npy", "|O", "(1,)", {0, 0});
    CHECK_THAT(fault_of(folder.path() / "x.npy"),
               contains("holds objects") && contains("save it as numpy.array(x.tolist())"));
}

TEST_CASE("labels -1 and 1 alone are two classes, -1 and -100 among others are no labels", "[io]") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "x.npy";
    put(file, features);
    const auto with = [&](const std::vector<std::int64_t>& labels) {
        put_npy<std::int64_t>(folder.path() / "y.npy", "<i8", "(3,)", labels);
        return open_recording(file, {.labels = (folder.path() / "y.npy").string()});
    };
    const RecordedRun signs = with({1, -1, -1});
    CHECK(signs.recording.classes().names == Names{"-1", "1"});
    CHECK(labels_of(signs) == Labels{1, 0, 0});
    CHECK_THAT(signs.warnings.at(0), contains("taken for two classes"));
    CHECK(labels_of(with({0, -100, -1})) == Labels{0, 1, 1});
    CHECK(with({1, 1, 1}).recording.classes().names == Names{"1"});
}

TEST_CASE("labels of features may be a JSON array, and their column any usual name", "[io]") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "x.npy";
    put(file, features);
    const auto [name, text] = GENERATE(
        table<std::string, std::string>({{"y.json", "[\"dog\", \"cat\",\n \"dog\"]"},
                                         {"y.csv", "id,hue\n1,dog\n2,cat\n3,dog\n"},
                                         {"y.csv", "id,y_true\n1,dog\n2,cat\n3,dog\n"},
                                         {"y.csv", "id\tClass Name\r1\tdog\r2\tcat\r3\tdog\r"}}));
    INFO(text);
    put(folder.path() / name, text);
    const RecordedRun run = open_recording(file, {.labels = (folder.path() / name).string()});
    CHECK(run.recording.classes().names == Names{"cat", "dog"});
    CHECK(labels_of(run) == Labels{1, 0, 1});
}

TEST_CASE("arrays of other kinds say how to save them", "[io]") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "x.npy";
    put_npy<float>(file, "<f4", "(3, 2, 1, 2)", {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11});
    CHECK_THAT(fault_of(file), contains("save x.reshape(len(x), -1) if its first axis is the "
                                        "samples, or each part as epochs/epoch_<k>"));
    put_npy<float>(file, "|O", "()", {0, 0});
    CHECK_THAT(fault_of(file), contains("save it by numpy.savez(\"x.npz\", **x.item())"));
    put(folder.path() / "x.mat", "MATLAB 5.0");
    CHECK_THAT(fault_of(folder.path() / "x.mat"), contains("three lines of Python"));
}

namespace {

/// [2, 3, columns] with 0, 1, 2, ...
std::string epochs_of(int columns) {
    std::vector<float> values(static_cast<std::size_t>(6 * columns));
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = static_cast<float>(i);
    return npy_bytes<float>("<f4", "(2, 3, " + std::to_string(columns) + ")", values);
}

}  // namespace

TEST_CASE("one array of all epochs is a recording, and what is not certain is told", "[io]") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "all.npy";
    put(file, epochs_of(4));
    CHECK(is_recording(file));
    const RecordedRun run = open_recording(file);
    REQUIRE(run.recording.epoch_count() == 2);
    CHECK(run.recording.sample_count() == 3);
    CHECK(run.recording.epoch(1).number == 2);
    CHECK(run.recording.epoch(1).embeddings.row(2)[3] == 23);
    REQUIRE(run.warnings.size() == 1);
    CHECK_THAT(run.warnings[0],
               contains("all.npy: its shape (2, 3, 4) is taken for 2 epochs of 3 samples"));
    // More along the first axis than along the second may be pictures.
    put(file, npy_bytes<float>("<f4", "(3, 2, 4)", std::vector<float>(24)));
    CHECK_FALSE(is_recording(file));
    CHECK_THAT(fault_of(file), contains("save x.reshape(len(x), -1)"));
    // With labels, outputs and numbers of the epochs.
    const fs::path npz = folder.path() / "all.npz";
    const std::string labels = npy_bytes<std::int64_t>("<i8", "(3,)", {1, 0, 1});
    const auto with = [&](const std::vector<std::int64_t>& numbers, const std::string& shape) {
        return zip_of({{"embeddings.npy", epochs_of(4)},
                       {"y.npy", labels},
                       {"logits.npy", epochs_of(2)},
                       {"epochs.npy", npy_bytes<std::int64_t>("<i8", shape, numbers)}});
    };
    put(npz, with({5, 10}, "(2,)"));
    const RecordedRun both = open_recording(npz);
    CHECK(both.recording.epoch(1).number == 10);
    CHECK(both.recording.epoch(1).logits.row(0)[1] == 7);
    CHECK(labels_of(both) == Labels{1, 0, 1});
    put(npz, with({5, 5}, "(2,)"));
    CHECK(open_recording(npz).recording.epoch(1).number == 2);
    CHECK_THAT(open_recording(npz).warnings.back(), contains("its numbers do not increase"));
    CHECK_THAT(fault_of(npz, {.labels = "none.npy"}), contains("none.npy"));
}

TEST_CASE("one array of the places at all epochs is a dataset", "[io]") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "places.npy";
    put(file, epochs_of(2));
    CHECK(is_dataset(file));
    CHECK_FALSE(is_recording(file));
    const Dataset dataset = open_dataset(file);
    CHECK(dataset.format == "array of places");
    REQUIRE(dataset.series.epoch_count() == 2);
    CHECK(dataset.series.epoch(1).positions[2].y == 11);
    CHECK_THAT(outcome(file), contains("(2, 3, 2) is taken for the places of 3 samples"));
    put_npy<std::int64_t>(folder.path() / "y.npy", "<i8", "(3,)", {1, 0, 1});
    const std::string labels = (folder.path() / "y.npy").string();
    CHECK(open_dataset(file, {.labels = labels}).series.labels()[0] == 1);
    put(folder.path() / "all.npz",
        zip_of({{"positions.npy", epochs_of(2)},
                {"y.npy", npy_bytes<std::int64_t>("<i8", "(3,)", {1, 0, 1})}}));
    CHECK(open_dataset(folder.path() / "all.npz").series.labels()[0] == 1);
    put_npy<std::int64_t>(folder.path() / "y.npy", "<i8", "(2,)", {1, 0});
    CHECK_THAT(outcome(file, {.labels = labels}), contains("has 2 labels"));
    const float nan = std::numeric_limits<float>::quiet_NaN();
    put(file, npy_bytes<float>("<f4", "(1, 2, 2)", {1, 2, nan, 3}));
    CHECK_THAT(outcome(file), contains("opened"));
    put(file, epochs_of(2).substr(0, 150));
    CHECK_FALSE(is_dataset(file));
    CHECK_THAT(fault_of(file), contains("is too short for its shape"));
}
