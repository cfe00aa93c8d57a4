#include "io/npy_file.h"
#include "io/prototypes/prototypes_json.h"

#include <epochscope/io/prototypes.h>
#include <epochscope/io/write_dataset.h>

#include <cmath>
#include <limits>
#include <string>
#include <utility>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;
namespace fs = std::filesystem;

namespace {

const std::string good_json =
    R"({"epochs": [4, 1], "levels": [{"clusters": 2, "alpha": 1.5}], "placing": "samples",
        "normalised": true, "recorded": false, "batch": 3, "negatives": 1, "temperature": 0.2,
        "seed": 18446744073709551615, "nearest": 1, "lambda": 0.5, "weights": "equal"})";

constexpr float nan = std::numeric_limits<float>::quiet_NaN();

/// Beside the folder of put_arrays (three samples at epochs 1 and 4): two prototypes, the rows in
/// another order than the epochs.
void put_prototypes(const fs::path& folder, const std::string& text = good_json) {
    put_arrays(folder);
    const fs::path own = folder / "prototypes";
    put(own / "prototypes.json", text);
    put(own / "signals.csv", "epoch,ceiling_2,loss_2,loss_12\n4,0.5,,9\n1,0.25,3,9\n");
    put(own / "2/multiplicities.csv", "epoch,1,2\n4,1,1\n1,3,0\n");
    put_npy<float>(own / "2/centres.npy", "<f4", "(2, 2, 4)", std::vector<float>(16, 1));
    put_npy<std::int32_t>(own / "2/assignments.npy", "<i4", "(2, 3)", {0, 0, 0, 0, 1, 1});
    put_npy<std::int32_t>(own / "2/counts.npy", "<i4", "(2, 2)", {3, 0, 1, 2});
    put_npy<float>(own / "2/concentration.npy", "<f4", "(2, 2)", {1, 2, 3, 4});
    put_npy<float>(own / "2/places.npy", "<f4", "(2, 2, 2)", {5, 6, nan, nan, 1, 2, 3, 4});
    put_npy<std::int32_t>(own / "2/nearest.npy", "<i4", "(2, 3, 2)",
                          {0, -1, 0, -1, 0, -1, 0, 1, 1, 0, 1, 0});
    put_npy<float>(own / "2/squares.npy", "<f4", "(2, 3, 2)", {1, 0, 2, 0, 3, 0, 4, 5, 6, 7, 8, 9});
    put_npy<std::int32_t>(own / "2/hinges.npy", "<i4", "(2, 3)", {0, 0, 0, 1, 0, 1});
}

/// What opening says of a folder whose prototypes were changed so.
template <typename Change>
std::string outcome_after(const Change& change, const std::string& text = good_json) {
    const TemporaryFolder folder;
    put_prototypes(folder.path(), text);
    change(folder.path() / "prototypes");
    return outcome(folder.path());
}

/// The good text with a part of it replaced.
std::string with(const std::string& part, const std::string& other) {
    std::string text = good_json;
    text.replace(text.find(part), part.size(), other);
    return text;
}

void check_read(const Dataset& dataset) {
    CHECK(dataset.warnings.empty());
    REQUIRE(dataset.prototypes);
    const Prototypes& prototypes = *dataset.prototypes;
    CHECK(prototypes.placing == PrototypePlacement::samples);
    CHECK(prototypes.normalised);
    CHECK_FALSE(prototypes.recorded);
    CHECK(prototypes.batch == 3);
    CHECK(prototypes.seed == std::numeric_limits<std::uint64_t>::max());
    REQUIRE(prototypes.levels.size() == 1);
    const PrototypeLevel& level = prototypes.levels[0];
    CHECK(level.count == 2);
    CHECK(level.listed == 2);
    CHECK(level.loss.alpha == 1.5);
    CHECK(level.loss.rule == WeightRule::equal);
    REQUIRE(level.epochs.size() == 2);
    // Epoch 1 is the second row of the files.
    CHECK(level.epochs[0].assignments[1] == 1);
    CHECK(level.epochs[0].positions[1] == Point{3, 4});
    CHECK(std::isnan(level.epochs[1].positions[1].x));
    CHECK(level.epochs[0].squares[1] == 5);
    CHECK(level.epochs[1].nearest[1] == -1);
    CHECK(level.epochs[0].hinges[2] == 1);
    CHECK(level.epochs[0].centres.rows() == 2);
    CHECK(level.epochs[0].concentration[0] == 3);
    REQUIRE(level.curves.size() == 2);
    CHECK(level.curves[0].name == "ceiling");
    CHECK(level.curves[0].values == std::vector<std::optional<double>>{0.25, 0.5});
    CHECK(level.curves[1].values == std::vector<std::optional<double>>{3, std::nullopt});
    REQUIRE(level.multiplicities.size() == 2);
    CHECK(level.multiplicities[1].values == std::vector<std::optional<double>>{0, 1});
}

}  // namespace

TEST_CASE("a folder brings its prototypes along, and so does what is written of it", "[io]") {
    const TemporaryFolder folder;
    put_prototypes(folder.path() / "first");
    const Dataset first = open_dataset(folder.path() / "first");
    // The column of a level that there is not is nobody's.
    check_read(first);
    for (const DatasetFormat format : {DatasetFormat::npy, DatasetFormat::json}) {
        const fs::path copy = folder.path() / (format == DatasetFormat::npy ? "arrays" : "json");
        write_dataset(first, format, copy, {});
        check_read(open_dataset(copy));
    }
    CHECK(fs::exists(folder.path() / "arrays/prototypes/2/places.npy"));
}

