#include "io/files/staging_folder.h"
#include "io/folders.h"

#include <epochscope/io/output_file.h>

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;
namespace fs = std::filesystem;

namespace {

std::string text_of(const fs::path& file) {
    const std::vector<std::uint8_t> bytes = read_file(file, 1 << 20);
    return {bytes.begin(), bytes.end()};
}

std::size_t files_in(const fs::path& folder) {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

/// No file can grow beyond this many bytes while it exists: what a full disk does.
class FileSizeLimit {
  public:
    explicit FileSizeLimit(rlim_t bytes) {
        getrlimit(RLIMIT_FSIZE, &before_);
        rlimit limit = before_;
        limit.rlim_cur = bytes;
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() {
        setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, handler_);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

  private:
    rlimit before_{};
    /// So that write fails in place of ending the program.
    void (*handler_)(int) = std::signal(SIGXFSZ, SIG_IGN);
};

}  // namespace

TEST_CASE("a file that is written can be read, and replaces what was there", "[io]") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "a file";
    put(file, "old");
    put(file, "new and longer");
    CHECK(text_of(file) == "new and longer");
    put(file, "");
    CHECK(text_of(file).empty());
    CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("where there is no room, what was there stays and nothing half-written is left", "[io]") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "kept";
    put(file, "old");
    const std::vector<std::uint8_t> large(100000, 7);
    {
        const FileSizeLimit limit(5000);
        CHECK_THROWS_WITH(write_file(file, large),
                          contains("kept: cannot be written (File too large)"));
        CHECK_THROWS_AS(write_file(folder.path() / "never there", large), Error);
    }
    CHECK(text_of(file) == "old");
    CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("a file that is written piece by piece is there when it is finished, and not before",
          "[io]") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "film.mp4";
    const bool was_there = GENERATE(false, true);
    if (was_there) put(file, "old");
    // Longer than any buffer.
    const std::string large(300000, 'x');
    SECTION("finished") {
        OutputFile output(file);
        output.write("begin ");
        output.write(large);
        output.write(std::as_bytes(std::span("end", 3)));
        CHECK(fs::exists(file) == was_there);
        CHECK(files_in(folder.path()) == (was_there ? 2 : 1));
        output.finish();
        CHECK(text_of(file) == "begin " + large + "end");
        CHECK(files_in(folder.path()) == 1);
    }
    SECTION("not finished: an exception, say") {
        {
            OutputFile output(file);
            output.write(large);
        }
        CHECK(files_in(folder.path()) == (was_there ? 1 : 0));
        if (was_there) CHECK(text_of(file) == "old");
    }
    SECTION("no room for a piece, or for the last of it") {
        const bool last = GENERATE(false, true);
        OutputFile output(file);
        {
            const FileSizeLimit limit(5000);
            if (last) {
                output.write(large.substr(0, 6000));
                CHECK_THROWS_WITH(output.finish(),
                                  contains("film.mp4: cannot be written (File too large)"));
            } else {
                CHECK_THROWS_WITH(output.write(large),
                                  contains("film.mp4: cannot be written (File too large)"));
            }
        }
        CHECK(fs::exists(file) == was_there);
        if (was_there) CHECK(text_of(file) == "old");
    }
    SECTION("written by another program, which goes by the ending") {
        OutputFile output(file);
        CHECK(output.path().extension() == ".mp4");
        CHECK(output.path().parent_path() == folder.path());
        std::ofstream(output.path(), std::ios::trunc) << "theirs";
        output.finish();
        CHECK(text_of(file) == "theirs");
        CHECK(files_in(folder.path()) == 1);
    }
}

TEST_CASE("a folder that a killed program left is removed by whoever writes there next", "[io]") {
    const TemporaryFolder folder;
    const fs::path target = folder.path() / "made.v1";
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        const StagingFolder unfinished(target);
        put(unfinished.path() / "inside/half", "half");
        ::_exit(0);
    }
    ::waitpid(child, nullptr, 0);
    const StagingFolder other(folder.path() / "made");
    CHECK(files_in(folder.path()) == 2);
    StagingFolder next(target);
    put(next.path() / "whole", "whole");
    CHECK(files_in(folder.path()) == 2);
    // Those of programs that live stay.
    CHECK(clear_leftovers(target).empty());
    CHECK(clear_leftovers(folder.path() / "made").empty());
    next.take_place();
    CHECK(text_of(target / "whole") == "whole");
}

TEST_CASE("what only looks like a leftover stays", "[io]") {
    const TemporaryFolder folder;
    const std::vector<std::string> names{"made.part-1",      "made.part-a-0",  "made.part-1-0x",
                                         ".part-1-0",        "mades.part-1-0", "made.party-1-0",
                                         "made.part-0-1.rar"};
    for (const std::string& name : names) put(folder.path() / name, "theirs");
    CHECK(clear_leftovers(folder.path() / "made").empty());
    put(folder.path() / "made.part-1-0/half", "left");
    put(folder.path() / ".made.part-12-3.json", "left");
    CHECK(clear_leftovers(folder.path() / "made").size() == 2);
    CHECK(files_in(folder.path()) == names.size());
}

TEST_CASE("two who write the same file do not get in each other's way", "[io]") {
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "file";
    OutputFile first(file);
    OutputFile second(file);
    first.write("first");
    second.write("second");
    second.finish();
    CHECK(text_of(file) == "second");
    first.finish();
    CHECK(text_of(file) == "first");
    CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("what is not a regular file is neither replaced nor written into", "[io]") {
    const TemporaryFolder folder;
    const std::vector<std::uint8_t> bytes{1, 2, 3};
    fs::create_directory(folder.path() / "folder");
    CHECK_THROWS_WITH(write_file(folder.path() / "folder", bytes), contains("not a regular file"));
    CHECK_THROWS_WITH(write_file("/dev/full", bytes), contains("not a regular file"));
    CHECK_THROWS_WITH(write_file(folder.path() / "missing" / "file", bytes),
                      contains("cannot be written (No such file or directory)"));
    put(folder.path() / "file", "x");
    CHECK_THROWS_WITH(write_file(folder.path() / "file" / "below", bytes),
                      contains("cannot be written (Not a directory)"));
    CHECK(files_in(folder.path()) == 2);
}

TEST_CASE("a link that is written through still points where it did", "[io]") {
    const TemporaryFolder folder;
    put(folder.path() / "target", "old");
    fs::create_symlink("target", folder.path() / "link");
    put(folder.path() / "link", "new");
    CHECK(fs::is_symlink(folder.path() / "link"));
    CHECK(text_of(folder.path() / "target") == "new");
}

TEST_CASE("only regular files of at most the limit are read", "[io]") {
    const TemporaryFolder folder;
    put(folder.path() / "ten", "0123456789");
    CHECK(read_file(folder.path() / "ten", 10).size() == 10);
    CHECK_THROWS_WITH(read_file(folder.path() / "ten", 9),
                      contains("has 10 bytes, expected at most 9"));
    CHECK_THROWS_WITH(read_file(folder.path() / "none", 9), contains("No such file or directory"));
    CHECK_THROWS_WITH(read_file(folder.path(), 9), contains("is not a regular file"));
    CHECK_THROWS_WITH(read_file("/dev/zero", 9), contains("is not a regular file"));
    const fs::path pipe = folder.path() / "pipe";
    REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
    CHECK_THROWS_WITH(read_file(pipe, 9), contains("is not a regular file"));
}
