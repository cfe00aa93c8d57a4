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
                             "net-ep7"}) {
        INFO(name);
        CHECK(number_in(name) == 7);
    }
    CHECK(number_in("epoch_-1") == -1);
    for (const char* name :
         {"", "notes", "epoch", "epoch_", "epoch_one", "epochs_7", "epoch_0.95", "7a", "a7",
          "20epochs", "sleep_7", "epoch_7th", ".epoch_7", "99999999999999999999", "v1.2"}) {
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
