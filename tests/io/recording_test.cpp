#include "io/npy_file.h"

#include <epochscope/io/recording.h>
#include <epochscope/model/error.h>

#include <cmath>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <string>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;
namespace fs = std::filesystem;

namespace {

fs::path epoch_folder(const fs::path& run, int epoch) {
    return run / "epochs" / ("epoch_" + std::to_string(epoch));
}

/// Two samples in two dimensions at epochs 2 and 10, nothing else.
void put_recording(const fs::path& run) {
    put_npy<std::int64_t>(run / "dataset/labels.npy", "<i8", "(2,)", {0, 1});
    for (const int epoch : {10, 2})
        put_npy<float>(epoch_folder(run, epoch) / "embeddings.npy", "<f4", "(2, 2)",
                       {static_cast<float>(epoch), 1, 2, 3});
}

std::string said_of(const fs::path& run) {
    try {
        open_recording(run);
    } catch (const Error& error) {
        return error.what();
    }
    return "nothing";
}

}  // namespace

TEST_CASE("a recording opens with what there is", "[io]") {
    const TemporaryFolder folder;
    const fs::path run = folder.path() / "my run";
    CHECK_FALSE(is_recording(run));
    put_recording(run);
    CHECK(is_recording(run));
    const RecordedRun opened = open_recording(run);
    CHECK(opened.name == "my run");
    CHECK(opened.path == fs::canonical(run));
    CHECK(opened.warnings.empty());
    const Recording& recording = opened.recording;
    CHECK(recording.sample_count() == 2);
    CHECK(recording.dimension() == 2);
    CHECK(recording.classes().names == std::vector<std::string>{"0", "1"});
    REQUIRE(recording.epoch_count() == 2);
    CHECK(recording.epoch(0).number == 2);
    CHECK(recording.epoch(1).embeddings.row(0)[0] == 10);
    CHECK_FALSE(recording.has_logits());
    CHECK_FALSE(recording.epoch(0).head);
    CHECK(recording.epoch(0).losses.empty());
}

