#include "export/sample.h"
#include "support/catch.h"
#include "support/data.h"

#include <epochscope/export/frames.h>
#include <epochscope/io/file.h>
#include <epochscope/io/png.h>
#include <epochscope/io/process.h>

#include <sys/stat.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <stop_token>
#include <string>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

FrameRun run_of(std::vector<double> playheads, Size size) {
    return {
        .view = plain_view(), .size = size, .playheads = std::move(playheads), .paint_text = {}};
}

/// What a command prints.
std::string output_of(const std::string& command) {
    FILE* pipe = popen(command.c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::string output;
    std::array<char, 256> part{};
    while (std::fgets(part.data(), part.size(), pipe) != nullptr) output += part.data();
    CHECK(pclose(pipe) == 0);
    return output;
}

/// Whether ffmpeg and ffprobe are there; skips the test if not.
bool have_programs() {
    if (have_ffmpeg() && find_program("ffprobe")) return true;
    skip("ffmpeg or ffprobe is not there");
    return false;
}

/// A program of this name that is a shell script.
void write_script(const std::filesystem::path& file, const std::string& lines) {
    std::ofstream(file) << "#!/bin/sh\n" << lines << '\n';
    REQUIRE(chmod(file.c_str(), 0755) == 0);
}

/// An ffmpeg that is a script, alone in PATH but for the system's own programs.
struct FakeFfmpeg {
    explicit FakeFfmpeg(const std::string& lines) {
        write_script(folder.path() / "ffmpeg", lines);
        std::filesystem::create_directory(folder.path() / "out");
    }
    TemporaryFolder folder;
    std::filesystem::path out = folder.path() / "out";
    PathVariable path{folder.path().string() + ":/usr/bin:/bin"};
};

}  // namespace

TEST_CASE("video: what was asked for is in the file") {
    if (!have_programs()) return;
    const TemporaryFolder folder;
    const Dataset dataset = sample_dataset();
    const auto ending = GENERATE(as<std::string>(), ".mp4", ".mkv", ".webm", ".gif", ".MP4");
    const auto file = folder.path() / ("-a name: with% odd letters" + ending);
    export_video(dataset, run_of({0, 0.25, 0.5, 0.75, 1}, {120, 80}), file, 12.5);
    CHECK(names_in(folder.path()).size() == 1);
    const std::string facts = output_of(
        "ffprobe -v error -count_frames -select_streams v:0 -show_entries "
        "stream=width,height,r_frame_rate,nb_read_frames -of default 'file:" +
        file.string() + "'");
    CHECK_THAT(facts, contains("width=120\n") && contains("height=80\n"));
    CHECK_THAT(facts, contains("nb_read_frames=5\n"));
    CHECK_THAT(facts, contains("r_frame_rate=25/2\n"));
}

TEST_CASE("video: frames show the samples, odd sizes are filled with the canvas colour") {
    if (!have_programs()) return;
    const TemporaryFolder folder;
    const Dataset dataset = sample_dataset();
    FrameRun run = run_of({0, 2}, {101, 101});
    run.view.style.canvas = {20, 30, 60};
    run.view.style.point_radius = 8;
    const auto file = folder.path() / "film.mp4";
    export_video(dataset, run, file, 2);
    output_of("ffmpeg -v error -i '" + file.string() + "' -f image2 '" +
              (folder.path() / "%d.png").string() + "'");
    const auto near = [](Colour a, Colour b) {
        return std::abs(a.r - b.r) < 12 && std::abs(a.g - b.g) < 12 && std::abs(a.b - b.b) < 12;
    };
    const Image second = read_png(folder.path() / "2.png");
    REQUIRE(second.size == Size{102, 102});
    // (8,2) of 10 units on 101 pixels, at 0.85 over the canvas.
    CHECK(near(colour_at(second, 80, 80), {3, 5, 226}));
    CHECK(near(colour_at(second, 50, 20), {220, 113, 9}));
    CHECK(near(colour_at(second, 20, 80), {20, 30, 60}));
    CHECK(near(colour_at(second, 101, 101), {20, 30, 60}));
    CHECK(near(colour_at(read_png(folder.path() / "1.png"), 20, 80), {3, 5, 226}));
}

TEST_CASE("video: the same frames give the same bytes") {
    if (!have_programs()) return;
    const TemporaryFolder folder;
    const Dataset dataset = sample_dataset();
    const auto ending = GENERATE(as<std::string>(), ".mp4", ".mkv");
    const auto one = folder.path() / ("one" + ending);
    const auto two = folder.path() / ("two" + ending);
    for (const auto& file : {one, two}) export_video(dataset, run_of({0, 1, 2}, {64, 64}), file, 5);
    CHECK(read_file(one, 1U << 20U) == read_file(two, 1U << 20U));
}

