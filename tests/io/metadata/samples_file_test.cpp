#include "io/metadata/samples_file.h"

#include "io/folders.h"
#include "io/tables/table_reader.h"

#include <algorithm>
#include <cmath>

using namespace epochscope;
using namespace epochscope::tests;
namespace fs = std::filesystem;

namespace {

using Texts = std::vector<std::string>;

/// The columns of a file of this name and text, of three samples unless said otherwise.
struct Read {
    explicit Read(std::string_view text, const std::string& name = "samples.csv",
                  const SamplesOfTable& samples = {.count = 3}) {
        const TemporaryFolder folder;
        put(folder.path() / name, text);
        try {
            columns = read_samples(folder.path() / name, samples, warnings);
        } catch (const Error& error) {
            fault = error.what();
        }
    }
    [[nodiscard]] const Column& operator[](std::string_view name) const {
        const auto found = std::ranges::find(columns, name, &Column::name);
        if (found == columns.end()) throw std::runtime_error("no column " + std::string(name));
        return *found;
    }
    [[nodiscard]] Texts words(std::string_view name) const {
        Texts all;
        for (std::size_t i = 0; i < (*this)[name].size(); ++i)
            all.push_back((*this)[name].words(i));
        return all;
    }

    std::vector<Column> columns;
    Texts warnings;
    std::string fault;
};

/// UTF-16 of a text in ASCII, with a mark.
std::string utf16(std::string_view text, bool big) {
    std::string bytes = big ? "\xFE\xFF" : "\xFF\xFE";
    for (const char c : text) {
        if (big) bytes += '\0';
        bytes += c;
        if (!big) bytes += '\0';
    }
    return bytes;
}

}  // namespace

TEST_CASE("the types of columns of samples are found", "[io]") {
    const Read read(
        "id,count,score,day,ok,word,code,big\n"
        "a,1,0.5,2024-05-01,true,x,007,12345678901234567890\n"
        "b,NA,2,2024-05-02 12:30,False,y,12,1\n"
        "c,-3,nan,,-,x,,\n");
    REQUIRE(read.fault.empty());
    CHECK(read.warnings.empty());
    CHECK(read["count"].type() == ColumnType::whole);
    CHECK(read.words("count") == Texts{"1", "", "-3"});
    CHECK(read["score"].type() == ColumnType::real);
    CHECK(read.words("score") == Texts{"0.5", "2", ""});
    CHECK(read["day"].type() == ColumnType::date);
    CHECK(read.words("day") == Texts{"2024-05-01", "2024-05-02 12:30:00", ""});
    CHECK(read["ok"].type() == ColumnType::truth);
    CHECK(read.words("ok") == Texts{"true", "false", ""});
    CHECK(read["code"].is_text());
    CHECK(read.words("code") == Texts{"007", "12", ""});
    CHECK(read.words("big") == Texts{"12345678901234567890", "1", ""});
    CHECK(std::holds_alternative<Column::Texts>(read["id"].values()));
}

TEST_CASE("texts after numbers keep how the numbers were written", "[io]") {
    const Read read("version,n,t\n1.10,7,TRUE\n2.0,8,false\n2.0.1,x,maybe\n");
    CHECK(read.words("version") == Texts{"1.10", "2.0", "2.0.1"});
    CHECK(read.words("n") == Texts{"7", "8", "x"});
    CHECK(read.words("t") == Texts{"TRUE", "false", "maybe"});
}

