#include "io/review/review_text.h"
#include "support/catch.h"
#include "support/data.h"

#include <epochscope/io/npy.h>
#include <epochscope/io/review.h>
#include <epochscope/model/error.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <utility>
#include <vector>

using namespace epochscope;
using epochscope::tests::contains;
using epochscope::tests::TemporaryFolder;

namespace {

/// Four samples of the classes cat, "a, b" and dog, the last of which has no label.
Dataset dataset_with(std::vector<std::string> ids = {}) {
    EpochColumns epoch;
    epoch.positions.resize(4);
    Dataset dataset{make_series({{"cat", "a, b", "dog"}, {}}, {0, 1, 2, -1}, {std::move(epoch)}),
                    nullptr,
                    "made",
                    "/made",
                    "made",
                    {}};
    if (ids.empty()) return dataset;
    std::string bytes;
    std::vector<std::uint64_t> ends;
    for (const std::string& id : ids) {
        bytes += id;
        ends.push_back(bytes.size());
    }
    Metadata metadata;
    metadata.columns.push_back(Column::of_texts("id", bytes, ends));
    dataset.metadata = std::make_shared<const Metadata>(std::move(metadata));
    return dataset;
}

std::string text_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

Review parsed(std::string_view text, const Dataset& dataset,
              std::vector<std::string>* warnings = nullptr) {
    std::vector<std::string> told;
    Review review = parse_review("review.csv", text, dataset, told);
    if (warnings != nullptr) *warnings = told;
    return review;
}

constexpr std::string_view head = "id,index,label,new_label,action,note,time\r\n";

}  // namespace

TEST_CASE("the index decides where ids repeat", "[io]") {
    const Dataset dataset = dataset_with({"x", "x", "z", "w"});
    std::vector<std::string> warnings;
    const Review review =
        parse_review("review.csv", "id,index,action\nx,0,keep\nz,0,keep\n", dataset, warnings);
    // The id counts where the index is that of another sample.
    CHECK(review.decisions.contains(0));
    CHECK(review.decisions.contains(2));
    CHECK(review.decisions.size() == 2);
}

TEST_CASE("decisions come back as they were written", "[io]") {
    const TemporaryFolder folder;
    const Dataset dataset = dataset_with();
    Review review;
    review.decisions[0] = {ReviewAction::relabel, 1, "", "2024-05-01T12:30:00Z", {}};
    review.decisions[1] = {ReviewAction::keep, -1, "\u770B\u6E05, \"sure\"\nyes ", "t", {}};
    review.decisions[2] = {ReviewAction::none, -1, "# blurred", "t", {}};
    review.decisions[3] = {ReviewAction::relabel, 2, "", "t", {}};
    const auto file = folder.path() / "review.csv";
    write_review(review, dataset, file);
    CHECK(text_of(file).starts_with(std::string(head) +
                                    ",0,cat,\"a, b\",relabel,,2024-05-01T12:30:00Z\r\n"));
    std::vector<std::string> warnings;
    const Review read = read_review(file, dataset, warnings);
    CHECK(warnings.empty());
    CHECK(read.decisions == review.decisions);
    CHECK(read.other_rows.empty());
    CHECK(read_review(folder.path() / "none.csv", dataset, warnings).decisions.empty());
}

TEST_CASE("an id finds its sample wherever it is", "[io]") {
    const std::string text = std::string(head) + "x,3,cat,,keep,,\r\nnew,1,cat,,keep,,\r\n";
    std::vector<std::string> warnings;
    const Review review = parsed(text, dataset_with({"x", "y", "z", "w"}), &warnings);
    REQUIRE(review.decisions.size() == 1);
    CHECK(review.decisions.begin()->first == 0);
    CHECK(review.other_rows.size() == 1);
    REQUIRE(warnings.size() == 1);
    CHECK_THAT(warnings[0], contains("line 3 is about no sample of this folder"));
    // Without ids in the folder, rows go by their index.
    CHECK(parsed(std::string(head) + "x,0,cat,,keep,,\r\n", dataset_with()).decisions.contains(0));
}

