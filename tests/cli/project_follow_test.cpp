// A run that goes on: project --follow.
#include "cli/call.h"
#include "cli/two_classes.h"
#include "support/catch.h"
#include "support/data.h"

#include <epochscope/io/open.h>
#include <epochscope/model/dataset.h>

#include <nlohmann/json.hpp>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <string>
#include <thread>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;
namespace fs = std::filesystem;

namespace {

/// Epochs of a run that come one by one.
class ComingRun {
  public:
    explicit ComingRun(const std::vector<int>& epochs)
        : whole_(put_run(folder_.path(), epochs, 4, "whole")) {
        fs::create_directories(path() / "epochs");
        fs::copy(whole_ / "dataset", path() / "dataset");
    }

    [[nodiscard]] fs::path path() const { return folder_.path() / "run"; }
    [[nodiscard]] fs::path beside(const std::string& name) const { return folder_.path() / name; }
    [[nodiscard]] fs::path epoch(int number) const {
        return path() / "epochs" / ("epoch_" + std::to_string(number));
    }
    void come(int number) const {
        fs::copy(whole_ / "epochs" / epoch(number).filename(), folder_.path() / "coming");
        fs::rename(folder_.path() / "coming", epoch(number));
    }
    void finish() const { std::ofstream(path() / "finished"); }
    /// The run without its end, so that the call after goes on.
    void go_on() const { fs::remove(path() / "finished"); }

    [[nodiscard]] std::vector<std::string> words(const std::string& out,
                                                 const std::vector<std::string>& method) const {
        std::vector<std::string> words{"project", path().string(), "--follow", "--out",
                                       beside(out).string()};
        words.insert(words.end(), method.begin(), method.end());
        return words;
    }
    [[nodiscard]] Outcome follow(const std::string& out,
                                 const std::vector<std::string>& method) const {
        return call(words(out, method));
    }

