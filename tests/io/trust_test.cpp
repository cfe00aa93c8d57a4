#include "io/npy_file.h"

#include <epochscope/io/file.h>
#include <epochscope/io/trust.h>
#include <epochscope/io/write_dataset.h>

#include <cmath>
#include <limits>

using namespace epochscope;
using namespace epochscope::tests;
namespace fs = std::filesystem;

namespace {

using Values = std::vector<std::optional<double>>;

/// The folder of put_arrays (epochs 1 and 4) with this text as its trust.csv.
std::string warnings_with(const std::string& text, const std::vector<float>& kept = {},
                          const std::string& shape = "") {
    const TemporaryFolder folder;
    put_arrays(folder.path());
    put(folder.path() / "trust.csv", text);
    if (!shape.empty()) put_npy<float>(folder.path() / "kept_neighbours.npy", "<f4", shape, kept);
    return outcome(folder.path());
}

std::string text_in(const fs::path& file) {
    const auto bytes = read_file(file, 10'000);
    return {bytes.begin(), bytes.end()};
}

}  // namespace

TEST_CASE("a folder brings along how far it can be trusted", "[io]") {
    const TemporaryFolder folder;
    put_arrays(folder.path());
    CHECK(open_dataset(folder.path()).trust == nullptr);
    // Rows in any order, those of the array in the same; numpy's word for nothing, and Windows'
    // ends of lines.
    put(folder.path() / "trust.csv", "epoch, nn_pv ,rec_pv\r\n4,0.25,nan\r\n\r\n1,1e-3,\r\n");
    put_npy<float>(folder.path() / "kept_neighbours.npy", "<f4", "(2, 3)",
                   {.25F, .5F, 1, 0, .125F, .75F});
    const Dataset dataset = open_dataset(folder.path());
    CHECK(dataset.warnings.empty());
    REQUIRE(dataset.trust);
    const Trust& trust = *dataset.trust;
    REQUIRE(trust.curve("nn_pv"));
    CHECK(trust.curve("nn_pv")->values == Values{1e-3, .25});
    CHECK(trust.curve("rec_pv")->values == Values{std::nullopt, std::nullopt});
    CHECK(trust.curve("continuity") == nullptr);
    REQUIRE(trust.preserved.size() == 2);
    CHECK(std::vector<float>(trust.preserved[0].begin(), trust.preserved[0].end()) ==
          std::vector<float>{0, .125F, .75F});
    CHECK(trust.preserved[1][2] == 1);
    CHECK(trust.has_preserved());
}

TEST_CASE("what is broken of trust is a warning", "[io]") {
    CHECK(warnings_with("epoch,nn_pv\n1,0.5\n4,0.5\n") == "opened");
    CHECK(warnings_with("") ==
          "opened; trust.csv: has no rows, expected a line for each epoch; it is left out");
    CHECK_THAT(warnings_with("time,nn_pv\n1,0.5\n"),
               contains("trust.csv: line 1: its first column is \"time\", expected \"epoch\""));
    CHECK_THAT(warnings_with("epoch,a,a\n1,0,0\n"),
               contains("line 1: a column is called \"a\", expected names, each of them once"));
    CHECK_THAT(warnings_with("epoch,nn_pv\n1\n"), contains("line 2: has 1 cells, expected 2"));
    CHECK_THAT(warnings_with("epoch,nn_pv\n1.5,1\n"), contains("line 2: epoch is \"1.5\""));
    CHECK_THAT(warnings_with("epoch,nn_pv\n1,0\n1,0\n"), contains("line 3: epoch 1 occurs twice"));
    for (const std::string cell : {"much", "inf", "0.5x"})
        CHECK_THAT(warnings_with("epoch,nn_pv\n1," + cell + "\n"),
                   contains("line 2: nn_pv is \"" + cell + "\", expected a number or nothing"));
    CHECK_THAT(warnings_with("epoch,nn_pv\n1,0\n3,1\n"),
               contains("trust.csv: has 1 epochs that the folder does not have"));
    CHECK_THAT(warnings_with("epoch,nn_pv\n1,0\n", {1, 1, 1, 1, 1, 1}, "(2, 3)"),
               contains("kept_neighbours.npy: has the shape (2, 3), expected (1, 3)"));
}

TEST_CASE("curves stay where kept neighbours are broken", "[io]") {
    const TemporaryFolder folder;
    put_arrays(folder.path());
    put(folder.path() / "trust.csv", "epoch,nn_pv\n4,0.5\n");
    put(folder.path() / "kept_neighbours.npy", "no array");
    const Dataset dataset = open_dataset(folder.path());
    CHECK(dataset.warnings.size() == 1);
    REQUIRE(dataset.trust);
    CHECK(dataset.trust->curve("nn_pv")->values == Values{std::nullopt, .5});
    CHECK_FALSE(dataset.trust->has_preserved());
    CHECK(dataset.trust->preserved.size() == 2);
}

TEST_CASE("trust is written as it is read, and goes along into either format", "[io]") {
    const TemporaryFolder folder;
    put_arrays(folder.path() / "set");
    Trust trust{{{"nn_pv", {1.0 / 3, std::nullopt}}, {"continuity", {0.5, 1}}}, {}, nullptr, {}};
    const std::vector<float> kept{0, .5F, 1};
    trust.preserved = {kept, {}};
    const std::vector<float> motion{-4, .5F, 7};
    trust.motion = {{}, motion};
    const std::vector<std::int64_t> epochs{1, 4};
    write_trust(trust, epochs, 3, folder.path() / "set");
    CHECK(text_in(folder.path() / "set/trust.csv") ==
          "epoch,nn_pv,continuity\n1,0.3333333333333333,0.5\n4,,1\n");
    const auto check = [&](const fs::path& at) {
        Dataset dataset = open_dataset(at);
        CHECK(dataset.warnings.empty());
        REQUIRE(dataset.trust);
        CHECK(dataset.trust->curves[0].values == trust.curves[0].values);
        CHECK(dataset.trust->curves[1].values == trust.curves[1].values);
        CHECK(dataset.trust->preserved[0][1] == .5F);
        CHECK(std::isnan(dataset.trust->preserved[1][1]));
        REQUIRE(dataset.trust->motion.size() == 2);
        CHECK(dataset.trust->motion_to(1, 2) == 7);
        CHECK(dataset.trust->motion_to(2, 0) == 0);
        return dataset;
    };
    const Dataset dataset = check(folder.path() / "set");
    write_dataset(dataset, DatasetFormat::npy, folder.path() / "npy", {});
    write_dataset(dataset, DatasetFormat::json, folder.path() / "json", {});
    check(folder.path() / "npy");
    check(folder.path() / "json");
}

TEST_CASE("motion is between the epochs of the folder", "[io]") {
    const TemporaryFolder folder;
    put_arrays(folder.path());
    put(folder.path() / "trust.csv", "epoch,nn_pv\n1,0.5\n");
    put_npy<float>(folder.path() / "motion.npy", "<f4", "(1, 3)", {1, 2, 3});
    CHECK(open_dataset(folder.path()).trust->motion.empty());
    put(folder.path() / "trust.csv", "epoch,nn_pv\n4,0.5\n1,0.5\n");
    put_npy<float>(folder.path() / "motion.npy", "<f4", "(2, 3)", {1, 2, 3, 4, 5, 6});
    CHECK(open_dataset(folder.path()).trust->motion_to(1, 0) == 1);
    put_npy<float>(folder.path() / "motion.npy", "<f4", "(2, 2)", {1, 2, 3, 4});
    const Dataset broken = open_dataset(folder.path());
    REQUIRE(broken.warnings.size() == 1);
    CHECK_THAT(
        broken.warnings[0],
        contains("motion.npy: has the shape (2, 2), expected (2, 3): the rows of trust.csv"));
    CHECK(broken.trust->motion.empty());
}

TEST_CASE("trust of a recorded run lies with its projection", "[io]") {
    const TemporaryFolder folder;
    const fs::path at = folder.path() / "run/visualize/plane";
    put_npy<std::int32_t>(folder.path() / "run/dataset/labels.npy", "<i4", "(2,)", {0, 1});
    put_npy<float>(at / "epochs/epoch_2/projection.npy", "<f4", "(2, 2)", {0, 0, 1, 1});
    put(at / "trust.csv", "epoch,nn_pv\n2,0.5\n");
    const Dataset dataset = open_dataset(folder.path() / "run");
    CHECK(fs::equivalent(dataset.projection_folder, at));
    REQUIRE(dataset.trust);
    CHECK(dataset.trust->curves[0].values == Values{.5});
}

TEST_CASE("curves are written without preserved neighbours", "[io]") {
    const TemporaryFolder folder;
    put_arrays(folder.path());
    const Trust trust{{{"nn_pv", {0.5, std::nullopt}}}, {}, nullptr, {}};
    const std::vector<std::int64_t> epochs{1, 4};
    write_trust_curves(trust, epochs, folder.path() / "trust.csv");
    std::vector<std::string> warnings;
    const auto read = read_trust(folder.path(), open_dataset(folder.path()).series, warnings);
    REQUIRE(read);
    CHECK(warnings.empty());
    CHECK(read->curves[0].values == trust.curves[0].values);
    CHECK_FALSE(read->has_preserved());
}

TEST_CASE("measures of samples are columns of the folder", "[io]") {
    const TemporaryFolder folder;
    put_arrays(folder.path());
    const Trust trust{
        .curves = {{"nn_pv", {0.5, std::nullopt}}},
        .preserved = {{}, {}},
        .memory = nullptr,
        .files = {},
        .samples = {{"temp_l", {0.25, std::nan(""), 1}}, {"false_move", {0, 3.5, 0}}}};
    const std::vector<std::int64_t> epochs{1, 4};
    write_trust(trust, epochs, 3, folder.path());
    CHECK(text_in(folder.path() / "trust_samples.csv") ==
          "sample,temp_l,false_move\n0,0.25,0\n1,,3.5\n2,1,0\n");
    const Dataset dataset = open_dataset(folder.path());
    CHECK(dataset.warnings.empty());
    REQUIRE(dataset.metadata);
    REQUIRE(dataset.metadata->find("temp_l"));
    CHECK(dataset.metadata->find("false_move"));
    // The folder's own columns go first.
    put(folder.path() / "samples.csv", "temp_l\n7\n8\n9\n");
    const Dataset other = open_dataset(folder.path());
    CHECK(other.metadata->columns.size() == 2);
    CHECK(other.metadata->columns[0].name() == "temp_l");
    CHECK(other.metadata->columns[0].type() == ColumnType::whole);
    put(folder.path() / "trust_samples.csv", "sample,temp_l\n0,1\n0,2\n");
    const Dataset broken = open_dataset(folder.path());
    REQUIRE(broken.warnings.size() == 1);
    CHECK_THAT(broken.warnings[0], contains("trust_samples.csv") && contains("it is left out"));
}
