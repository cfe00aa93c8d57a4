#include "io/folders.h"
#include "io/projector/projector_config.h"
#include "io/projector/projector_metadata.h"
#include "io/tables/number_table.h"

#include <epochscope/io/png.h>
#include <epochscope/io/recording.h>
#include <epochscope/io/write_dataset.h>

#include <cmath>
#include <cstring>

using namespace epochscope;
using namespace epochscope::tests;
namespace fs = std::filesystem;

namespace {

using Names = std::vector<std::string>;

/// Three samples of two dimensions.
constexpr std::string_view tensors = "0.5\t1\n2e0\t-3\n4.25\t5\n";
constexpr std::string_view metadata = "cat\ndog\ncat\n";

void put_step(const fs::path& folder, std::string_view values = tensors,
              std::string_view labels = metadata) {
    put(folder / "tensors.tsv", values);
    put(folder / "metadata.tsv", labels);
}

}  // namespace

TEST_CASE("what add_embedding leaves is a recording whose epochs are the steps", "[io]") {
    const TemporaryFolder folder;
    put_step(folder.path() / "00000" / "feat");
    put_step(folder.path() / "00012" / "feat", "1 2\n3 4\n5 nan\n");
    put(folder.path() / "projector_config.pbtxt",
        "embeddings {\ntensor_name: \"feat:00000\"\ntensor_path: \"00000/feat/tensors.tsv\"\n}\n");
    const RecordedRun run = open_recording(folder.path());
    CHECK(run.format == "TensorBoard projector");
    REQUIRE(run.recording.epoch_count() == 2);
    CHECK(run.recording.epoch(1).number == 12);
    CHECK(run.recording.sample_count() == 3);
    CHECK(run.recording.classes().names == Names{"cat", "dog"});
    CHECK(run.recording.labels()[1] == 1);
    CHECK(run.recording.epoch(0).embeddings.values[4] == 4.25F);
    CHECK(std::isnan(run.recording.epoch(1).embeddings.values[5]));
    CHECK(list_projections(folder.path()) == Names{"feat"});
}

TEST_CASE("several tags are chosen like projections", "[io]") {
    const TemporaryFolder folder;
    put_step(folder.path() / "00000" / "a");
    put_step(folder.path() / "00000" / "b" / "deep", "1\n2\n3\n");
    CHECK(list_projections(folder.path()) == Names{"a", "b/deep"});
    CHECK_THAT(fault_of(folder.path()),
               contains("\"a\", \"b/deep\": choose one of them with --projection"));
    CHECK(open_recording(folder.path(), {.projection = "b/deep"}).recording.dimension() == 1);
}

TEST_CASE("a pair tensors.tsv and metadata.tsv is one epoch", "[io]") {
    const TemporaryFolder folder;
    put_step(folder.path());
    CHECK(open_recording(folder.path()).recording.epoch_count() == 1);
    CHECK(open_recording(folder.path() / "tensors.tsv").recording.class_count() == 2);
    fs::remove(folder.path() / "metadata.tsv");
    CHECK(open_recording(folder.path()).recording.classes().names == Names{"all"});
}

TEST_CASE("labels in GB18030 and UTF-16 name the classes", "[io]") {
    const TemporaryFolder folder;
    put_step(folder.path(), tensors, "\xC3\xA8\n\xB9\xB7\n\xC3\xA8\n");
    const RecordedRun chinese = open_recording(folder.path());
    CHECK(chinese.recording.classes().names == Names{"\xE7\x8B\x97", "\xE7\x8C\xAB"});
    CHECK(chinese.recording.labels()[1] == 0);
    CHECK_THAT(chinese.warnings.at(0), contains("metadata.tsv: is read as GB18030"));
    put_step(folder.path(), tensors,
             std::string_view("\xFF\xFE"
                              "a\0\n\0b\0\n\0a\0\n\0",
                              14));
    CHECK(open_recording(folder.path()).recording.classes().names == Names{"a", "b"});
}

TEST_CASE("tensors of bytes have their shape in projector_config.pbtxt", "[io]") {
    const TemporaryFolder folder;
    const std::vector<float> values{1, 2, 3, 4, 5, 6};
    put(folder.path() / "00003" / "feat" / "tensors.bytes",
        {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(float)});
    CHECK_THAT(fault_of(folder.path()), contains("has no tensor_shape"));
    const std::string config =
        "embeddings {\n  tensor_path: \"00003/feat/tensors.bytes\"\n  tensor_shape: 3\n"
        "  tensor_shape: ";
    put(folder.path() / "projector_config.pbtxt", config + "2\n}\n");
    const RecordedRun run = open_recording(folder.path());
    CHECK(run.recording.epoch(0).number == 3);
    CHECK(run.recording.epoch(0).embeddings.values[5] == 6);
    put(folder.path() / "projector_config.pbtxt", config + "3\n}\n");
    CHECK_THAT(fault_of(folder.path()), contains("has 24 bytes, expected float32 of 3 x 3"));
}

