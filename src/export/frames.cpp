#include "export/picture.h"

#include <epochscope/compute/threads.h>
#include <epochscope/export/frames.h>
#include <epochscope/io/png.h>
#include <epochscope/render/travel.h>

#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <system_error>

namespace epochscope {

namespace {

constexpr std::size_t max_frames = 1'000'000;
/// The memory limit for pictures that wait to be encoded.
constexpr std::size_t picture_budget = std::size_t{512} << 20U;

void make_folder(const std::filesystem::path& folder) {
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed) throw Error(folder.string(), "cannot be created: ", failed.message());
    if (!std::filesystem::is_directory(folder, failed))
        throw Error(folder.string(), "is not a folder, expected one to write frames into");
}

std::string frame_name(std::size_t index) {
    std::string digits = std::to_string(index + 1);
    if (digits.size() < 5) digits.insert(0, 5 - digits.size(), '0');
    return "frame_" + digits + ".png";
}

/// The number of pictures that are drawn before they are encoded in parallel.
std::size_t batch_size(Size size, int threads) {
    const std::size_t bytes =
        static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height) * 4;
    return std::clamp<std::size_t>(picture_budget / bytes, 1, static_cast<std::size_t>(threads));
}

std::vector<double> epochs_as_playheads(const EpochSeries& series,
                                        std::span<const std::int64_t> epochs) {
    std::vector<double> playheads;
    if (epochs.empty())
        for (std::size_t e = 0; e < series.epoch_count(); ++e)
            playheads.push_back(static_cast<double>(e));
    for (const std::int64_t number : epochs) {
        const auto index = series.find_epoch(number);
        if (!index)
            throw Error("epochs", "there is no epoch ", number, ", expected one of the ",
                        series.epoch_count(), " from ", series.epochs().front().number, " to ",
                        series.epochs().back().number);
        playheads.push_back(static_cast<double>(*index));
    }
    return playheads;
}

/// `between` frames from each stop to the next, and the last.
std::vector<double> ways_between(const std::vector<double>& stops, int between) {
    if (between < 1) throw Error("between", "is ", between, ", expected at least 1");
    const std::size_t legs = stops.size() - 1;
    if (legs > (max_frames - 1) / static_cast<std::size_t>(between))
        throw Error("between", "makes more than ", max_frames, " frames");
    std::vector<double> playheads;
    playheads.reserve(legs * static_cast<std::size_t>(between) + 1);
    for (std::size_t leg = 0; leg < legs; ++leg)
        for (int k = 0; k < between; ++k)
            playheads.push_back(stops[leg] + (stops[leg + 1] - stops[leg]) * k / between);
    playheads.push_back(stops.back());
    return playheads;
}

}  // namespace

std::vector<double> playheads_of(const EpochSeries& series, std::span<const std::int64_t> epochs,
                                 int between) {
    return ways_between(epochs_as_playheads(series, epochs), between);
}

std::vector<double> playheads_through(std::size_t view_count, int between) {
    if (view_count == 0) throw Error("bookmarks", "there are none, expected at least one");
    std::vector<double> stops;
    for (std::size_t i = 0; i < view_count; ++i) stops.push_back(static_cast<double>(i));
    return ways_between(stops, between);
}

ViewState FrameRun::view_at(double playhead) const {
    if (stops.empty()) {
        ViewState at = view;
        at.playhead = playhead;
        return at;
    }
    const double from =
        std::floor(std::clamp(playhead, 0.0, static_cast<double>(stops.size() - 1)));
    const auto first = static_cast<std::size_t>(from);
    const std::size_t next = std::min(first + 1, stops.size() - 1);
    return travelled(stops[first], stops[next], eased(playhead - from));
}

void export_frames(const Dataset& dataset, const FrameRun& run, const std::filesystem::path& folder,
                   const Job& job) {
    PictureMaker maker(dataset, run);
    make_folder(folder);
    const int threads = threads_of(run.threads);
    tbb::task_arena arena(threads);
    const std::size_t count = run.playheads.size();
    const std::size_t batch = batch_size(run.size, threads);
    std::vector<Image> pictures(std::min(batch, count));
    // Drawing uses all threads for one picture, encoding one thread a picture.
    for (std::size_t first = 0; first < count; first += batch) {
        const std::size_t size = std::min(batch, count - first);
        for (std::size_t i = 0; i < size; ++i) {
            job.reached((static_cast<double>(first) + 0.5 * static_cast<double>(i)) /
                        static_cast<double>(count));
            pictures[i] = maker.at(run.playheads[first + i]);
        }
        arena.execute([&] {
            tbb::parallel_for(std::size_t{0}, size, [&](std::size_t i) {
                if (job.stop.stop_requested()) throw Cancelled();
                write_png(folder / frame_name(first + i), pictures[i]);
            });
        });
    }
    job.reached(1);
}

}  // namespace epochscope