TEST_CASE("rows and columns of others are kept", "[io]") {
    const TemporaryFolder folder;
    const Dataset dataset = dataset_with();
    const std::string rows =
        ",7,cat,,keep,far,,\r\n"
        ",1,cat,dog,relabel,another label,,\r\n"
        ",1,\"a, b\",bird,relabel,unknown class,,\r\n"
        ",1,\"a, b\",,burn,unknown action,,\r\n"
        ",0,cat,dog,relabel,first,,\r\n";
    const std::string names = "id,index,label,new_label,action,note,time,by\r\n";
    std::vector<std::string> warnings;
    const Review review = parsed(names + rows + ",0,cat,cat,keep,last,,me\r\n,2,dog,dog,keep,,\r\n",
                                 dataset, &warnings);
    CHECK(review.decisions.size() == 2);
    CHECK(review.decisions.at(0).note == "last");
    CHECK(review.decisions.at(0).others == std::vector<std::string>{"me"});
    REQUIRE(warnings.size() == 1);
    CHECK_THAT(warnings[0], contains("rows like this: 4"));
    write_review(review, dataset, folder.path() / "review.csv");
    CHECK(text_of(folder.path() / "review.csv") ==
          names + rows + ",0,cat,cat,keep,last,,me\r\n,2,dog,dog,keep,,,\r\n");
}

TEST_CASE("tables of other programs are read", "[io]") {
    const Dataset dataset = dataset_with();
    CHECK(parsed("\xEF\xBB\xBFIndex;Action\n0;keep\n", dataset).decisions.size() == 1);
    CHECK(parsed("index\taction\tnew_label\n0\trelabel\ta, b", dataset).decisions.at(0).new_label ==
          1);
}

TEST_CASE("a broken review is told by what is wrong", "[io]") {
    const Dataset dataset = dataset_with();
    const std::string long_note(200'000, 'x');
    const std::vector<std::pair<std::string, std::string>> cases{
        {"", "is empty"},
        {"\n\n", "is empty"},
        {"hello", "no column called index or id"},
        {"{\"index\": 0}", "no column called index or id"},
        {"index,label\n0,cat\n", "no column called action"},
        {"index,action,index\n", "two columns are called"},
        {"index,action\n0,keep,,x\n", "line 2"},
        {"index,action\n0,keep\n1,ke,ep", "ends within a row"},
        {std::string("index,action\n0,ke\0ep\n", 21), "bytes that are 0"},
        {std::string("\xFF\xFEi\0n\0d\0e\0x\0", 12), "bytes that are 0"},
        {std::string(20'001, ','), "more than 10000 columns"}};
    for (const auto& [text, words] : cases) {
        INFO(text.substr(0, 40));
        std::string told;
        try {
            parsed(text, dataset);
        } catch (const Error& error) {
            told = error.what();
        }
        CHECK_THAT(told, contains(words));
    }
    // These have nothing that could be taken for a decision.
    for (const std::string row : {"-1,keep", "99999999999999999999999,keep", "1e0,keep", "0x0,keep",
                                  " ,keep", "0,KEEP", "0,", "\"0,keep", "\xFF\xFE,keep"}) {
        INFO(row);
        CHECK(parsed("index,action\n" + row + "\n", dataset).decisions.empty());
        CHECK(parsed("index,action\n" + row + "\n", dataset).other_rows.size() == 1);
    }
    CHECK(parsed("index,action,note\n0,keep," + long_note + "\n", dataset).decisions.at(0).note ==
          long_note);
}

TEST_CASE("corrections are written for whoever retrains", "[io]") {
    const TemporaryFolder folder;
    const Dataset dataset = dataset_with({"x", "y", "z", "w"});
    Review review;
    review.decisions[0] = {ReviewAction::relabel, 2, "", "", {}};
    review.decisions[1] = {ReviewAction::keep, -1, "", "", {}};
    review.decisions[2] = {ReviewAction::relabel, 2, "", "", {}};
    CHECK(changed_count(review, dataset.series) == 1);
    write_corrected_array(review, dataset.series, folder.path() / "labels.npy");
    CHECK(NpyArray::open(folder.path() / "labels.npy").integers() ==
          std::vector<std::int32_t>{2, 1, 2, -1});
    write_corrected_table(review, dataset, folder.path() / "labels.csv");
    CHECK(text_of(folder.path() / "labels.csv") ==
          "id,index,label,new_label\r\nx,0,cat,dog\r\ny,1,\"a, b\",\"a, b\"\r\nz,2,dog,dog\r\n"
          "w,3,unlabelled,unlabelled\r\n");
}

TEST_CASE("decisions about a file are beside it", "[io]") {
    const TemporaryFolder folder;
    Dataset dataset = dataset_with();
    dataset.path = folder.path().string();
    CHECK(review_file_of(dataset) == folder.path() / "review.csv");
    std::ofstream(folder.path() / "places.csv") << "x,y\n";
    dataset.path = (folder.path() / "places.csv").string();
    CHECK(review_file_of(dataset) == folder.path() / "places.review.csv");
}