TEST_CASE("sprites are the pictures of samples", "[io]") {
    const TemporaryFolder folder;
    put_step(folder.path() / "00000" / "feat");
    Image sprite(Size{4, 4});
    for (std::size_t i = 0; i < sprite.rgba.size(); ++i)
        sprite.rgba[i] = i % 4 == 3 ? 255 : static_cast<std::uint8_t>(i / 4);
    write_png(folder.path() / "00000" / "feat" / "sprite.png", sprite);
    const RecordedRun run = open_recording(folder.path());
    REQUIRE(run.thumbnails);
    CHECK(run.thumbnails->has(2));
    CHECK_FALSE(run.thumbnails->has(3));
    const Image third = run.thumbnails->load(2);
    CHECK(third.size == Size{2, 2});
    CHECK(third.rgba[0] == 8);
    CHECK(third.rgba[12] == 13);
    put(folder.path() / "projector_config.pbtxt",
        "embeddings {\ntensor_path: \"00000/feat/tensors.tsv\"\nsprite {\n"
        "image_path: \"00000/feat/sprite.png\"\nsingle_image_dim: 4\nsingle_image_dim: 4\n}\n}\n");
    const RecordedRun broken = open_recording(folder.path());
    CHECK_FALSE(broken.thumbnails);
    CHECK_THAT(broken.warnings.at(0), contains("too small for 3 pictures of 4 x 4"));
}

TEST_CASE("the pictures of a sprite go with what is written", "[io]") {
    const TemporaryFolder folder;
    put(folder.path() / "made" / "info.json", good_info);
    put(folder.path() / "made" / "data.json", good_data);
    Dataset dataset = open_dataset(folder.path() / "made");
    put_step(folder.path() / "run");
    Image sprite(Size{4, 4});
    for (std::size_t i = 0; i < sprite.rgba.size(); ++i)
        sprite.rgba[i] = i % 4 == 3 ? 255 : static_cast<std::uint8_t>(i / 4);
    write_png(folder.path() / "run" / "sprite.png", sprite);
    dataset.thumbnails = open_recording(folder.path() / "run").thumbnails;
    REQUIRE(dataset.thumbnails);
    CHECK(left_out(dataset, DatasetFormat::json) == Names{"images.npy"});
    write_dataset(dataset, DatasetFormat::npy, folder.path() / "out", {});
    const Dataset written = open_dataset(folder.path() / "out");
    REQUIRE(written.thumbnails);
    for (std::size_t i = 0; i < 3; ++i)
        CHECK(written.thumbnails->load(i).rgba == dataset.thumbnails->load(i).rgba);
    // What is in the folder is copied as it is.
    write_dataset(written, DatasetFormat::npy, folder.path() / "copy", {});
    CHECK(open_dataset(folder.path() / "copy").thumbnails->load(2).rgba[0] == 8);
}

TEST_CASE("metadata of more columns has a line of names; names of samples are no classes", "[io]") {
    std::vector<std::string> warnings;
    const ProjectorLabels labels =
        read_projector_metadata("m", "name\tlabel\n\"x\t1\ny\t0\n", 2, warnings);
    CHECK(labels.classes.names == Names{"0", "1"});
    CHECK(labels.labels == std::vector<std::int32_t>{1, 0});
    REQUIRE(labels.columns.size() == 1);
    CHECK(labels.columns[0].name() == "name");
    CHECK(labels.columns[0].text(1) == "y");
    CHECK_THAT(warnings.at(0), contains("the labels are its column \"label\""));
    CHECK(read_projector_metadata("m", "label\n1\n0\n", 2, warnings).labels.size() == 2);
    CHECK_THROWS_WITH(read_projector_metadata("m", "a\nb\n", 5, warnings),
                      contains("m: has 2 rows, the tensors are of 5 samples"));
    std::string words;
    for (int i = 0; i < 60; ++i) words += "word" + std::to_string(i) + "\n";
    const ProjectorLabels named = read_projector_metadata("m", words, 60, warnings);
    CHECK(named.classes.names == Names{"all"});
    REQUIRE(named.columns.size() == 1);
    CHECK(named.columns[0].name() == "id");
    CHECK(named.columns[0].text(59) == "word59");
    // Names of which two are equal are texts.
    words.replace(words.find("word59"), 6, "word58");
    CHECK(read_projector_metadata("m", words, 60, warnings).columns.at(0).name() == "text");
}

TEST_CASE("steps that contradict each other are refused", "[io]") {
    const TemporaryFolder folder;
    put_step(folder.path() / "00000" / "feat");
    put_step(folder.path() / "00001" / "feat", tensors, "dog\ncat\ncat\n");
    CHECK_THAT(fault_of(folder.path()), contains("the samples were shuffled"));
    put_step(folder.path() / "00001" / "feat", "1\t2\n3\t4\n", "dog\ncat\n");
    CHECK_THAT(fault_of(folder.path()), contains("00001"));
}

