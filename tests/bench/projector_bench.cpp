// The tensors of TensorBoard's projector in text, 100,000 x 128, printed in the usual ways, against
// numpy.loadtxt.
#include "bench.h"
#include "peer.h"
#include "scrub/folder.h"

#include <epochscope/io/recording.h>

#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <span>
#include <string>

namespace epochscope::bench {

namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

constexpr std::size_t rows = 100'000;
constexpr std::size_t columns = 128;

/// A way to print the numbers of a file.
struct Printing {
    const char* name;
    /// Of printf; null: as torch.utils.tensorboard prints, str() of a double that was a float.
    const char* format;
    double scale;
};

constexpr std::array printings{
    Printing{"add_embedding", nullptr, 3},
    Printing{"add_embedding, small", nullptr, 3e-4},
    Printing{"%.7g", "%.7g", 3},
    Printing{"%.9g", "%.9g", 3},
    Printing{"%.4f", "%.4f", 3},
    Printing{"%.18e (savetxt)", "%.18e", 3},
    Printing{"%.6e", "%.6e", 3},
    Printing{"%.0f", "%.0f", 3000},
    Printing{"-0.5 and 1e-05", "%g", 1e-05},
};

std::size_t print(std::span<char> text, const Printing& printing, double value) {
    if (printing.format == nullptr)
        return static_cast<std::size_t>(
            std::to_chars(text.data(), text.data() + text.size(), value).ptr - text.data());
    return static_cast<std::size_t>(
        std::snprintf(text.data(), text.size(), printing.format, value));
}

void write_tensors(const fs::path& file, const Printing& printing) {
    std::string text;
    std::array<char, 64> digits{};
    double angle = 0;
    const bool has_two_values = printing.scale == 1e-05;
    for (std::size_t i = 0; i < rows * columns; ++i) {
        angle += 0.7;
        auto value = static_cast<double>(static_cast<float>(std::sin(angle) * printing.scale));
        if (has_two_values) value = value < 0 ? -0.5 : 1e-05;
        text.append(digits.data(), print(digits, printing, value));
        text += (i + 1) % columns == 0 ? '\n' : '\t';
    }
    std::ofstream(file, std::ios::binary) << text;
}

void bench_printing(const Printing& printing) {
    const Folder folder;
    const fs::path file = folder.path() / "tensors.tsv";
    write_tensors(file, printing);
    double sum = 0;
    const double seconds = seconds_of(
        [&] {
            const RecordedRun run = open_recording(folder.path());
            sum = 0;
            for (const float value : run.recording.epoch(0).embeddings.values)
                sum += static_cast<double>(value);
        },
        5);
    ordered_json figures{{"printed", printing.name},
                         {"rows", rows},
                         {"columns", columns},
                         {"megabytes", static_cast<double>(fs::file_size(file)) / 1e6},
                         {"seconds", seconds}};
    if (const auto peer = peer_result("loadtxt_peer.py", quoted(file))) {
        figures["numpy"] = (*peer)["version"];
        figures["numpy_seconds"] = (*peer)["seconds"];
        figures["times_faster_than_numpy"] = (*peer)["seconds"].get<double>() / seconds;
        figures["difference"] = std::abs(sum - (*peer)["sum"].get<double>());
    }
    report("projector tensors", figures);
}

}  // namespace

void bench_projector() {
    for (const Printing& printing : printings) bench_printing(printing);
}

}  // namespace epochscope::bench
