#include "io/metadata/visualizer_texts.h"

#include "io/folders.h"

using namespace epochscope;
using namespace epochscope::tests;

TEST_CASE("text.txt, align.json and index.json of a run are columns", "[io]") {
    const TemporaryFolder folder;
    const auto dataset = folder.path() / "dataset";
    put(dataset / "text.txt", "first, line\r\n\n\xE4\xB8\x89\nfour\nfive");
    put(dataset / "align.json", R"({"ground_truth_pairs": [[3, 0], [0, 1], [4, 4]]})");
    put(dataset / "index.json", R"({"train": [0, 1, 2], "test": [4]})");
    std::vector<std::string> warnings;
    const auto metadata = with_visualizer_texts(nullptr, folder.path(), 5, warnings);
    CHECK(warnings.empty());
    REQUIRE(metadata);
    const Column& text = *metadata->find("text");
    CHECK(text.text(0) == "first, line");
    CHECK(text.is_missing(1));
    CHECK(text.text(2) == "\xE4\xB8\x89");
    CHECK(text.text(4) == "five");
    const Column& aligned = *metadata->find("aligned");
    CHECK(aligned.words(3) == "0");
    CHECK(aligned.words(1) == "0");
    CHECK(aligned.is_missing(2));
    CHECK(aligned.words(4) == "4");
    const Column& split = *metadata->find("split");
    CHECK(split.text(2) == "train");
    CHECK(split.is_missing(3));
    CHECK(split.text(4) == "test");
}

TEST_CASE("broken texts of a run are warnings", "[io]") {
    const TemporaryFolder folder;
    const auto dataset = folder.path() / "dataset";
    const auto said = [&](const char* file, std::string_view text) {
        put(dataset / file, text);
        std::vector<std::string> warnings;
        with_visualizer_texts(nullptr, folder.path(), 3, warnings);
        std::filesystem::remove(dataset / file);
        return warnings.empty() ? std::string("nothing") : warnings.front();
    };
    CHECK(said("text.txt", "a\nb\n") ==
          "text.txt: has 2 lines, expected one for each of 3 samples; the column \"text\" is left "
          "out");
    CHECK_THAT(said("text.txt", "a\nb\nc\nd\n"), contains("has more lines than the 3 samples"));
    CHECK_THAT(said("text.txt", std::string_view("a\nb\0\nc\n", 7)), contains("NUL byte"));
    CHECK_THAT(said("align.json", "[]"), contains("has no list ground_truth_pairs"));
    CHECK_THAT(said("align.json", R"({"ground_truth_pairs": [[0, 3]]})"),
               contains("names sample 3, expected 0..2"));
    CHECK_THAT(said("align.json", R"({"ground_truth_pairs": [[0]]})"),
               contains("expected pairs of samples"));
    CHECK(said("align.json", R"({"ground_truth_pairs": []})") == "nothing");
    CHECK_THAT(said("index.json", R"({"train": [0], "test": [5]})"), contains("names sample 5"));
    CHECK(said("index.json", R"({"train": [0, 1, 2], "test": []})") == "nothing");
}
