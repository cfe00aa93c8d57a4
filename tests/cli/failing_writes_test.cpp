// Whatever call of the system fails while a verb writes: the old content is whole, or the new one.
#include "cli/call.h"
#include "cli/failing_calls.h"
#include "cli/two_classes.h"
#include "support/catch.h"
#include "support/data.h"
#include "support/skip.h"

#include <epochscope/io/open.h>
#include <epochscope/model/dataset.h>

#include <cerrno>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;
namespace fs = std::filesystem;

namespace {

const std::string text_before = "what was there";

std::string content_at(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// What unfinished writing would leave.
std::vector<std::string> litter_in(const fs::path& folder) {
    std::vector<std::string> found;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        if (name.find(".part-") != std::string::npos || name.ends_with(".next"))
            found.push_back(entry.path().string());
    }
    return found;
}

/// A recording, a folder made of it, and a place for what verbs write.
struct TargetFolder {
    TemporaryFolder folder;
    std::string run = put_run(folder.path(), {1, 2, 3}).string();
    std::string picture = (folder.path() / "picture").string();
    fs::path out = folder.path() / "out";

    TargetFolder() {
        REQUIRE(call({"project", run, "--method", "pca", "--out", picture}).code == 0);
    }
    /// As it was before a call.
    void clear() const {
        fs::remove_all(out);
        fs::create_directory(out);
    }
    [[nodiscard]] std::string to(const std::string& name) const { return (out / name).string(); }
};

/// Calls a verb again and again, each time with another call of the system failing, until none
/// does. `before` makes the state before each; `expect` looks at what is there if it failed.
void with_each_call_failing(const std::vector<std::string>& arguments, int error,
                            const auto& before, const auto& expect_after) {
    constexpr std::size_t too_many = 2000;
    std::size_t failed = 0;
    for (std::size_t at = 0; at < too_many; ++at) {
        before();
        Outcome outcome;
        bool has_failed = false;
        {
            const FailingCalls failing(at, error);
            outcome = call(arguments);
            has_failed = failing.has_failed();
        }
        CAPTURE(arguments[0], at, error, outcome.err);
        if (error == EINTR || !has_failed) CHECK(outcome.code == 0);
        if (outcome.code != 0) CHECK_THAT(outcome.err, contains("cannot be "));
        expect_after(outcome.code == 0);
        if (!has_failed) {
            CHECK(failed > 0);
            return;
        }
        ++failed;
    }
    FAIL("there is no end of calls");
}

const std::vector<int> call_errors{ENOSPC, EACCES, EIO, EINTR};

}  // namespace

TEST_CASE("a file that cannot be written is the old one, whichever call fails", "[cli]") {
    if (is_sanitized) return skip("sanitizers have the system's calls for themselves");
    const TargetFolder made;
    const std::vector<std::pair<std::string, std::vector<std::string>>> calls{
        {"table.tsv", {"datamap", made.run, "--tsv"}},
        {"ids", {"datamap", made.run, "--select", "aum", "--fraction", "0.5", "--ids"}},
        {"metrics.csv", {"metrics", made.run, made.picture, "--no-controls", "--csv"}},
        {"rows.csv", {"query", made.picture, "label = 1", "--out"}},
        {"differ.csv", {"compare", made.picture, made.run, "--csv"}},
        {"page.html", {"export", made.picture, "--html"}},
        {"report.html", {"report", made.picture, "--out"}},
    };
    for (const auto& [name, words] : calls) {
        std::vector<std::string> arguments = words;
        const std::string file = made.to(name);
        arguments.push_back(file);
        for (const int error : call_errors)
            with_each_call_failing(
                arguments, error,
                [&] {
                    made.clear();
                    std::ofstream(file) << text_before;
                },
                [&](bool is_done) {
                    CHECK((content_at(file) == text_before) != is_done);
                    CHECK(litter_in(made.folder.path()).empty());
                });
    }
}

TEST_CASE("a folder that cannot be written is not there, whichever call fails", "[cli]") {
    if (is_sanitized) return skip("sanitizers have the system's calls for themselves");
    const TargetFolder made;
    const std::vector<std::vector<std::string>> calls{
        {"project", made.run, "--method", "pca", "--out"},
        {"convert", made.picture, "--to", "npy", "--out"},
        {"convert", made.picture, "--to", "json", "--out"},
        {"prototypes", made.run, "--over", made.picture, "--clusters", "2", "--batch", "16",
         "--out"},
        {"datamap", made.run, "--out"},
    };
    for (std::vector<std::string> arguments : calls) {
        const std::string target = made.to("made");
        arguments.push_back(target);
        for (const int error : call_errors)
            with_each_call_failing(
                arguments, error, [&] { made.clear(); },
                [&](bool is_done) {
                    CHECK(fs::exists(target) == is_done);
                    if (is_done) CHECK(open_dataset(target).series.sample_count() == 40);
                    CHECK(litter_in(made.folder.path()).empty());
                });
    }
}

TEST_CASE("what is stored in a folder is whole, whichever call fails", "[cli]") {
    if (is_sanitized) return skip("sanitizers have the system's calls for themselves");
    const TargetFolder made;
    const std::string target = made.to("picture");
    for (const int error : call_errors)
        with_each_call_failing(
            {"metrics", made.run, target, "--no-controls", "--write"}, error,
            [&] {
                made.clear();
                fs::copy(made.picture, target, fs::copy_options::recursive);
            },
            [&](bool is_done) {
                const Dataset dataset = open_dataset(target);
                if (is_done) CHECK(dataset.trust != nullptr);
                CHECK(litter_in(made.folder.path()).empty());
            });
}

TEST_CASE("frames are whole, and a growing folder goes on, whichever call fails", "[cli]") {
    if (is_sanitized) return skip("sanitizers have the system's calls for themselves");
    const TargetFolder made;
    with_each_call_failing(
        {"export", made.picture, "--no-landscape", "--size", "32x32", "--out", made.to("frames")},
        ENOSPC, [&] { made.clear(); },
        [&](bool is_done) {
            if (is_done) CHECK(fs::exists(made.to("frames") + "/frame_00003.png"));
            CHECK(litter_in(made.folder.path()).empty());
        });
    std::ofstream(fs::path(made.run) / "finished") << "";
    const std::vector<std::string> follow{"project", made.run, "--follow",     "--method",
                                          "pca",     "--out",  made.to("live")};
    for (const int error : call_errors)
        with_each_call_failing(
            follow, error, [&] { made.clear(); },
            [&](bool is_done) {
                if (fs::exists(made.to("live")))
                    CHECK(open_dataset(made.to("live")).warnings.empty());
                if (!is_done) CHECK(call(follow).code == 0);
                CHECK(open_dataset(made.to("live")).series.epoch_count() == 3);
                CHECK(litter_in(made.folder.path()).empty());
            });
}
