#include "cli/call.h"
#include "cli/folder.h"
#include "cli/two_classes.h"
#include "support/catch.h"
#include "support/data.h"

#include <epochscope/io/output_file.h>

#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;
namespace fs = std::filesystem;

namespace {

std::string bytes_at(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// A log of signals, a recording and a folder made of it.
struct Inputs {
    TemporaryFolder folder;
    std::string run = put_run(folder.path()).string();
    std::string picture = (folder.path() / "picture").string();
    std::string log = (folder.path() / "log.jsonl").string();

    Inputs() {
        REQUIRE(call({"project", run, "--method", "pca", "--out", picture}).code == 0);
        std::ofstream(log) << R"({"id": 1, "label": 0, "probs": [0.5, 0.5]})" << '\n';
    }
};

}  // namespace

TEST_CASE("no verb writes over what it reads, whatever path leads there") {
    const Inputs made;
    const std::string info = made.picture + "/info.json";
    const std::string by_link = (made.folder.path() / "link").string();
    fs::create_directory_symlink(made.picture, by_link);
    fs::create_hard_link(made.log, made.folder.path() / "hard");
    const std::string hard = (made.folder.path() / "hard").string();
    const std::vector<std::vector<std::string>> calls{
        {"datamap", made.log, "--tsv", made.log},
        {"datamap", made.log, "--tsv", hard},
        {"datamap", made.log, "--png", made.log},
        {"datamap", made.log, "--svg", made.log},
        {"datamap", made.run, "--select", "aum", "--ids", made.run + "/dataset/labels.npy"},
        {"datamap", made.picture, "--out", made.picture},
        {"metrics", made.run, made.picture, "--csv", info},
        {"metrics", made.run, made.picture, "--csv", by_link + "/info.json"},
        {"metrics", made.run, by_link, "--csv", info},
        {"export", made.picture, "--html", info},
        {"export", made.picture, "--video", info},
        {"export", made.picture, "--png", info},
        {"export", made.picture, "--out", by_link},
        {"report", made.picture, "--out", info},
        {"query", made.picture, "label = 1", "--out", info},
        {"compare", made.picture, made.run, "--csv", made.run + "/dataset/labels.npy"},
        {"convert", made.picture, "--to", "npy", "--out", made.picture + "/."},
        {"project", made.run, "--method", "pca", "--out", made.run},
        {"project", made.run, "--with", made.picture, "--out", made.picture},
        {"project", made.run, "--method", "pca", "--out", by_link + "-new", "--png", info, "--with",
         made.picture},
        {"prototypes", made.run, "--over", made.picture, "--clusters", "2", "--out", by_link},
    };
    const std::string before = bytes_at(info);
    const std::string log_before = bytes_at(made.log);
    for (const auto& arguments : calls) {
        std::string line;
        for (const std::string& argument : arguments) line += argument + ' ';
        CAPTURE(line);
        const Outcome outcome = call(arguments);
        CHECK(outcome.code == 2);
        CHECK_THAT(outcome.err, contains("which is read; expected a path outside of it") ||
                                    contains("is what is read, expected another path"));
        CHECK(bytes_at(info) == before);
        CHECK(bytes_at(made.log) == log_before);
    }
    const std::string plot = (made.folder.path() / "plot").string();
    const Outcome twice = call({"datamap", made.log, "--tsv", plot, "--ids",
                                made.folder.path().string() + "/./plot", "--select", "aum"});
    CHECK(twice.code == 2);
    CHECK_THAT(twice.err, contains("is what --tsv writes, expected another path"));
    CHECK_FALSE(fs::exists(plot));
    // What is new may stand beside what is read, and be made anew.
    const std::string table = (made.folder.path() / "table.tsv").string();
    for (int time = 0; time < 2; ++time)
        CHECK(call({"datamap", made.log, "--tsv", table}).code == 0);
}

TEST_CASE("what a killed program left is named and removed by the next run") {
    const Inputs made;
    const fs::path table = made.folder.path() / "table.tsv";
    const fs::path film = made.folder.path() / "film.mp4";
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        OutputFile unfinished(table);
        OutputFile other(film);
        unfinished.write("half");
        ::_exit(0);
    }
    ::waitpid(child, nullptr, 0);
    // Not of a dead program: this one writes it.
    const OutputFile writing(table);
    const auto hidden = [&] {
        std::size_t count = 0;
        for (const auto& entry : fs::directory_iterator(made.folder.path()))
            count += entry.path().filename().string().starts_with('.') ? 1U : 0U;
        return count;
    };
    CHECK(hidden() == 3);
    const Outcome outcome = call({"datamap", made.log, "--tsv", table.string()});
    CHECK(outcome.code == 0);
    CHECK_THAT(outcome.err, contains("was left by a program that was killed; it is removed"));
    CHECK(hidden() == 2);
    CHECK(fs::exists(writing.path()));
}
