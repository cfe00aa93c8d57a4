#include "io/npy_file.h"

#include <epochscope/io/recording.h>
#include <epochscope/model/error.h>

#include <cstdint>
#include <filesystem>
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
    CHECK_THAT(said_of(run), contains("is not a recording; expected dataset/labels.npy"));
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
