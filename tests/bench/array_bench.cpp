// Array folders: first pictures, going through all epochs mapped or read, and conversion.
#include "bench.h"
#include "first_frame_bench.h"
#include "scrub/folder.h"

#include <epochscope/io/open.h>
#include <epochscope/io/write_dataset.h>
#include <epochscope/model/playhead.h>

#include <fcntl.h>
#include <unistd.h>

#include <bit>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>

namespace epochscope::bench {

namespace {

namespace fs = std::filesystem;

/// Samples that circle about random places.
Dataset moving(std::size_t samples, std::size_t epochs) {
    std::mt19937 random(1);
    std::uniform_real_distribution<float> place(-8, 8);
    std::vector<EpochColumns> columns(epochs);
    for (std::size_t e = 0; e < epochs; ++e) {
        columns[e].number = static_cast<std::int64_t>(e);
        columns[e].positions.resize(samples);
        for (Point& p : columns[e].positions) p = {place(random), place(random)};
    }
    return {.series = make_series({{"a", "b"}, {}}, std::vector<std::int32_t>(samples, 1),
                                  std::move(columns)),
            .backgrounds = nullptr,
            .name = "moving",
            .path = {},
            .format = {},
            .warnings = {}};
}

/// Bytes of this process that are in memory now.
std::size_t resident() {
    std::ifstream file("/proc/self/statm");
    std::size_t all = 0;
    std::size_t pages = 0;
    file >> all >> pages;
    return pages * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

/// Looks at every bit, as fast as memory gives them.
float sum_of(std::span<const Point> points) {
    std::uint32_t sum = 0;
    for (const Point p : points)
        sum += std::bit_cast<std::uint32_t>(p.x) ^ std::bit_cast<std::uint32_t>(p.y);
    return static_cast<float>(sum);
}

void keep(float sum) {
    if (sum == 0.12345F) std::abort();
}

/// Milliseconds an epoch of going through all of a series, mapped or read into a buffer.
void compare_reading(const fs::path& folder) {
    const Dataset dataset = open_dataset(folder);
    const EpochSeries& series = dataset.series;
    const auto each = [&](auto look) {
        const double seconds = seconds_of(
            [&] {
                for (std::size_t e = 0; e < series.epoch_count(); ++e) look(e);
            },
            3);
        return 1e3 * seconds / static_cast<double>(series.epoch_count());
    };
    const std::size_t before = resident();
    std::size_t most = 0;
    const double released = each([&](std::size_t e) {
        keep(sum_of(series.positions(e)));
        most = std::max(most, resident());
        series.release(e);
    });
    const std::size_t most_released = most - before;
    const int file = ::open((folder / "positions.npy").c_str(), O_RDONLY | O_CLOEXEC);
    std::vector<Point> buffer(series.sample_count());
    const std::size_t size = buffer.size() * sizeof(Point);
    const double read = each([&](std::size_t e) {
        const auto count = ::pread(file, buffer.data(), size, static_cast<off_t>(128 + e * size));
        keep(static_cast<float>(count) + sum_of(buffer));
    });
    ::close(file);
    const double mapped = each([&](std::size_t e) { keep(sum_of(series.positions(e))); });
    report("array scrub 1000000 x 100",
           {{"ms_an_epoch_mapped_first_and_released", released},
            {"ms_an_epoch_mapped", mapped},
            {"ms_an_epoch_read", read},
            {"resident_megabytes_when_released", static_cast<double>(most_released) / 1e6},
            {"resident_megabytes_after_all", static_cast<double>(resident() - before) / 1e6}});
}

void bench_large() {
    const Folder folder;
    if (fs::space(folder.path()).available < 4'000'000'000U) {
        report("array", {{"skipped", "there is no room for 4 GB in " + folder.path().string()}});
        return;
    }
    write_clouds(folder.path() / "small", 1'000, 10);
    write_clouds(folder.path() / "large", 1'000'000, 100);
    bench_first_frame(folder.path() / "small", folder.path() / "large");
    compare_reading(folder.path() / "large");
}

void bench_convert() {
    const Folder folder;
    const Dataset dataset = moving(200'000, 10);
    const double megabytes = 200'000 * 10 * 8 / 1e6;
    const auto seconds = [&](DatasetFormat format) {
        return seconds_of(
            [&] {
                fs::remove_all(folder.path() / "out");
                write_dataset(dataset, format, folder.path() / "out", {});
            },
            3);
    };
    const double npy = seconds(DatasetFormat::npy);
    const double json = seconds(DatasetFormat::json);
    const double back =
        seconds_of([&] { keep(open_dataset(folder.path() / "out").series.frame().min.x); }, 3);
    report("array convert 200000 x 10",
           {{"megabytes_of_positions", megabytes},
            {"seconds_to_npy", npy},
            {"seconds_to_json", json},
            {"json_megabytes",
             static_cast<double>(fs::file_size(folder.path() / "out/data.json")) / 1e6},
            {"seconds_to_read_json", back}});
}

}  // namespace

void bench_array() {
    bench_large();
    bench_convert();
}

}  // namespace epochscope::bench
