#include "io/recording/epoch_names.h"

#include "io/folders.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;
namespace fs = std::filesystem;

namespace {

/// The number in a name; -99 if there is none.
std::int64_t number_in(std::string_view name) {
    const auto found = epoch_name(name);
    return found ? found->number : -99;
}

std::vector<std::int64_t> numbers_of(const std::vector<EpochEntry>& entries) {
    std::vector<std::int64_t> numbers;
    std::ranges::transform(entries, std::back_inserter(numbers), &EpochEntry::number);
    return numbers;
}

}  // namespace

TEST_CASE("the number of an epoch is read from the names that tools give", "[io]") {
    for (const char* name : {"epoch_7",
                             "epoch-07",
                             "Epoch_7",
                             "EPOCH 7",
                             "epoch7",
                             "epoch.7",
                             "epoch=7-step=100",
                             "epoch=7",
                             "model_epoch_7",
                             "epoch_7_best",
                             "7",
                             "00007",
                             "checkpoint-7",
                             "ckpt_7",
                             "step7",
                             "global_step7",
                             "iter_7",
                             "iteration-7",
                             "ep_7",
                             "net-ep7",
                             "E7",
                             "e_07",
                             "net_e7",
                             "7epochs",
                             "7_epoch",
                             "7ep",
                             "7_iter",
                             "epoch_7.0",
                             "ckpt-7.00",
                             "epoch_7_acc0.98",
                             "epoch=7-step=100-v1",
                             "\u7b2c7\u8f6e",
                             "7\u8f6e"}) {
        INFO(name);
        CHECK(number_in(name) == 7);
    }
    CHECK(number_in("epoch_-1") == -1);
    for (const char* name : {"iter10k", "step_10K", "10k", "10k_iter", "checkpoint-10000"}) {
        INFO(name);
        CHECK(number_in(name) == 10'000);
    }
    CHECK(epoch_name("epoch=2-step=300")->step == 300);
    CHECK_FALSE(epoch_name("epoch_2")->step);
    for (const char* name : {"", "notes", "epoch", "epoch_", "epoch_one", "epochs_7", "epoch_0.95",
                             "7a", "a7", "sleep_7", "epoch_7th", ".epoch_7", "99999999999999999999",
                             "v1.2", "7kg", "epoch_7.05", "lr_1e-7", "\u7b2c7\u6298"}) {
        INFO(name);
        CHECK(number_in(name) == -99);
    }
}

TEST_CASE("epochs take precedence over steps, steps over plain numbers", "[io]") {
    const TemporaryFolder folder;
    const fs::path& path = folder.path();
    for (const char* name : {"3", "12", "checkpoint-500", "notes"})
        fs::create_directories(path / name);
    std::vector<std::string> warnings;
    CHECK(numbers_of(epochs_in(path, EpochEntries::folders, warnings)) ==
          std::vector<std::int64_t>{500});
    CHECK_THAT(warnings.at(0), contains("3 and 1 more: left out, since checkpoint-500"));
    for (const char* name : {"epoch_2", "epoch_10", "epoch_2_old"})
        fs::create_directories(path / name);
    warnings.clear();
    CHECK(numbers_of(epochs_in(path, EpochEntries::folders, warnings)) ==
          std::vector<std::int64_t>{2, 10});
    CHECK_THAT(warnings.at(0), contains("and 3 more: left out, since epoch_2"));
    CHECK(list_epochs(path, EpochEntries::npy_files).entries.empty());
    CHECK(list_epochs(path / "none").entries.empty());
}

TEST_CASE("two names of one epoch are an error that names both", "[io]") {
    const TemporaryFolder folder;
    for (const char* name : {"epoch_1", "epoch-01"}) fs::create_directories(folder.path() / name);
    std::vector<std::string> warnings;
    CHECK_THROWS_WITH(epochs_in(folder.path(), EpochEntries::folders, warnings),
                      contains("holds epoch-01 and epoch_1, which are both epoch 1"));
}

TEST_CASE("names like those of epochs without a whole number are told once", "[io]") {
    const TemporaryFolder folder;
    const fs::path& path = folder.path();
    for (const char* name : {"epoch_best", "epochs", "notes", ".epoch_x"})
        fs::create_directories(path / name);
    put(path / "epoch_log.txt", "a file");
    std::vector<std::string> warnings;
    CHECK(epochs_in(path, EpochEntries::folders, warnings).empty());
    CHECK(warnings.empty());
    for (const char* name : {"epoch_0", "epoch_1"}) fs::create_directories(path / name);
    CHECK(epochs_in(path, EpochEntries::folders, warnings).size() == 2);
    CHECK(warnings == std::vector<std::string>{
                          "epoch_best: left out, since its name has no whole number of an epoch"});
    for (const char* name : {"epoch_1.5", "epoch_last"}) fs::create_directories(path / name);
    warnings.clear();
    CHECK(numbers_of(epochs_in(path, EpochEntries::folders, warnings)) ==
          std::vector<std::int64_t>{0, 1});
    CHECK(warnings ==
          std::vector<std::string>{"epoch_1.5 and 2 more: left out, since their names have no "
                                   "whole number of an epoch"});
}

TEST_CASE("folders whose names differ in one number are epochs, which is told", "[io]") {
    const auto [names, numbers] =
        GENERATE(table<std::vector<std::string>, std::vector<std::int64_t>>({
            {{"model_5", "model_10", "model_20"}, {5, 10, 20}},
            {{"weights-1", "weights-2", "notes"}, {1, 2}},
            {{"resnet50_3", "resnet50_4"}, {3, 4}},
            {{"t1_best", "t2_best"}, {1, 2}},
            {{"snapshot2k", "snapshot500"}, {500, 2000}},
            // Parts of one whole, dates and fractions are no epochs.
            {{"fold_1", "fold_2"}, {}},
            {{"seed-1", "seed-2", "layer1", "layer2"}, {}},
            {{"2024-05-01", "2024-05-02"}, {}},
            {{"epoch_0.25", "epoch_0.5"}, {}},
            {{"model_5"}, {}},
            {{"dataset", "epochs"}, {}},
        }));
    const TemporaryFolder folder;
    for (const std::string& name : names) fs::create_directories(folder.path() / name);
    std::vector<std::string> warnings;
    INFO(names.front());
    CHECK(numbers_of(epochs_in(folder.path(), EpochEntries::folders, warnings)) == numbers);
    CHECK(warnings.size() == (numbers.empty() ? 0 : 1));
    if (!numbers.empty())
        CHECK_THAT(warnings.at(0), contains(": the numbers in these names are taken for epochs"));
}

TEST_CASE("of several checkpoints of an epoch the steps count, of versions the last", "[io]") {
    const TemporaryFolder folder;
    const fs::path& path = folder.path();
    for (const char* name : {"epoch=0-step=100", "epoch=0-step=200", "epoch=1-step=300"})
        fs::create_directories(path / name);
    std::vector<std::string> warnings;
    CHECK(numbers_of(epochs_in(path, EpochEntries::folders, warnings)) ==
          std::vector<std::int64_t>{100, 200, 300});
    CHECK(warnings == std::vector<std::string>{"epoch=0-step=100 and epoch=0-step=200 are of one "
                                               "epoch, so the steps are taken for epochs"});
    fs::remove(path / "epoch=0-step=200");
    for (const char* name : {"epoch=0-step=100-v1", "epoch=0-step=100-v2"})
        fs::create_directories(path / name);
    warnings.clear();
    const std::vector<EpochEntry> entries = epochs_in(path, EpochEntries::folders, warnings);
    CHECK(numbers_of(entries) == std::vector<std::int64_t>{0, 1});
    CHECK(entries.front().path.filename() == "epoch=0-step=100-v2");
    REQUIRE(warnings.size() == 2);
    CHECK_THAT(warnings[1], contains("-v1: left out, since there is a later version, "
                                     "epoch=0-step=100-v2"));
}
