#include "first_frame_bench.h"

#include "app/canvas/level_of_detail.h"
#include "bench.h"

#include <epochscope/io/open.h>
#include <epochscope/render/compose.h>
#include <epochscope/render/raster.h>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <fstream>
#include <optional>
#include <stdexcept>

namespace epochscope::bench {

namespace {

namespace fs = std::filesystem;

constexpr Size canvas{1280, 800};

Image picture_of(const EpochSeries& series, double playhead, std::size_t stride) {
    ViewState view;
    view.playhead = playhead;
    Image image(canvas);
    raster(compose(series, view, canvas, {}, stride), image);
    return image;
}

/// What the system has of the folder's files in memory is dropped, so that they are read from the
/// disk. Nobody may have them mapped.
void make_cold(const fs::path& folder) {
    for (const auto& entry : fs::directory_iterator(folder)) {
        const int file = ::open(entry.path().c_str(), O_RDONLY | O_CLOEXEC);
        if (file < 0 || ::fdatasync(file) != 0 ||
            ::posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED) != 0)
            throw std::runtime_error(entry.path().string() + " cannot be made cold");
        ::close(file);
    }
}

/// How far it goes: a dataset; a picture as the window first shows it, of fewer samples where all
/// would be late; a picture of all samples.
enum class Goal : std::uint8_t { opened, first_picture, exact_picture };
constexpr std::array goals{Goal::opened, Goal::first_picture, Goal::exact_picture};
constexpr std::array goal_names{"open", "first_picture", "exact_picture"};

void reach(const fs::path& folder, Goal goal) {
    const Dataset dataset = open_dataset(folder);
    if (goal == Goal::opened) return;
    const std::size_t samples = dataset.series.sample_count();
    const std::size_t stride =
        goal == Goal::first_picture ? app::LevelOfDetail().stride_for(samples) : std::size_t{1};
    if (picture_of(dataset.series, 0, stride).rgba.empty()) throw std::runtime_error("no picture");
}

struct Times {
    std::vector<double> wall;
    std::vector<double> processor;

    void add(const fs::path& folder, Goal goal) {
        const std::clock_t spent = std::clock();
        const auto begin = std::chrono::steady_clock::now();
        reach(folder, goal);
        const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
        wall.push_back(seconds.count());
        processor.push_back(static_cast<double>(std::clock() - spent) / CLOCKS_PER_SEC);
    }
};

/// All in turn, so that whatever else the machine does hits all of them.
void compare(const fs::path& small, const fs::path& large, bool cold) {
    constexpr int turns = 15;
    std::array<std::array<Times, 2>, goals.size()> times;
    for (int turn = 0; turn < turns; ++turn)
        for (std::size_t goal = 0; goal < goals.size(); ++goal)
            for (const bool is_large : {false, true}) {
                const fs::path& folder = is_large ? large : small;
                if (cold) make_cold(folder);
                times[goal][is_large ? 1 : 0].add(folder, goals[goal]);
            }
    for (std::size_t goal = 0; goal < goals.size(); ++goal) {
        const auto& [of_small, of_large] = times[goal];
        report(std::string("array ") + goal_names[goal] + (cold ? ", cold" : ", warm"),
               {{"ms_1000_x_10", 1e3 * median(of_small.wall)},
                {"ms_1000000_x_100", 1e3 * median(of_large.wall)},
                {"times", median(of_large.wall) / median(of_small.wall)},
                {"processor_ms_1000_x_10", 1e3 * median(of_small.processor)},
                {"processor_ms_1000000_x_100", 1e3 * median(of_large.processor)}});
    }
}

/// Bytes of this process that are in memory: all, and those that are files'.
struct Resident {
    double all = 0;
    double files = 0;
};

Resident resident() {
    std::ifstream file("/proc/self/status");
    Resident result;
    for (std::string word; file >> word;) {
        if (word == "VmRSS:") file >> result.all;
        if (word == "RssFile:") file >> result.files;
    }
    return {1024 * result.all, 1024 * result.files};
}

/// Draws every epoch and what lies between it and the next; where `keeps` says how many epochs stay
/// in memory, as the window does, those left behind are released.
void scrub(const fs::path& large, std::optional<std::size_t> keeps) {
    const Dataset dataset = open_dataset(large);
    const EpochSeries& series = dataset.series;
    const Resident before = resident();
    Resident most;
    for (std::size_t e = 0; e + 1 < series.epoch_count(); ++e) {
        picture_of(series, static_cast<double>(e) + 0.5, 1);
        const Resident now = resident();
        most = {std::max(most.all, now.all), std::max(most.files, now.files)};
        if (keeps && e + 2 > *keeps) series.release(e + 2 - *keeps - 1);
    }
    const Resident after = resident();
    report(std::string("array resident after all epochs, ") +
               (keeps ? "released" : "nothing released"),
           {{"megabytes_when_opened", before.all / 1e6},
            {"megabytes_at_most", most.all / 1e6},
            {"megabytes_at_the_end", after.all / 1e6},
            {"of_files_at_most", most.files / 1e6},
            {"of_files_at_the_end", after.files / 1e6}});
}

}  // namespace

void bench_first_frame(const fs::path& small, const fs::path& large) {
    compare(small, large, false);
    compare(small, large, true);
    scrub(large, 4);
    scrub(large, std::nullopt);
}

}  // namespace epochscope::bench