TEST_CASE("few different texts are categories, many are texts", "[io]") {
    std::string text = "split\tline\n";
    for (int i = 0; i < 10'000; ++i)
        text += (i % 2 == 0 ? "train\tline " : "test\tline ") + std::to_string(i) + "\n";
    const Read read(text, "samples.tsv", {.count = 10'000});
    REQUIRE(read.fault.empty());
    CHECK(std::holds_alternative<Column::Categories>(read["split"].values()));
    CHECK(read["split"].text(9'999) == "test");
    CHECK(std::holds_alternative<Column::Texts>(read["line"].values()));
    CHECK(read["line"].text(5'000) == "line 5000");
}

TEST_CASE("texts are of any script and length, with quotes and line breaks", "[io]") {
    const std::string longest(300'000, 'w');
    const Read read("Text,Image\n\"say \"\"hi\"\",\nthen \xE4\xBD\xA0\xE5\xA5\xBD\",a.png\n\"" +
                    longest + "\",\nx,b.png\n");
    REQUIRE(read.fault.empty());
    CHECK(read["text"].text(0) == "say \"hi\",\nthen \xE4\xBD\xA0\xE5\xA5\xBD");
    CHECK(read["text"].text(1) == longest);
    CHECK(read["image"].is_missing(1));
}

TEST_CASE("lines of JSON are rows, with keys as they appear", "[io]") {
    const Read read(
        "{\"id\": 7, \"text\": \"a\\u00e9\"}\n{\"id\": 8, \"tags\": [1, 2]}\n{\"id\": 9}\n",
        "samples.jsonl");
    REQUIRE(read.fault.empty());
    CHECK(read["id"].type() == ColumnType::whole);
    CHECK(read.words("text") == Texts{"a\xC3\xA9", "", ""});
    CHECK(read.words("tags") == Texts{"", "[1, 2]", ""});
}

TEST_CASE("index or sample puts rows in order, and is no column", "[io]") {
    for (const std::string name : {"index", "sample", "Index"}) {
        const Read read("name," + name + "\nlast,2\nfirst,0\nmiddle,1\n");
        REQUIRE(read.fault.empty());
        CHECK(read.columns.size() == 1);
        CHECK(read.words("name") == Texts{"first", "middle", "last"});
    }
    const Read some("index,n,t,r\n2,5,x,0.5\n0,6,y,1.5\n");
    CHECK(some.words("n") == Texts{"6", "", "5"});
    CHECK(some.words("t") == Texts{"y", "", "x"});
    CHECK(some.words("r") == Texts{"1.5", "", "0.5"});
    CHECK(some.warnings ==
          Texts{"samples.csv: has no row for 1 of 3 samples, the first is sample 1"});
}

TEST_CASE("ids put rows in order where samples have ids", "[io]") {
    const std::vector<std::int64_t> ids{30, 10, 20};
    const Read read("id,w\n10,ten\n20,twenty\n99,none\n30,thirty\n", "samples.csv",
                    {.count = 3, .ids = ids});
    REQUIRE(read.fault.empty());
    CHECK(read.words("w") == Texts{"thirty", "ten", "twenty"});
    CHECK(read.words("id") == Texts{"30", "10", "20"});
    CHECK(read.warnings ==
          Texts{"samples.csv: rows of 1 ids that no sample has are left out, the first is 99"});
    // Names of samples are no ids of the arrays.
    const Read names("id,w\na,1\nb,2\nc,3\n", "samples.csv", {.count = 3, .ids = ids});
    CHECK(names.words("w") == Texts{"1", "2", "3"});
    const Read without("id,w\n10,ten\n20,twenty\n30,thirty\n");
    CHECK(without.words("w") == Texts{"ten", "twenty", "thirty"});
    CHECK_THAT(Read("id,w\n1,a\n2,b\n3,c\n", "samples.csv", {.count = 3, .ids = ids}).fault,
               contains("none of its 3 ids is that of a sample"));
}

TEST_CASE("ids that repeat are told", "[io]") {
    CHECK(Read("id\nx\ny\nx\n").warnings ==
          Texts{"samples.csv: id \"x\" is that of sample 0 and of sample 2, expected a different "
                "one for each sample"});
    CHECK(Read("id\n4\n4\n5\n").warnings.size() == 1);
    CHECK(Read("id,n\n,1\n,2\nz,3\n").warnings.empty());
}

TEST_CASE("UTF-8 with a mark, UTF-16 and GB18030 are read", "[io]") {
    const std::string text = "id,n\na,1\nb,2\nc,3\n";
    CHECK(Read("\xEF\xBB\xBF" + text).words("id") == Texts{"a", "b", "c"});
    for (const bool big : {false, true}) {
        const Read marked(utf16(text, big));
        CHECK(marked.words("n") == Texts{"1", "2", "3"});
        CHECK(marked.warnings == Texts{"samples.csv: is read as UTF-16"});
        CHECK(Read(utf16(text, big).substr(2)).words("id") == Texts{"a", "b", "c"});
    }
    const Read chinese("text\n\xC4\xE3\xBA\xC3\xCA\xC0\xBD\xE7\n\xC4\xE3\n\xBA\xC3\n");
    CHECK(chinese.words("text") == Texts{"\xE4\xBD\xA0\xE5\xA5\xBD\xE4\xB8\x96\xE7\x95\x8C",
                                         "\xE4\xBD\xA0", "\xE5\xA5\xBD"});
    CHECK(chinese.warnings == Texts{"samples.csv: is read as GB18030"});
    CHECK_THAT(Read("text\ncaf\xE9 au\nna\xEFve\n\xFC"
                    "ber\n")
                   .fault,
               contains("Windows-1252"));
    CHECK_THAT(Read(std::string_view("\xFF\xFE\0\0a\0\0\0", 8)).fault, contains("UTF-32"));
}

TEST_CASE("bad tables of samples are told in a sentence", "[io]") {
    const std::string huge(17U << 20U, 'x');
    for (const auto& [text, fault] : std::vector<std::pair<std::string, std::string>>{
             {"", "samples.csv: is empty"},
             {"id\n", "has 0 rows, expected one for each of 3 samples"},
             {"id\na\nb\n", "has 2 rows, expected one for each of 3 samples"},
             {"id\na\nb\nc\nd\n", "line 5: is one more than the 3 samples"},
             {"id,id\na,b\n", "two columns are called \"id\""},
             {"id\na,b\nc\nd\n", "line 2: has 2 cells, expected 1"},
             {std::string("id\na\nb\0\nc\n", 11), "line 3 holds a NUL byte"},
             {"index,t\n0,a\n0,b\n1,c\n", "row 2: index is 0, as in row 1"},
             {"index,t\n0,a\n7,b\n1,c\n", "row 2: index is \"7\", expected a sample 0..2"},
             {"index,t\n0,a\n-1,b\n1,c\n", "expected a sample 0..2"},
             {"index,t\nx,a\ny,b\nz,c\n", "expected a sample 0..2"},
             {"index,t\n0.5,a\n1,b\n2,c\n", "expected a sample 0..2"},
             {"index,t\n,a\n1,b\n2,c\n", "expected a sample 0..2"},
             {"index,t\n", "has 0 rows, expected one for each"},
             {"id,t\n1,\"a\n2,b\n3,c\n", "samples.csv: the quote that begins at line 2 has no end"},
             {"id,t\n1,a\n2,b\n3,\"1", "the quote that begins at line 4 has no end"},
             {"id,t\n1,\"a\n2,\"b\"\n3,c\n", "the quote that begins at line 2 has no end"},
             {"id,t\n1,\"a\n" + huge + "\"\n2,b\n3,c\n",
              "the quote that begins at line 2 has no end"},
             {"id,t\n1,\"a\" b\n2,5\" long\n3,\"c\"\n", "opened"},
             {"t\n" + huge + "\na\nb\n", "expected at most 16777216"},
             {"t\n\"" + huge + "\"\na\nb\n", "expected at most 16777216"},
             {"{\"a\": 1}\n{\"a\": }\n", "line 2"},
             {"{\"a\": 1}\n{\"a\": 2}\n{\"a\"", "its last line is cut off"},
             {"{\"a\\u0000b\": 1}\n", "holds a control character"}}) {
        const Read read(text);
        CHECK_THAT(read.fault.empty() ? "opened" : read.fault, contains(fault));
    }
    CHECK_THAT(Read("{\"a\": 1}\n", "samples.jsonl", {.count = 2}).fault, contains("has 1 rows"));
}

TEST_CASE("a small file makes no large columns", "[io]") {
    std::string names = "n0";
    for (int i = 1; i < 9000; ++i) names += ",n" + std::to_string(i);
    std::string rows = "\n";
    for (int i = 0; i < 20'000; ++i) rows += "1\n";
    CHECK_THAT(Read(names + rows, "samples.csv", {.count = 20'000}).fault,
               contains("has 9000 columns, too many for"));
}

TEST_CASE("quotes that are never closed take no long time", "[io]") {
    std::string text = "a,b\n";
    for (int i = 0; i < 200'000; ++i) text += "\"x,\"\"y\n";
    CHECK_THAT(Read(text, "samples.csv", {.count = 200'000}).fault,
               contains("the quote that begins at line 2 has no end"));
    // Where they are letters, the rest of the text is not looked at again and again.
    TableReader rows("t.csv", text);
    for (int i = 0; i < 200'000; ++i) REQUIRE(rows.next());
    CHECK(rows.text(0) == "\"x");
    CHECK(rows.text(1) == "\"\"y");
}

TEST_CASE("a dataset has the metadata beside it, and opens without if they are broken", "[io]") {
    const TemporaryFolder folder;
    put(folder.path() / "info.json", good_info);
    put(folder.path() / "data.json", good_data);
    CHECK(open_dataset(folder.path()).metadata == nullptr);
    put(folder.path() / "samples.csv", "id,text\na,first\nb,second\nc,third\n");
    const Dataset dataset = open_dataset(folder.path());
    CHECK(dataset.warnings.empty());
    REQUIRE(dataset.metadata);
    CHECK(dataset.metadata->find("text")->text(1) == "second");
    CHECK(fs::path(dataset.metadata->folder) == fs::canonical(folder.path()));

    // The file stands for its folder.
    CHECK(open_dataset(folder.path() / "samples.csv").format == "Sequence-Scatter");
    put(folder.path() / "samples.jsonl", "{}");
    CHECK_THAT(outcome(folder.path()), contains("samples.jsonl: is left out, since there is"));
    put(folder.path() / "samples.csv", "id\na\n");
    CHECK_THAT(outcome(folder.path()),
               contains("samples.csv: has 1 rows, expected one for each of 3 samples; no columns "
                        "of samples are shown"));
    fs::remove(folder.path() / "samples.csv");
    fs::create_directory(folder.path() / "samples.csv");
    CHECK_THAT(outcome(folder.path()), contains("no columns of samples are shown"));
}

TEST_CASE("a table of several blocks is read as one: late columns, late texts, escaped cells",
          "[io]") {
    constexpr std::size_t count = 150'000;
    const TemporaryFolder folder;
    std::string lines;
    for (std::size_t i = 0; i < count; ++i) {
        lines += R"({"n": )" + std::to_string(i) + R"(, "t": "a\"b)" + std::to_string(i % 7) +
                 R"(", "day": )" + (i == 140'000 ? R"("not one")" : R"("2024-05-01")");
        if (i >= 135'000) lines += R"(, "late": 0.5)";
        lines += "}\n";
    }
    put(folder.path() / "samples.jsonl", lines);
    std::vector<std::string> warnings;
    const auto columns = read_samples(folder.path() / "samples.jsonl", {.count = count}, warnings);
    REQUIRE(columns.size() == 4);
    CHECK(columns[0].number(149'999) == 149'999);
    CHECK(columns[1].words(65'543) == "a\"b2");
    CHECK(columns[2].words(0) == "2024-05-01");
    CHECK(columns[2].words(140'000) == "not one");
    CHECK(columns[3].is_missing(134'999));
    CHECK(columns[3].number(135'000) == 0.5);
    CHECK(columns[3].size() == count);
}
