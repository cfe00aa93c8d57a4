#include "io/metadata/write_samples.h"

#include "io/folders.h"
#include "io/metadata/samples_file.h"

#include <epochscope/io/write_dataset.h>

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;
namespace fs = std::filesystem;

TEST_CASE("what is known of samples survives convert, in both formats", "[io]") {
    const TemporaryFolder folder;
    const fs::path set = folder.path() / "set";
    put(set / "info.json", good_info);
    put(set / "data.json", good_data);
    put(set / "some/a.png", "no picture, but a file");
    put(set / "samples.jsonl",
        "{\"id\": \"007\", \"text\": \"a, \\\"b\\\"\\n c \", \"n\": -5, \"r\": 0.1, \"image\": "
        "\"some/a.png\"}\n"
        "{\"id\": \"#x\", \"text\": \" \xE4\xBD\xA0\", \"day\": \"2024-05-01\", \"ok\": true}\n"
        "{\"id\": \"z\"}\n");
    const Dataset dataset = open_dataset(set);
    REQUIRE(dataset.metadata);
    for (const DatasetFormat format : {DatasetFormat::json, DatasetFormat::npy}) {
        const fs::path out =
            folder.path() / (format == DatasetFormat::json ? "as_json" : "as_arrays");
        write_dataset(dataset, format, out, {});
        const Dataset again = open_dataset(out);
        CHECK(again.warnings.empty());
        REQUIRE(again.metadata);
        REQUIRE(again.metadata->columns.size() == dataset.metadata->columns.size());
        for (const Column& column : dataset.metadata->columns) {
            const Column* other = again.metadata->find(column.name());
            REQUIRE(other != nullptr);
            CHECK(other->type() == column.type());
            for (std::size_t i = 0; i < 3; ++i) CHECK(other->words(i) == column.words(i));
        }
        CHECK(fs::exists(out / "some/a.png"));
    }
}

TEST_CASE("a column that is missing for a sample is no blank line", "[io]") {
    const TemporaryFolder folder;
    Metadata metadata;
    metadata.columns.push_back(Column::of_texts("text", "ab", {1, 1, 2}));
    write_samples(metadata, 3, folder.path(), 0, {});
    std::vector<std::string> warnings;
    const auto columns = read_samples(folder.path() / "samples.csv", {.count = 3}, warnings);
    CHECK(columns.at(0).text(0) == "a");
    CHECK(columns.at(0).is_missing(1));
    CHECK(columns.at(0).text(2) == "b");
}

TEST_CASE("columns that are named as rows' samples are read back as they were", "[io]") {
    for (const std::vector<std::string>& names : {std::vector<std::string>{"index", "n"},
                                                  {"n", "sample"},
                                                  {"Index", "index"},
                                                  {"index", "meta_index"},
                                                  {"Sample", "sample"},
                                                  {"SAMPLE", "n"}}) {
        const TemporaryFolder folder;
        Metadata metadata;
        for (std::size_t c = 0; c < 2; ++c)
            metadata.columns.push_back(Column::of_whole(names[c], ColumnType::whole,
                                                        {2, 0, static_cast<std::int64_t>(c) + 1}));
        write_samples(metadata, 3, folder.path(), 0, {});
        std::vector<std::string> warnings;
        const auto columns = read_samples(folder.path() / "samples.csv", {.count = 3}, warnings);
        CHECK(warnings.empty());
        REQUIRE(columns.size() == 2);
        for (std::size_t c = 0; c < 2; ++c) {
            CHECK(columns[c].name().size() >= names[c].size());
            CHECK(columns[c].number(0) == 2);
            CHECK(columns[c].number(1) == 0);
            CHECK(columns[c].number(2) == static_cast<double>(c) + 1);
        }
    }
}

TEST_CASE("real numbers are read back as the same real numbers", "[io]") {
    const double huge = std::numeric_limits<double>::max();
    for (const std::vector<double>& values :
         {std::vector<double>{1, 2, -3},
          {-0.0, 5, 1e15},
          {12345678901234567890.0, 1, 1e300},
          {9223372036854775808.0, -9223372036854775808.0, 0},
          {huge, -huge, 5e-324},
          {std::numeric_limits<double>::infinity(), 1, -std::numeric_limits<double>::infinity()},
          {std::nan(""), 7, std::nan("")}}) {
        const TemporaryFolder folder;
        Metadata metadata;
        metadata.columns.push_back(Column::of_real("r", values));
        write_samples(metadata, 3, folder.path(), 0, {});
        std::vector<std::string> warnings;
        const auto columns = read_samples(folder.path() / "samples.csv", {.count = 3}, warnings);
        REQUIRE(columns.at(0).type() == ColumnType::real);
        for (std::size_t i = 0; i < 3; ++i) {
            CHECK(columns[0].words(i) == metadata.columns[0].words(i));
            CHECK(std::signbit(columns[0].number(i)) == std::signbit(values[i]));
        }
    }
}

TEST_CASE("a sign before digits makes no text of a number", "[io]") {
    const TemporaryFolder folder;
    put(folder.path() / "samples.csv",
        "a,b,c,d,e\n-0,+5,1,9223372036854775807,+49\n"
        "2,-3,-9223372036854775808,1,x\n");
    std::vector<std::string> warnings;
    const auto columns = read_samples(folder.path() / "samples.csv", {.count = 2}, warnings);
    REQUIRE(columns.size() == 5);
    CHECK(columns[0].type() == ColumnType::real);
    CHECK(std::signbit(columns[0].number(0)));
    CHECK(columns[1].number(0) == 5);
    CHECK(columns[1].number(1) == -3);
    CHECK(columns[2].number(1) == -9223372036854775808.0);
    CHECK(columns[3].type() == ColumnType::whole);
    // Nothing of a text is lost.
    CHECK(columns[4].text(0) == "+49");
}