  private:
    TemporaryFolder folder_;
    fs::path whole_;
};

const std::vector<std::string> quick_spacetime{
    "--method",           "spacetime", "--perplexity", "5", "--iterations", "20",
    "--early-iterations", "10",        "--map-epochs", "2"};

std::string text_of(const fs::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Whether the epochs of one folder are the first of the other, to the bit.
void expect_same_start(const fs::path& start, const fs::path& all) {
    const EpochSeries a = open_dataset(start).series;
    const EpochSeries b = open_dataset(all).series;
    REQUIRE(a.epoch_count() <= b.epoch_count());
    for (std::size_t e = 0; e < a.epoch_count(); ++e) {
        CHECK(a.epoch(e).number == b.epoch(e).number);
        CHECK(std::ranges::equal(a.positions(e), b.positions(e)));
        CHECK(std::ranges::equal(a.epoch(e).predictions, b.epoch(e).predictions));
        for (std::size_t i = 0; i < a.sample_count(); ++i)
            CHECK(std::ranges::equal(a.epoch(e).intra[i], b.epoch(e).intra[i]));
    }
}

}  // namespace

TEST_CASE("epochs come one by one, and those before do not move by a bit", "[cli]") {
    for (const std::vector<std::string>& method :
         std::vector<std::vector<std::string>>{quick_spacetime,
                                               {"--method", "pca"},
                                               {"--method", "pca", "--per-epoch"},
                                               {"--method", "tsne", "--perplexity", "5",
                                                "--iterations", "20", "--warm-iterations", "10"}}) {
        const ComingRun run({1, 2, 5, 6});
        for (const int number : {1, 2, 5, 6}) {
            run.come(number);
            run.finish();
            const Outcome outcome = run.follow("live", method);
            INFO(outcome.err);
            REQUIRE(outcome.code == 0);
            CHECK_THAT(outcome.err, contains("epoch " + std::to_string(number) + " is placed"));
            if (number > 1) expect_same_start(run.beside("before"), run.beside("live"));
            fs::remove_all(run.beside("before"));
            fs::copy(run.beside("live"), run.beside("before"), fs::copy_options::recursive);
            run.go_on();
        }
        // A run that has ended is a plain loop over its epochs.
        run.finish();
        CHECK(run.follow("at once", method).code == 0);
        expect_same_start(run.beside("live"), run.beside("at once"));
        const Dataset dataset = open_dataset(run.beside("live"));
        CHECK(dataset.series.epoch_count() == 4);
        CHECK(dataset.warnings.empty());
        CHECK(dataset.plane_map.has_maps() == (method[1] != "tsne"));
        CHECK(fs::equivalent(dataset.recording, run.path()));
    }
}

TEST_CASE("a run is followed while its epochs come", "[cli]") {
    const ComingRun run({1, 2, 3});
    Outcome outcome;
    {
        const std::jthread follower([&] { outcome = run.follow("live", quick_spacetime); });
        for (const int number : {1, 2, 3}) {
            run.come(number);
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
        run.finish();
    }
    CHECK(outcome.code == 0);
    CHECK_THAT(outcome.err, contains("3 epochs in"));
    CHECK(open_dataset(run.beside("live")).series.epoch_count() == 3);
    CHECK_FALSE(
        nlohmann::json::parse(std::ifstream(run.beside("live") / "info.json")).contains("live"));
}

TEST_CASE("kept maps go along", "[cli]") {
    const ComingRun run({1, 2, 3});
    run.come(1);
    for (const std::string method : {"pca", "timevis", "dvi"}) {
        const std::string maps = run.beside("maps of " + method).string();
        REQUIRE(call({"project", run.path().string(), "--method", method, "--out", maps, "--batch",
                      "50", "--passes", "2", "--radius", "0"})
                    .code == 0);
    }
    run.come(2);
    run.come(3);
    run.finish();
    for (const std::string method : {"pca", "timevis", "dvi"}) {
        const std::string maps = run.beside("maps of " + method).string();
        const Outcome outcome = run.follow("live " + method, {"--with", maps});
        INFO(outcome.err);
        REQUIRE(outcome.code == 0);
        REQUIRE(call({"project", run.path().string(), "--with", maps, "--out",
                      run.beside("batch " + method).string()})
                    .code == 0);
        expect_same_start(run.beside("live " + method), run.beside("batch " + method));
        const PlaneMap live = open_dataset(run.beside("live " + method)).plane_map;
        const PlaneMap batch = open_dataset(run.beside("batch " + method)).plane_map;
        CHECK(live.maps().size() == batch.maps().size());
        CHECK(std::ranges::equal(live.logits(), batch.logits()));
    }
}

TEST_CASE("methods that cannot go along say so, and which can", "[cli]") {
    const ComingRun run({1});
    for (const std::string method : {"timevis", "dvi"}) {
        const Outcome outcome = run.follow("never", {"--method", method});
        CHECK(outcome.code == 2);
        CHECK_THAT(outcome.err, contains("--follow: " + method + " cannot go along with a run"));
        CHECK_THAT(outcome.err, contains("pca and tsne and spacetime can, and --with FOLDER"));
    }
    CHECK(run.follow("never", {"--method", "pca", "--landscape"}).code == 2);
    CHECK(run.follow("never", {"--method", "pca", "--format", "json"}).code == 2);
    CHECK_FALSE(fs::exists(run.beside("never")));
}

TEST_CASE("what happens to epochs that were placed is told", "[cli]") {
    const ComingRun run({1, 2, 3, 4, 5, 6});
    const std::vector<std::string> pca{"--method", "pca"};
    run.come(2);
    run.come(3);
    const fs::path told = run.beside("told");
    int code = -1;
    {
        const std::jthread follower([&] {
            std::ostringstream out;
            std::ofstream err(told);
            err << std::unitbuf;
            code = cli::run(run.words("live", pca), letters(), out, err);
        });
        const auto until = [&](std::size_t epochs) {
            for (;;) {
                std::this_thread::sleep_for(std::chrono::milliseconds(20));
                if (fs::exists(run.beside("live/info.json")) &&
                    open_dataset(run.beside("live")).series.epoch_count() == epochs)
                    return;
            }
        };
        until(2);
        run.come(1);
        fs::remove_all(run.epoch(2));
        put_npy(run.epoch(3) / "embeddings.npy", "<f4", "(40, 4)", std::vector<float>(160, 2));
        run.come(4);
        until(3);
        // Of other samples: the run does not open with it.
        put_npy(run.epoch(5) / "embeddings.npy", "<f4", "(3, 4)", std::vector<float>(12, 2));
        while (text_of(told).find("expected 40") == std::string::npos)
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        fs::remove_all(run.epoch(5));
        run.come(6);
        run.finish();
    }
    const std::string err = text_of(told);
    INFO(err);
    CHECK(code == 0);
    CHECK_THAT(err, contains("epoch 1 came after epoch 3 and is left out"));
    CHECK_THAT(err, contains("epoch 2 is gone from the recording and keeps its places"));
    CHECK_THAT(err, contains("epoch 3 was written again and keeps its places"));
    const EpochSeries series = open_dataset(run.beside("live")).series;
    REQUIRE(series.epoch_count() == 4);
    CHECK(series.epoch(0).number == 2);
    CHECK(series.epoch(3).number == 6);
}

TEST_CASE("epochs of which nothing is a number leave samples out", "[cli]") {
    const ComingRun run({1, 2, 3, 4});
    for (const int number : {1, 2, 3, 4}) run.come(number);
    constexpr float nan = std::numeric_limits<float>::quiet_NaN();
    for (const int number : {1, 3})
        put_npy(run.epoch(number) / "embeddings.npy", "<f4", "(40, 4)",
                std::vector<float>(160, nan));
    run.finish();
    const Outcome outcome = run.follow("live", quick_spacetime);
    INFO(outcome.err);
    REQUIRE(outcome.code == 0);
    CHECK_THAT(outcome.err, contains("epoch 1 has no sample whose features are numbers"));
    const EpochSeries series = open_dataset(run.beside("live")).series;
    REQUIRE(series.epoch_count() == 3);
    CHECK(std::isnan(series.positions(1)[7].x));
    CHECK(std::isfinite(series.positions(2)[7].x));
}

TEST_CASE("a call goes on only with what it would have made", "[cli]") {
    const ComingRun run({1, 2});
    run.come(1);
    run.finish();
    REQUIRE(run.follow("live", {"--method", "pca"}).code == 0);
    const Outcome other = run.follow("live", {"--method", "pca", "--per-epoch"});
    CHECK(other.code == 1);
    CHECK_THAT(other.err, contains("was made with per_epoch"));
    CHECK(run.follow("live", quick_spacetime).code == 1);
    put_npy(run.path() / "dataset/labels.npy", "<i8", "(40,)", std::vector<std::int64_t>(40, 0));
    CHECK_THAT(run.follow("live", {"--method", "pca"}).err, contains("has other samples"));
    CHECK(open_dataset(run.beside("live")).series.epoch_count() == 1);
}

// Run by the test below in a process of its own, which is killed.
TEST_CASE("follows what EPOCHSCOPE_FOLLOWED names", "[.followed]") {
    const char* run = std::getenv("EPOCHSCOPE_FOLLOWED");
    if (run == nullptr) return skip("it is not named");
    std::vector<std::string> words{"project", run, "--follow", "--out",
                                   fs::path(run).parent_path() / "live"};
    words.insert(words.end(), quick_spacetime.begin(), quick_spacetime.end());
    CHECK(call(words).code == 0);
}

TEST_CASE("a follower that is killed at any moment leaves a folder that opens", "[cli]") {
    const std::vector<int> numbers{1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    const ComingRun run(numbers);
    for (const int number : numbers) run.come(number);
    run.finish();
    ::setenv("EPOCHSCOPE_FOLLOWED", run.path().c_str(), 1);
    const fs::path self = fs::read_symlink("/proc/self/exe");
    std::size_t whole = 0;
    for (int attempt = 0; attempt < 12; ++attempt) {
        const pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            ::execl(self.c_str(), self.c_str(), "[.followed]", nullptr);
            ::_exit(127);
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(60 + 37 * attempt));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        if (!fs::exists(run.beside("live"))) continue;
        const Dataset dataset = open_dataset(run.beside("live"));
        CHECK(dataset.warnings.empty());
        // What was whole stays.
        CHECK(dataset.series.epoch_count() >= whole);
        whole = dataset.series.epoch_count();
    }
    REQUIRE(run.follow("live", quick_spacetime).code == 0);
    REQUIRE(run.follow("unbroken", quick_spacetime).code == 0);
    CHECK(open_dataset(run.beside("live")).series.epoch_count() == numbers.size());
    expect_same_start(run.beside("live"), run.beside("unbroken"));
}

TEST_CASE("one by one, the digits keep neighbours and journey", "[cli]") {
    if (is_sanitized) return skip("takes minutes under a sanitizer, and shows nothing more there");
    const auto run = shared_data("recordings/digits-classifier");
    if (!run) return;
    const TemporaryFolder folder;
    fs::copy(*run, folder.path() / "run", fs::copy_options::recursive);
    fs::permissions(folder.path() / "run", fs::perms::owner_all, fs::perm_options::add);
    std::ofstream(folder.path() / "run/finished");
    const std::string out = (folder.path() / "live").string();
    REQUIRE(call({"project", (folder.path() / "run").string(), "--follow", "--method", "spacetime",
                  "--map-epochs", "0", "--neighbours", "0", "--out", out})
                .code == 0);
    const Outcome outcome = call({"metrics", run->string(), out, "--json", "--no-controls"});
    REQUIRE(outcome.code == 0);
    const auto found = nlohmann::json::parse(outcome.out);
    const auto mean = [&](const char* name) { return found[name]["mean"].get<double>(); };
    // All epochs together: 0.607, 0.763, 0.50 and 0.992; the best plane of all epochs has a tau of
    // 0.59. One by one: 0.604, 0.703, 0.52 and 0.988; other processors round otherwise.
    CHECK(mean("nn_pv") >= 0.58);
    CHECK(mean("temp_g_tau") >= 0.69);
    CHECK(mean("step_agreement") >= 0.42);
    CHECK(mean("trustworthiness") >= 0.984);
}
