#include "io/npy_file.h"

#include <epochscope/io/folder_look.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <set>
#include <string>

using namespace epochscope;
using namespace epochscope::tests;
namespace fs = std::filesystem;
using namespace std::chrono_literals;

namespace {

fs::path epoch_of(const fs::path& run, int epoch) {
    return run / "epochs" / ("epoch_" + std::to_string(epoch));
}

void put_epoch(const fs::path& run, int epoch) {
    put_npy<float>(epoch_of(run, epoch) / "embeddings.npy", "<f4", "(2, 1)", {1, 2});
}

/// As if it had been written so long ago.
void date(const fs::path& path, std::chrono::seconds age) {
    const auto then = fs::file_time_type::clock::now() - age;
    if (fs::is_directory(path))
        for (const auto& entry : fs::directory_iterator(path))
            fs::last_write_time(entry.path(), then);
    fs::last_write_time(path, then);
}

}  // namespace

TEST_CASE("a look at a folder sees epochs that come, change and go", "[io]") {
    const TemporaryFolder folder;
    const fs::path run = folder.path() / "run";
    CHECK_FALSE(look_at_folder(run).is_there);
    put_npy<std::int64_t>(run / "dataset/labels.npy", "<i8", "(2,)", {0, 1});
    for (const int epoch : {1, 2, 10}) {
        put_epoch(run, epoch);
        date(epoch_of(run, epoch), std::chrono::seconds(1000 - 100 * epoch));
    }
    const FolderLook first = look_at_folder(run);
    CHECK(first.is_there);
    CHECK_FALSE(first.is_live);
    CHECK(first.shows_same(look_at_folder(run, first)));
    // 100 s from 1 to 2, and 800 s on to 10.
    REQUIRE(first.usual_interval());
    CHECK(first.usual_interval()->count() == Approx(800).epsilon(0.01));

    put_epoch(run, 11);
    const FolderLook more = look_at_folder(run, first);
    CHECK_FALSE(more.shows_same(first));
    CHECK(unchanged_epochs(first, more) == std::set<std::int64_t>{1, 2, 10});
    put_npy<float>(epoch_of(run, 2) / "embeddings.npy", "<f4", "(2, 1)", {3, 4});
    const FolderLook rewritten = look_at_folder(run, more);
    CHECK(unchanged_epochs(more, rewritten) == std::set<std::int64_t>{1, 10, 11});
    fs::remove_all(epoch_of(run, 1));
    const FolderLook less = look_at_folder(run, rewritten);
    CHECK_FALSE(less.shows_same(rewritten));
    CHECK(unchanged_epochs(rewritten, less) == std::set<std::int64_t>{2, 10, 11});
}

TEST_CASE("what grows beside the epochs changes no look", "[io]") {
    const TemporaryFolder folder;
    const fs::path run = folder.path();
    put_epoch(run, 1);
    const FolderLook before = look_at_folder(run);
    put(run / "curves.csv", "epoch,loss\n1,0.5\n");
    put(run / "review.csv", "sample,action\n");
    put(run / "runs/events.out.tfevents.1", "events");
    put(run / "epochs/.epoch_2.new/embeddings.npy", "half");
    CHECK(look_at_folder(run, before).shows_same(before));
}

TEST_CASE("a look sees whether a run goes on or has ended", "[io]") {
    const TemporaryFolder folder;
    const fs::path arrays = folder.path() / "arrays";
    put_arrays(arrays);
    CHECK_FALSE(look_at_folder(arrays).is_live);
    put(arrays / "info.json", R"({"label_text": ["a", "b"], "epochs": [1, 4], "live": true})");
    const FolderLook live = look_at_folder(arrays);
    CHECK(live.is_live);
    CHECK(look_at_folder(arrays, live).is_live);
    for (const char* broken : {"{", "[]", R"({"live": 3})", ""}) {
        put(arrays / "info.json", broken);
        CHECK_FALSE(look_at_folder(arrays, live).is_live);
    }

    const fs::path run = folder.path() / "run";
    put_npy<std::int64_t>(run / "dataset/labels.npy", "<i8", "(2,)", {0, 1});
    put_epoch(run, 1);
    CHECK_FALSE(look_at_folder(run).is_live);
    put(run / ".lock", "");
    CHECK(look_at_folder(run).is_live);
    put(run / "finished", "");
    CHECK(look_at_folder(run).has_ended);
    CHECK_FALSE(look_at_folder(run).is_live);
}