TEST_CASE("epochs that only one of both has", "[io]") {
    const TemporaryFolder folder;
    put_prototypes(folder.path(), with("[4, 1]", "[4, 7]"));
    const Dataset dataset = open_dataset(folder.path());
    REQUIRE(dataset.prototypes);
    CHECK(dataset.prototypes->levels[0].epochs[0].assignments.empty());
    CHECK(dataset.prototypes->levels[0].epochs[1].assignments.size() == 3);
    REQUIRE(dataset.warnings.size() == 1);
    CHECK(dataset.warnings[0] ==
          "prototypes.json: has 1 epochs that the folder does not have; they are left out");
}

TEST_CASE("what is broken of prototypes is a warning that says where", "[io]") {
    const auto nothing = [](const fs::path&) {};
    CHECK(outcome_after(nothing) == "opened");
    const std::vector<std::pair<std::string, std::string>> texts{
        {"", "prototypes.json"},
        {"[]", "is a list, expected an object"},
        {with("\"clusters\": 2", "\"clusters\": 0"),
         "levels[0]: clusters is 0, expected an integer 1.."},
        {with("\"clusters\": 2", "\"clusters\": -2"), "levels[0]: clusters is -2"},
        {with("\"clusters\": 2", "\"clusters\": 2.5"), "levels[0]: clusters is 2.5"},
        {with("\"clusters\": 2", "\"clusters\": \"../..\""), "levels[0]: clusters is"},
        {with("1.5", "-1.5"), "levels[0]: alpha is -1.5, expected a number of 0 or more"},
        {with("}]", "}, {\"clusters\": 2, \"alpha\": 0}]"),
         "levels[1]: has as many clusters as one before it: 2"},
        {with("}]", "}, 5]"), "levels[1]: is 5, expected an object"},
        {with("[4, 1]", "[4, 4]"), "epochs[1] is 4, expected numbers of epochs, each of them once"},
        {with("[4, 1]", "[4, 1e9]"), "epochs[1] is 1000000000.0"},
        {with("[4, 1]", "[4, -9223372036854775808]"), "epochs[1] is -9223372036854775808"},
        {with("[4, 1]", "[]"), "epochs is"},
        {with("\"samples\"", "\"here\""), "placing is \"here\""},
        {with("\"equal\"", "\"none\""), "weights is \"none\""},
        {with("true", "1"), "normalised is 1, expected true or false"},
        {with("\"batch\": 3", "\"batch\": 0"), "batch is 0"},
        {with("\"seed\": 18446744073709551615, ", ""), "has no seed"}};
    for (const auto& [text, said] : texts) {
        CAPTURE(text);
        const std::string heard = outcome_after(nothing, text);
        CHECK_THAT(heard, contains("opened; prototypes: "));
        CHECK_THAT(heard, contains(said));
        CHECK_THAT(heard, contains("; prototypes are left out"));
    }
}

TEST_CASE("arrays of other shapes and missing ones are named", "[io]") {
    CHECK_THAT(
        outcome_after([](const fs::path& own) {
            put_npy<std::int32_t>(own / "2/assignments.npy", "<i4", "(3, 2)", {0, 0, 0, 0, 0, 0});
        }),
        contains("2/assignments.npy: has the shape (3, 2), expected (2, 3)"));
    CHECK_THAT(outcome_after([](const fs::path& own) {
                   put_npy<float>(own / "2/centres.npy", "<f4", "(2, 2)", {0, 0, 0, 0});
               }),
               contains("2/centres.npy: has the shape (2, 2), expected (2, 2) and one axis more"));
    CHECK_THAT(outcome_after([](const fs::path& own) { fs::remove(own / "2/places.npy"); }),
               contains("places.npy"));
    CHECK_THAT(outcome_after([](const fs::path& own) { put(own / "signals.csv", "time\n1\n"); }),
               contains("signals.csv: line 1: its first column is \"time\""));
    CHECK_THAT(outcome_after([](const fs::path& own) { fs::remove(own / "signals.csv"); }),
               contains("signals.csv"));
    CHECK_THAT(outcome_after([](const fs::path& own) {
                   put_npy<float>(own / "2/hinges.npy", "<f4", "(2, 3)", {0, 0, 0.5F, 0, 0, 0});
               }),
               contains("hinges.npy"));
    CHECK(outcome_after([](const fs::path& own) { fs::remove(own / "prototypes.json"); }) ==
          "opened");
}

TEST_CASE("what prototypes.json says is written as it is read", "[io]") {
    const PrototypesInfo info = parse_prototypes_info(good_json);
    CHECK(info.epochs == std::vector<std::int64_t>{4, 1});
    CHECK(text_of(parse_prototypes_info(text_of(info))) == text_of(info));
}

TEST_CASE("prototypes are read and written by themselves", "[io]") {
    const TemporaryFolder folder;
    put_prototypes(folder.path() / "a");
    const Dataset dataset = open_dataset(folder.path() / "a");
    std::vector<std::string> warnings;
    const auto read = read_prototypes(folder.path() / "a", dataset.series, warnings);
    REQUIRE(read);
    CHECK(warnings.empty());
    fs::create_directory(folder.path() / "b");
    CHECK(read_prototypes(folder.path() / "b", dataset.series, warnings) == nullptr);
    write_prototypes(*read, dataset.series, folder.path() / "b");
    const auto again = read_prototypes(folder.path() / "b", dataset.series, warnings);
    REQUIRE(again);
    CHECK(again->levels[0].curves[0].values == read->levels[0].curves[0].values);
    CHECK_THROWS_AS(write_prototypes(*read, dataset.series, folder.path() / "b"), Error);
}
