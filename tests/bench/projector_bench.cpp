// The tensors of TensorBoard's projector in text, 100,000 x 128, against numpy.loadtxt.
#include "bench.h"
#include "peer.h"
#include "scrub/folder.h"

#include <epochscope/io/recording.h>

#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <string>

namespace epochscope::bench {

namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

constexpr std::size_t rows = 100'000;
constexpr std::size_t columns = 128;

/// As torch.utils.tensorboard writes it: str() of a double that was a float.
void write_tensors(const fs::path& file) {
    std::string text;
    std::array<char, 32> digits{};
    double angle = 0;
    for (std::size_t i = 0; i < rows * columns; ++i) {
        angle += 0.7;
        const auto value = static_cast<double>(static_cast<float>(std::sin(angle) * 3));
        const auto end = std::to_chars(digits.begin(), digits.end(), value).ptr;
        text.append(digits.begin(), end);
        text += (i + 1) % columns == 0 ? '\n' : '\t';
    }
    std::ofstream(file, std::ios::binary) << text;
}

}  // namespace

void bench_projector() {
    const Folder folder;
    const fs::path file = folder.path() / "tensors.tsv";
    write_tensors(file);
    double sum = 0;
    const double seconds = seconds_of(
        [&] {
            const RecordedRun run = open_recording(folder.path());
            sum = 0;
            for (const float value : run.recording.epoch(0).embeddings.values)
                sum += static_cast<double>(value);
        },
        3);
    ordered_json figures{{"rows", rows},
                         {"columns", columns},
                         {"megabytes", static_cast<double>(fs::file_size(file)) / 1e6},
                         {"seconds", seconds}};
    if (const auto peer = peer_result("loadtxt_peer.py", "'" + file.string() + "'")) {
        figures["numpy"] = (*peer)["version"];
        figures["numpy_seconds"] = (*peer)["seconds"];
        figures["times_faster_than_numpy"] = (*peer)["seconds"].get<double>() / seconds;
        figures["difference"] = std::abs(sum - (*peer)["sum"].get<double>());
    }
    report("projector tensors", figures);
}

}  // namespace epochscope::bench