TEST_CASE("video: without ffmpeg the message says how to get it") {
    const TemporaryFolder folder;
    const PathVariable path(folder.path().string());
    CHECK_FALSE(have_ffmpeg());
    CHECK_THROWS_WITH(
        export_video(sample_dataset(), run_of({0}, {64, 64}), folder.path() / "film.mp4", 10),
        contains("ffmpeg") && contains("install"));
    CHECK(names_in(folder.path()).empty());
}

TEST_CASE("video: other endings, rates, sizes and targets are refused") {
    const TemporaryFolder folder;
    const Dataset dataset = sample_dataset();
    const FrameRun run = run_of({0}, {64, 64});
    const auto film = folder.path() / "film.mp4";
    CHECK_THROWS_WITH(export_video(dataset, run, folder.path() / "film.avi", 10),
                      contains(".webm"));
    CHECK_THROWS_WITH(export_video(dataset, run, folder.path() / "film", 10), contains(".mp4"));
    for (const double rate : {0.0, -1.0, 1e9, std::nan("")})
        CHECK_THROWS_WITH(export_video(dataset, run, film, rate), contains("rate"));
    CHECK_THROWS_AS(export_video(dataset, run_of({0}, {0, 64}), film, 10), Error);
    std::filesystem::create_directory(film);
    CHECK_THROWS_WITH(export_video(dataset, run, film, 10), contains("not a regular file"));
    CHECK(std::filesystem::is_directory(film));
}

TEST_CASE("video: into a folder that is not there") {
    const FakeFfmpeg fake("cat > /dev/null");
    CHECK_THROWS_WITH(export_video(sample_dataset(), run_of({0}, {64, 64}),
                                   fake.out / "missing" / "film.mp4", 10),
                      contains("missing/film.mp4") && contains("cannot be written"));
}

TEST_CASE("video: a failing ffmpeg is quoted, and what was there stays") {
    const FakeFfmpeg fake(
        "head -c 1000 > /dev/null; echo first >&2; echo 'No space left on device' >&2; exit 3");
    const auto film = fake.out / "film.mp4";
    write_file(film, std::array<std::uint8_t, 3>{'o', 'l', 'd'});
    CHECK_THROWS_WITH(
        export_video(sample_dataset(), run_of(std::vector<double>(20, 0), {300, 300}), film, 10),
        contains("exit code 3") && contains("No space left on device") && !contains("first"));
    CHECK(names_in(fake.out) == std::vector<std::string>{"film.mp4"});
    CHECK(read_file(film, 10).size() == 3);
}

TEST_CASE("video: an ffmpeg that complains at length stops neither itself nor us") {
    const FakeFfmpeg fake(
        "yes 'a long complaint' | head -c 300000 >&2; echo >&2; echo 'the last complaint' >&2; cat "
        "> /dev/null; exit 1");
    CHECK_THROWS_WITH(export_video(sample_dataset(), run_of(std::vector<double>(20, 0), {300, 300}),
                                   fake.out / "film.mkv", 10),
                      contains("exit code 1): the last complaint"));
    CHECK(names_in(fake.out).empty());
}

TEST_CASE("video: an ffmpeg that ends early without a word has failed") {
    const FakeFfmpeg fake("exec 0<&-; exit 0");
    CHECK_THROWS_WITH(
        export_video(sample_dataset(), run_of(std::vector<double>(200, 0), {300, 300}),
                     fake.out / "film.gif", 10),
        contains("ffmpeg failed"));
    CHECK(names_in(fake.out).empty());
}

TEST_CASE("video: stopped, it leaves nothing and ends ffmpeg") {
    // Takes nothing in: the writer waits, and must see the stop while it does.
    const FakeFfmpeg fake("echo $$ > \"$(dirname \"$0\")/pid\"; sleep 600; exit 0");
    std::stop_source stop;
    const Job job{.progress =
                      [&](double fraction) {
                          if (fraction > 0) stop.request_stop();
                      },
                  .stop = stop.get_token()};
    CHECK_THROWS_AS(
        export_video(sample_dataset(), run_of({0, 1, 2}, {64, 64}), fake.out / "film.mp4", 10, job),
        Cancelled);
    CHECK(names_in(fake.out).empty());
    std::ifstream pid_file(fake.folder.path() / "pid");
    std::string pid;
    if (pid_file >> pid) CHECK_FALSE(std::filesystem::exists("/proc/" + pid));
}

TEST_CASE("programs: looked for in PATH, folders relative to here passed over") {
    const TemporaryFolder folder;
    write_script(folder.path() / "tool", "exit 0");
    std::ofstream(folder.path() / "text") << "no program";
    std::filesystem::create_directory(folder.path() / "folder");
    const PathVariable path("::relative:/nonexistent:" + folder.path().string());
    CHECK(find_program("tool") == folder.path() / "tool");
    CHECK_FALSE(find_program("text"));
    CHECK_FALSE(find_program("folder"));
    CHECK_FALSE(find_program("nothing"));
}
