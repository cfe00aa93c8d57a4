#include "io/npy_file.h"
#include "support/catch.h"
#include "support/data.h"

#include <epochscope/model/error.h>
#include <epochscope/opening/followed_run.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <stop_token>
#include <string>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;
namespace fs = std::filesystem;

namespace {

using Numbers = std::vector<std::int64_t>;

void put_epoch(const fs::path& run, int number, float value = 1) {
    put_npy<float>(run / "epochs" / ("epoch_" + std::to_string(number)) / "embeddings.npy", "<f4",
                   "(2, 2)", {value, 0, 0, static_cast<float>(number)});
}

}  // namespace

TEST_CASE("a run tells which epochs are new, once they are whole", "[opening]") {
    const TemporaryFolder folder;
    const fs::path run = folder.path() / "run";
    FollowedRun followed(run);
    CHECK_FALSE(followed.look().run);
    CHECK_FALSE(followed.look().fault.empty());
    put_npy<std::int64_t>(run / "dataset/labels.npy", "<i8", "(2,)", {0, 1});
    put_epoch(run, 1);
    put_epoch(run, 2);
    RunNews news = followed.look();
    REQUIRE(news.run);
    CHECK(news.appeared == Numbers{1});
    put_epoch(run, 2, 5);
    CHECK(followed.look().appeared.empty());
    CHECK(followed.look().appeared == Numbers{2});
    CHECK(followed.look().appeared.empty());
    put_epoch(run, 3);
    std::ofstream(run / "finished");
    news = followed.look();
    CHECK(news.appeared == Numbers{3});
    CHECK(news.is_finished);
}

TEST_CASE("a run tells which epochs were written again, and which are gone", "[opening]") {
    const TemporaryFolder folder;
    const fs::path run = folder.path() / "run";
    put_npy<std::int64_t>(run / "dataset/labels.npy", "<i8", "(2,)", {0, 1});
    for (const int number : {1, 2, 3}) put_epoch(run, number);
    FollowedRun followed(run);
    followed.look();
    CHECK(followed.look().appeared == Numbers{3});
    put_epoch(run, 2, 7);
    CHECK(followed.look().rewritten.empty());
    CHECK(followed.look().rewritten == Numbers{2});
    CHECK(followed.look().rewritten.empty());
    // Nothing that is away for a moment is gone.
    fs::rename(run / "epochs/epoch_1", run / "away");
    CHECK(followed.look().gone.empty());
    fs::rename(run / "away", run / "epochs/epoch_1");
    RunNews news = followed.look();
    CHECK(news.gone.empty());
    CHECK(news.appeared.empty());
    fs::remove_all(run / "epochs/epoch_1");
    followed.look();
    CHECK(followed.look().gone == Numbers{1});
}

TEST_CASE("what does not open is told of, and is an error once the run has ended", "[opening]") {
    const TemporaryFolder folder;
    const fs::path run = folder.path() / "run";
    put_npy<std::int64_t>(run / "dataset/labels.npy", "<i8", "(2,)", {0, 1});
    put_epoch(run, 1);
    FollowedRun followed(run);
    put_npy<float>(run / "epochs/epoch_2/embeddings.npy", "<f4", "(3, 2)", {1, 2, 3, 4, 5, 6});
    CHECK_THAT(followed.look().fault, contains("3"));
    std::ofstream(run / "finished");
    CHECK_THROWS_AS(followed.look(), Error);
    std::stop_source stop;
    stop.request_stop();
    CHECK_THROWS_AS(followed.wait(stop.get_token()), Cancelled);
}