TEST_CASE("classes have the colours of the recording's info.json", "[io]") {
    const TemporaryFolder folder;
    const fs::path& run = folder.path();
    put_recording(run);
    put(run / "dataset/info.json",
        R"({"classes": ["cat", "dog"], "label_color": [[1, 2, 3], "#0a0b0c"]})");
    const RecordedRun opened = open_recording(run);
    CHECK(opened.recording.classes().colours == std::vector<Colour>{{1, 2, 3}, {10, 11, 12}});
    put(run / "dataset/info.json", R"({"classes": ["cat", "dog"], "label_color": [[1, 2]]})");
    const RecordedRun plain = open_recording(run);
    CHECK(plain.recording.classes().colours.empty());
    REQUIRE(plain.warnings.size() == opened.warnings.size() + 1);
    CHECK_THAT(plain.warnings.back() + plain.warnings.front(),
               contains("label_color has 1 colours") && contains("; it is left out"));
}

TEST_CASE("logits, heads and losses are read, of any number type", "[io]") {
    const TemporaryFolder folder;
    const fs::path& run = folder.path();
    put_recording(run);
    put(run / "dataset/info.json", R"({"classes": ["cat", "dog"]})");
    const fs::path epoch = epoch_folder(run, 2);
    put_npy<double>(epoch / "predictions.npy", "<f8", "(2, 2)", {0, 1, 2, 0});
    put_npy<float>(epoch / "head_weight.npy", "<f4", "(2, 2)", {1, 2, 3, 4});
    put_npy<std::int32_t>(epoch / "head_bias.npy", "<i4", "(2,)", {5, 6});
    put_npy<float>(epoch / "losses.npy", "<f4", "(2,)", {7, 8});
    const Recording recording = open_recording(run).recording;
    CHECK(recording.classes().names[1] == "dog");
    CHECK(recording.epoch(0).logits.row(1)[0] == 2);
    CHECK(recording.epoch(0).head->weight.row(1)[0] == 3);
    CHECK(recording.epoch(0).head->bias[1] == 6);
    CHECK(recording.epoch(0).losses[0] == 7);
    // What is let go is there again when it is looked at.
    recording.release(0);
    CHECK(recording.epoch(0).embeddings.row(0)[0] == 2);
}

TEST_CASE("an epoch without embeddings is left out with a warning", "[io]") {
    const TemporaryFolder folder;
    put_recording(folder.path());
    fs::create_directories(epoch_folder(folder.path(), 5));
    fs::create_directories(folder.path() / "epochs/notes");
    const RecordedRun opened = open_recording(folder.path());
    CHECK(opened.recording.epoch_count() == 2);
    CHECK(opened.warnings ==
          std::vector<std::string>{"epoch_5: has no embeddings.npy; it is left out"});
}

TEST_CASE("what is no recording is refused with what was expected", "[io]") {
    const TemporaryFolder folder;
    const fs::path& run = folder.path();
    CHECK_THAT(said_of(run / "missing"), contains("cannot be opened"));
    CHECK_THAT(said_of(run),
               contains("is not a recording; it is empty; expected one of the formats recording"));
    put_recording(run);
    CHECK(said_of(run) == "nothing");
    const fs::path epoch = epoch_folder(run, 10);
    const auto with = [&](const char* name, const std::string& shape,
                          const std::vector<float>& values) {
        const fs::path file = epoch / name;
        const fs::path kept = run / "kept";
        const bool was_there = fs::exists(file);
        if (was_there) fs::rename(file, kept);
        put_npy<float>(file, "<f4", shape, values);
        const std::string said = said_of(run);
        fs::remove(file);
        if (was_there) fs::rename(kept, file);
        return said;
    };
    CHECK_THAT(with("embeddings.npy", "(4,)", {1, 2, 3, 4}),
               contains("has the shape (4), expected a table of rows and columns"));
    CHECK_THAT(with("embeddings.npy", "(2, 0)", {}), contains("expected a table"));
    CHECK_THAT(with("embeddings.npy", "(1, 2)", {1, 2}),
               contains("epoch \"10\": embeddings is 1 x 2, expected 2 x 2"));
    CHECK_THAT(with("embeddings.npy", "(2, 1)", {1, 2}),
               contains("epoch \"10\": embeddings is 2 x 1, expected 2 x 2"));
    CHECK_THAT(with("predictions.npy", "(1, 2)", {1, 2}),
               contains("epoch \"10\": predictions is 1 x 2, expected 2 x 2"));
    CHECK_THAT(with("losses.npy", "(3,)", {1, 2, 3}),
               contains("epoch \"10\": losses has 3 entries, expected 2"));
    CHECK_THAT(with("losses.npy", "(1, 2)", {1, 2}), contains("expected a list of numbers"));
    CHECK_THAT(with("embeddings.npy", "(2, 2, 3)", std::vector<float>(12)),
               contains("has the shape (2, 2, 3), expected a table of rows and columns"));
    CHECK_THAT(with("head_weight.npy", "(2, 2)", {1, 2, 3, 4}),
               contains("head_bias.npy: does not exist"));
    put_npy<float>(epoch / "head_bias.npy", "<f4", "(2,)", {1, 2});
    CHECK_THAT(with("head_weight.npy", "(2, 1)", {1, 2}),
               contains("epoch \"10\": head_weight is 2 x 1, expected 2 x 2"));
    fs::remove(epoch / "head_bias.npy");
    put(run / "dataset/info.json", R"({"classes": ["cat"]})");
    CHECK_THAT(said_of(run), contains("labels: entry 1 is 1, expected 0..0"));
    fs::remove_all(run / "epochs");
    CHECK_THAT(said_of(run), contains("has no epochs/epoch_<k>/embeddings.npy"));
}

TEST_CASE("the recorded digits open", "[io]") {
    const RecordedRun opened = open_recording(test_data("digits-recording"));
    CHECK(opened.warnings.empty());
    CHECK(opened.recording.sample_count() == 120);
    CHECK(opened.recording.dimension() == 64);
    CHECK(opened.recording.epoch_count() == 6);
    CHECK(opened.recording.has_logits());
    for (std::size_t e = 0; e < 6; ++e) {
        CHECK(opened.recording.epoch(e).head.has_value());
        CHECK(opened.recording.epoch(e).losses.size() == 120);
        check_values(opened.recording, e);
    }
}

TEST_CASE("embeddings open as models leave them", "[io]") {
    const TemporaryFolder folder;
    const fs::path& run = folder.path();
    put_npy<char>(run / "dataset/labels.npy", "|S3", "(2, 1)", {'d', 'o', 'g', 'c', 'a', 't'});
    put_npy<float>(epoch_folder(run, 1) / "embeddings.npy", "<f4", "(2, 2, 1, 1)", {1, 2, 3, 4});
    put_npy<float>(epoch_folder(run, 2) / "embeddings.npy", "<f4", "(2, 1, 2)", {1, 2, 3, 4});
    put_npy<std::uint16_t>(epoch_folder(run, 3) / "embeddings.npy", "<f2", "(2, 2)",
                           {0x3C00, 0x4000, 0x4200, 0x4400});
    put_npy<std::uint16_t>(epoch_folder(run, 4) / "embeddings.npy", "|V2", "(2, 2)",
                           {0x3F80, 0x4000, 0x4040, 0x4080});
    const RecordedRun opened = open_recording(run);
    CHECK(opened.recording.classes().names == std::vector<std::string>{"cat", "dog"});
    CHECK(opened.recording.labels()[0] == 1);
    for (const RecordedEpoch& epoch : opened.recording.epochs()) {
        CAPTURE(epoch.number);
        CHECK(std::vector<float>(epoch.embeddings.values.begin(), epoch.embeddings.values.end()) ==
              std::vector<float>{1, 2, 3, 4});
        CHECK(epoch.embeddings.columns == 2);
    }
    CHECK(opened.warnings ==
          std::vector<std::string>{
              "labels.npy: its texts are taken for classes",
              "embeddings.npy: is bfloat16, not little-endian float32; opening had to convert it, "
              "which takes less than 1 MiB of memory",
              "embeddings.npy: is float16, not little-endian float32; opening had to convert it, "
              "which takes less than 1 MiB of memory"});
}

TEST_CASE("labels are numbers, texts or one-hot rows", "[io]") {
    const TemporaryFolder folder;
    const fs::path& run = folder.path();
    put_recording(run);
    const auto labels = [&] {
        const RecordedRun opened = open_recording(run);
        std::string text;
        for (const std::int32_t label : opened.recording.labels())
            text += opened.recording.classes().names[static_cast<std::size_t>(label)] + ' ';
        return text;
    };
    const fs::path file = run / "dataset/labels.npy";
    put_npy<double>(file, "<f8", "(2, 1)", {1, std::numeric_limits<double>::quiet_NaN()});
    CHECK(labels() == "1 unlabelled ");
    put_npy<std::uint8_t>(file, "|b1", "(2,)", {1, 0});
    CHECK(labels() == "1 0 ");
    put_npy<float>(file, "<f4", "(2, 3)", {0, 0, 1, 1, 0, 0});
    CHECK(labels() == "2 0 ");
    put_npy<float>(file, "<f4", "(2, 3)", {0, 0, 0, 1, 0, 0});
    CHECK(labels() == "unlabelled 0 ");
    put_npy<char>(file, "|S2", "(2,)", {'1', '0', '2', '\0'});
    CHECK(labels() == "10 2 ");
    put_npy<char>(file, "|S3", "(2,)", {'n', 'a', 'n', 'a', 'b', 'c'});
    CHECK(labels() == "unlabelled abc ");
    put_npy<std::int64_t>(file, "<i8", "(2,)", {-1, -1});
    CHECK(labels() == "unlabelled unlabelled ");
    put_npy<float>(file, "<f4", "(2, 3)", {0, 0.5F, 0.5F, 1, 0, 0});
    CHECK_THAT(said_of(run), contains("labels.npy: row 0 is not one-hot"));
    put_npy<float>(file, "<f4", "(2, 2, 2)", std::vector<float>(8));
    CHECK_THAT(said_of(run), contains("has the shape (2, 2, 2), expected (N)"));
    put_npy<std::int64_t>(file, "<i8", "(2,)", {0, -2});
    CHECK_THAT(said_of(run), contains("labels: entry 1 is -2, expected 0..0"));
    put(run / "dataset/info.json", R"({"classes": ["cat", "dog"]})");
    put_npy<char>(file, "|S3", "(2,)", {'d', 'o', 'g', 'c', 'a', 't'});
    CHECK(labels() == "dog cat ");
    put_npy<char>(file, "|S3", "(2,)", {'d', 'o', 'g', 'c', 'o', 'w'});
    CHECK_THAT(said_of(run), contains("holds the label \"cow\", which is not among the names"));
}

TEST_CASE("the unlabelled class has no logits", "[io]") {
    const TemporaryFolder folder;
    const fs::path& run = folder.path();
    put_recording(run);
    put_npy<std::int64_t>(run / "dataset/labels.npy", "<i8", "(2,)", {-1, 0});
    put_npy<float>(epoch_folder(run, 2) / "predictions.npy", "<f4", "(2, 2)", {0, 3, 1, 0});
    const Recording recording = open_recording(run).recording;
    CHECK(recording.classes().names == std::vector<std::string>{"0", "1", "unlabelled"});
    CHECK(recording.class_count() == 2);
    CHECK(recording.labels()[0] == 2);
}

TEST_CASE("rows that add up to one are probabilities", "[io]") {
    const TemporaryFolder folder;
    const fs::path& run = folder.path();
    put_recording(run);
    const float nan = std::numeric_limits<float>::quiet_NaN();
    const auto put_outputs = [&](int epoch, const std::vector<float>& values) {
        put_npy<float>(epoch_folder(run, epoch) / "predictions.npy", "<f4", "(2, 2)", values);
    };
    const auto confidence = [&](const Recording& recording, std::size_t epoch) {
        return predictions_from(recording.epoch(epoch).logits).confidence;
    };
    put_outputs(2, {0.25F, 0.75F, 1, 0});
    put_outputs(10, {0.5F, 0.5F, nan, 0});
    const RecordedRun taken = open_recording(run);
    CHECK(confidence(taken.recording, 0)[0] == Approx(0.75));
    CHECK(confidence(taken.recording, 0)[1] == 1);
    CHECK(std::isnan(confidence(taken.recording, 1)[1]));
    REQUIRE(taken.warnings.size() == 1);
    CHECK_THAT(
        taken.warnings[0],
        contains("predictions.npy: its rows lie in 0..1 and add up to 1, so they are taken"));
    // What is stated counts, and one row that is none decides for all.
    put(run / "dataset/info.json", R"({"classes": ["a", "b"], "predictions": "logits"})");
    CHECK(open_recording(run).recording.epoch(0).logits.row(0)[1] == 0.75F);
    CHECK(open_recording(run).warnings.empty());
    put(run / "dataset/info.json", R"({"classes": ["a", "b"], "predictions": "scores"})");
    CHECK_THAT(open_recording(run).warnings[0],
               contains("predictions is \"scores\", expected \"logits\" or \"probabilities\""));
    fs::remove(run / "dataset/info.json");
    put_outputs(10, {0.5F, 0.75F, 1, 0});
    CHECK(open_recording(run).recording.epoch(0).logits.row(0)[1] == 0.75F);
    put(run / "dataset/info.json", R"({"classes": ["a", "b"], "predictions": "probabilities"})");
    CHECK(confidence(open_recording(run).recording, 0)[0] == Approx(0.75));
    put_outputs(10, {0.5F, 0.75F, -1, 0});
    CHECK_THAT(said_of(run), contains("row 1 holds -1, expected probabilities"));
}

TEST_CASE("one logit a sample is of a classifier of two classes", "[io]") {
    const TemporaryFolder folder;
    const fs::path& run = folder.path();
    put_recording(run);
    const fs::path epoch = epoch_folder(run, 2);
    put_npy<float>(epoch / "head_weight.npy", "<f4", "(1, 2)", {3, 4});
    put_npy<float>(epoch / "head_bias.npy", "<f4", "(1,)", {5});
    for (const char* shape : {"(2,)", "(2, 1)"}) {
        CAPTURE(shape);
        put_npy<float>(epoch / "predictions.npy", "<f4", shape, {-2, 1});
        const RecordedRun opened = open_recording(run);
        const RecordedEpoch& first = opened.recording.epoch(0);
        CHECK(std::vector<float>(first.logits.values.begin(), first.logits.values.end()) ==
              std::vector<float>{0, -2, 0, 1});
        CHECK(first.head->weight.row(0)[0] == 0);
        CHECK(first.head->weight.row(1)[1] == 4);
        CHECK(first.head->bias[1] == 5);
        CHECK(opened.warnings ==
              std::vector<std::string>{"predictions.npy: has one number a sample, which is taken "
                                       "for that of class 1 of two classes"});
    }
    // Of a sigmoid.
    put_npy<float>(epoch / "predictions.npy", "<f4", "(2,)", {0.25F, 1});
    const RecordedRun opened = open_recording(run);
    const Predictions found = predictions_from(opened.recording.epoch(0).logits);
    CHECK(found.predictions == std::vector<std::int32_t>{0, 1});
    CHECK(found.confidence[0] == Approx(0.75));
    put_npy<std::int64_t>(epoch / "predictions.npy", "<i8", "(2,)", {0, 1});
    CHECK_THAT(said_of(run),
               contains("holds one int64 a sample, as if it were the predicted class"));
}

TEST_CASE("a last epoch that was cut off is left out of a recording", "[io]") {
    const TemporaryFolder folder;
    const fs::path& run = folder.path();
    put_recording(run);
    const fs::path last = epoch_folder(run, 10) / "embeddings.npy";
    fs::resize_file(last, fs::file_size(last) - 1);
    const RecordedRun opened = open_recording(run);
    CHECK(opened.recording.epoch_count() == 1);
    REQUIRE(opened.warnings.size() == 1);
    CHECK_THAT(opened.warnings[0], contains("embeddings.npy: is too short for its shape"));
    CHECK_THAT(opened.warnings[0], contains("epoch 10, the last one, was cut off and is left out"));
    // One that is not the last is an error.
    const fs::path first = epoch_folder(run, 2) / "embeddings.npy";
    fs::resize_file(first, 0);
    CHECK_THAT(said_of(run), contains("ends after 0 bytes"));
}

TEST_CASE("a recording opens with some of its samples", "[io]") {
    const TemporaryFolder folder;
    const fs::path& run = folder.path();
    put_npy<std::int64_t>(run / "dataset/labels.npy", "<i8", "(4,)", {0, 1, 1, 0});
    const fs::path epoch = epoch_folder(run, 3);
    put_npy<float>(epoch / "embeddings.npy", "<f4", "(4, 2)", {0, 1, 2, 3, 4, 5, 6, 7});
    put_npy<float>(epoch / "predictions.npy", "<f4", "(4, 2)", {1, 0, 2, 0, 3, 0, 4, 0});
    put_npy<float>(epoch / "losses.npy", "<f4", "(4,)", {0.5F, 1.5F, 2.5F, 3.5F});
    put_npy<std::uint8_t>(run / "dataset/images.npy", "|u1", "(4, 1, 1)", {255, 2, 3, 4});
    const auto opened = [&](const std::string& samples) {
        return open_recording(run, {.samples = samples});
    };
    const RecordedRun some = opened("0,2..3");
    CHECK(some.recording.sample_count() == 3);
    CHECK(some.recording.labels()[1] == 1);
    CHECK(some.recording.labels()[2] == 0);
    CHECK(some.recording.epoch(0).embeddings.row(1)[0] == 4);
    CHECK(some.recording.epoch(0).logits.row(2)[0] == 4);
    CHECK(some.recording.epoch(0).losses[1] == 2.5F);
    // Their pictures, and not the file of all.
    CHECK(some.sidecar_files.empty());
    REQUIRE(some.thumbnails);
    CHECK(some.thumbnails->load(1).rgba[0] == 3);
    CHECK_FALSE(some.thumbnails->has(3));
    // Where they are in the whole.
    REQUIRE(some.metadata);
    CHECK(some.metadata->find("id")->number(2) == 3);
    CHECK(some.settings.at("samples") == "0,2..3");
    put(run / "dataset/samples.csv", "id,text\na,one\nb,two\nc,three\nd,four\n");
    CHECK(opened("1").metadata->find("id")->text(0) == "b");
    CHECK(opened("1").metadata->find("text")->text(0) == "two");

    const std::vector<std::size_t> samples{0, 2, 3, 4, 7};
    CHECK(sample_ranges(samples) == "0,2..4,7");
    for (const std::string bad :
         {"4", "1..4", "2,1", "1,1", "2..1", "-1", "1,", "a", "1..", "0..99999999999999999999"})
        CHECK_THROWS_WITH(opened(bad), contains("expected there, but samples 0..3"));
}
