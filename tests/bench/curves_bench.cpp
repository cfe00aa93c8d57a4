// A million scalars of TensorBoard's events, against Python's protobuf; and what is drawn of a
// curve of a million points.
#include "bench.h"
#include "io/files/crc32c.h"
#include "peer.h"
#include "scrub/folder.h"

#include <epochscope/io/training_curves.h>
#include <epochscope/render/curve_line.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>

namespace epochscope::bench {

namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

constexpr std::size_t events = 1'000'000;

template <typename Number>
void append(std::string& bytes, Number number) {
    char raw[sizeof number];
    std::memcpy(raw, &number, sizeof number);
    bytes.append(raw, sizeof number);
}

void append_varint(std::string& bytes, std::uint64_t number) {
    for (; number >= 0x80U; number >>= 7U)
        bytes += static_cast<char>(static_cast<std::uint8_t>(number) | 0x80U);
    bytes += static_cast<char>(number);
}

void append_text(std::string& bytes, unsigned field, const std::string& text) {
    append_varint(bytes, (field << 3U) | 2U);
    append_varint(bytes, text.size());
    bytes += text;
}

/// An event of one scalar, as torch.utils.tensorboard writes it.
std::string event(double wall_time, std::uint64_t step, const std::string& tag, float number) {
    std::string value;
    append_text(value, 1, tag);
    append_varint(value, (2U << 3U) | 5U);
    append(value, number);
    std::string summary;
    append_text(summary, 1, value);
    std::string bytes;
    append_varint(bytes, (1U << 3U) | 1U);
    append(bytes, wall_time);
    append_varint(bytes, 2U << 3U);
    append_varint(bytes, step);
    append_text(bytes, 5, summary);
    return bytes;
}

std::uint32_t checksum_of(const char* bytes, std::size_t size) {
    return masked_crc32c({reinterpret_cast<const std::uint8_t*>(bytes), size});
}

void write_events(const fs::path& file) {
    const std::array<std::string, 4> tags{"train/loss", "train/accuracy", "train/grad_norm",
                                          "train/rate"};
    std::ofstream out(file, std::ios::binary);
    std::string bytes;
    for (std::size_t i = 0; i < events; ++i) {
        const std::string data = event(1.6e9 + static_cast<double>(i), i / 4, tags[i % 4],
                                       static_cast<float>(std::sin(static_cast<double>(i) * 1e-4)));
        const std::size_t begin = bytes.size();
        append(bytes, static_cast<std::uint64_t>(data.size()));
        append(bytes, checksum_of(bytes.data() + begin, 8));
        bytes += data;
        append(bytes, checksum_of(data.data(), data.size()));
    }
    out << bytes;
}

void read_events_beside_python() {
    const Folder folder;
    const fs::path file = folder.path() / "events.out.tfevents.1";
    write_events(file);
    double sum = 0;
    const double seconds = seconds_of([&] {
        const TrainingCurves curves = read_training_curves(file);
        sum = 0;
        for (const ScalarSeries& series : curves.runs.front().series)
            for (const double value : series.values) sum += value;
    });
    ordered_json figures{
        {"events", events},
        {"megabytes", static_cast<double>(fs::file_size(file)) / 1e6},
        {"seconds", seconds},
        {"one_thread_seconds", seconds_of([&] { read_training_curves(file, {}, 1); }, 3)}};
    std::string arguments(1, '\'');
    arguments += file.string();
    arguments += "' '" EPOCHSCOPE_SOURCE_DIR "/src/io/curves/event.proto'";
    const auto peer = peer_result("curves_peer.py", arguments);
    if (peer) {
        figures["python_protobuf"] = (*peer)["implementation"];
        figures["python_seconds"] = (*peer)["seconds"];
        figures["times_faster_than_python"] = (*peer)["seconds"].get<double>() / seconds;
        figures["difference"] = std::abs(sum - (*peer)["checksum"].get<double>());
    }
    report("tensorboard events", figures);
}

void thin_curve() {
    std::vector<double> x(events);
    std::vector<double> y(events);
    for (std::size_t i = 0; i < events; ++i) {
        x[i] = static_cast<double>(i);
        y[i] = std::sin(x[i] * 1e-5) + 0.1 * std::sin(x[i]);
    }
    std::size_t left = 0;
    const double seconds =
        seconds_of([&] { left = thinned(x, y, 0, static_cast<double>(events), 1200).size(); });
    const double smooth = seconds_of([&] { left += smoothed(y, 0.9).size() - events; });
    report("thinned curve", {{"points", events},
                             {"columns", 1200},
                             {"points_left", left},
                             {"seconds", seconds},
                             {"smoothing_seconds", smooth}});
}

}  // namespace

void bench_curves() {
    read_events_beside_python();
    thin_curve();
}

}  // namespace epochscope::bench