TEST_CASE("numbers of a text are read in parts, whatever ends its lines", "[io]") {
    const NumberTable numbers = read_number_table("t", "1.5\t-2\r\n\n 3e-1  nan\n7 8");
    CHECK(numbers.columns == 2);
    REQUIRE(numbers.values.size() == 6);
    CHECK(numbers.values[1] == -2);
    CHECK(numbers.values[2] == 0.3F);
    CHECK(numbers.values[5] == 8);
    const auto [text, words] = GENERATE(table<std::string, std::string>(
        {{"", "t: is empty"},
         {"1\t2\n3\n", "t: line 2: has 1 cells, expected 2"},
         {"1\n\n2 3\n", "t: line 3: has more cells, expected 1"},
         {"1\nx\n", "t: line 2: a cell is \"x\", expected a number"}}));
    CHECK_THROWS_WITH(read_number_table("t", text), contains(words));
    // Many parts, and any number of threads.
    std::string large;
    for (int i = 0; i < 400'000; ++i) large += "0." + std::to_string(i) + "\t1\n";
    const NumberTable one = read_number_table("t", large, {}, 1);
    CHECK(one.values == read_number_table("t", large, {}, 3).values);
    CHECK(one.values.size() == 800'000);
    CHECK(one.values[2 * 399'999] == 0.399999F);
}

TEST_CASE("the projector's configuration is read with what is unknown in it", "[io]") {
    const auto entries = parse_projector_config(
        "c",
        "# by hand\nmodel_checkpoint_path: 'x'\nembeddings {\n  tensor_name: \"a\"\n  tensor_path: "
        "'p'\n  extra { b { c: 1 } }\n  sprite { image_path: \"s\" single_image_dim: 3, "
        "single_image_dim: 4 }\n}\nembeddings { tensor_path: \"q\"");
    REQUIRE(entries.size() == 2);
    CHECK(entries[0].name == "a");
    CHECK(entries[0].tensors == "p");
    CHECK(entries[0].sprite.path == "s");
    CHECK(entries[0].sprite.height == 4);
    CHECK(entries[1].tensors == "q");
    CHECK_THROWS_WITH(parse_projector_config("c", "embeddings <"), contains("c: byte 12"));
}

TEST_CASE("vectors beside their metadata open by the folder and by the file", "[io]") {
    for (const auto& [vectors, names] :
         {std::pair("vectors.tsv", "metadata.tsv"), std::pair("vecs.tsv", "meta.tsv"),
          std::pair("tensors.tsv", "metadata.tsv")}) {
        INFO(vectors);
        const TemporaryFolder folder;
        put(folder.path() / vectors, tensors);
        put(folder.path() / names, metadata);
        CHECK(open_recording(folder.path()).recording.classes().names == Names{"cat", "dog"});
        CHECK(open_recording(folder.path() / vectors).format == "TensorBoard projector");
        CHECK_FALSE(is_dataset(folder.path() / vectors));
    }
}

TEST_CASE("a last step that was cut off is left out, an earlier one is an error", "[io]") {
    const auto cut = GENERATE(as<std::string>(), "0.5\t1\n2e0\t-", "0.5\t1\n2e0", "");
    INFO(cut);
    const TemporaryFolder folder;
    put_step(folder.path() / "00000" / "feat");
    put_step(folder.path() / "00001" / "feat", cut);
    const RecordedRun run = open_recording(folder.path());
    CHECK(run.recording.epoch_count() == 1);
    REQUIRE(run.warnings.size() == 1);
    CHECK_THAT(run.warnings[0], contains("epoch 1, the last one, was cut off"));
    put_step(folder.path() / "00002" / "feat");
    CHECK_THAT(fault_of(folder.path()), contains("00001"));
}

TEST_CASE("lines of metadata may be blank", "[io]") {
    std::vector<std::string> warnings;
    const auto read = [&](std::string_view text) {
        return read_projector_metadata("m.tsv", text, 3, warnings);
    };
    CHECK(read("label\ncat\ndog\n\n").labels == std::vector<std::int32_t>{0, 1, 2});
    CHECK(read("\ncat\ndog\n").labels == std::vector<std::int32_t>{2, 0, 1});
    CHECK(read("\nlabel\ncat\ndog\ncat\n").labels == std::vector<std::int32_t>{0, 1, 0});
    CHECK(read("cat\n\ndog\n").labels == std::vector<std::int32_t>{0, 2, 1});
    CHECK(read("cat\ndog\ncat\n\n").labels == std::vector<std::int32_t>{0, 1, 0});
    CHECK(read("label\ncat\ndog\ncat\n").labels == std::vector<std::int32_t>{0, 1, 0});
}
