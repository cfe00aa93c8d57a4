// The strongest influences on every sample of a run as large as the digits, and on 100 samples of a
// large one, against the plain numpy way on the same numbers.
#include "bench.h"
#include "io/npy_file.h"
#include "peer.h"
#include "scrub/folder.h"

#include <epochscope/analysis/influence.h>
#include <epochscope/io/recording.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <numeric>
#include <random>
#include <sstream>
#include <string>
#include <vector>

namespace epochscope::bench {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t class_number = 10;
constexpr std::size_t top = 10;

struct Shape {
    std::size_t samples = 0;
    std::size_t dimension = 0;
    std::size_t epochs = 0;
    /// The first of the samples.
    std::size_t asked = 0;
};

std::string shape_text(std::size_t rows, std::size_t columns) {
    std::ostringstream shape;
    shape << '(' << rows << ", " << columns << ')';
    return shape.str();
}

/// A run whose logits come to say the labels, of which one in ten is wrong.
void write_run(const fs::path& run, const Shape& shape) {
    std::mt19937 random(1);
    std::normal_distribution<float> normal;
    std::vector<std::int64_t> labels(shape.samples);
    for (auto& label : labels) label = static_cast<std::int64_t>(random() % class_number);
    std::ostringstream all;
    all << '(' << shape.samples << ",)";
    tests::put_npy(run / "dataset/labels.npy", "<i8", all.str(), labels);
    std::vector<float> rows(shape.samples * shape.dimension);
    std::vector<float> logits(shape.samples * class_number);
    for (std::size_t e = 0; e < shape.epochs; ++e) {
        for (float& value : rows) value = normal(random);
        for (std::size_t i = 0; i < shape.samples; ++i)
            for (std::size_t c = 0; c < class_number; ++c) {
                const bool is_said =
                    c == (static_cast<std::size_t>(labels[i]) + (i % 10 == 0)) % class_number;
                logits[i * class_number + c] =
                    normal(random) + (is_said ? 0.2F * static_cast<float>(e) : 0);
            }
        const fs::path folder = run / ("epochs/epoch_" + std::to_string(e + 1));
        tests::put_npy(folder / "embeddings.npy", "<f4", shape_text(shape.samples, shape.dimension),
                       rows);
        tests::put_npy(folder / "predictions.npy", "<f4", shape_text(shape.samples, class_number),
                       logits);
    }
}

/// How far the scores are from those of the peer, as a fraction; infinite where samples differ.
double difference(const TeachersFound& found, const nlohmann::json& peer) {
    double most = 0;
    for (std::size_t q = 0; q < found.samples.size(); ++q) {
        const auto compare = [&](const std::vector<Teacher>& ours, const char* role) {
            for (std::size_t k = 0; k < ours.size(); ++k) {
                const auto& theirs = peer[role][q][k];
                if (theirs[0] != ours[k].sample) most = HUGE_VAL;
                most = std::max(most, std::abs(theirs[1].get<double>() / ours[k].score - 1));
            }
        };
        compare(found.samples[q].proponents, "proponents");
        compare(found.samples[q].opponents, "opponents");
    }
    return most;
}

void compare(const Shape& shape) {
    const Folder folder;
    const fs::path run = folder.path() / "run";
    write_run(run, shape);
    const Recording recording = open_recording(run).recording;
    std::vector<std::size_t> asked(shape.asked);
    std::iota(asked.begin(), asked.end(), std::size_t{0});
    TeachersFound found;
    const double seconds =
        seconds_of([&] { found = teachers_of(recording, asked, {.count = top, .threads = 2}); }, 3);
    nlohmann::ordered_json figures{{"samples", shape.samples},
                                   {"dimension", shape.dimension},
                                   {"epochs", shape.epochs},
                                   {"asked", shape.asked},
                                   {"seconds", seconds}};
    if (const auto peer = peer_result(
            "influence_peer.py", quoted(run) + " " + std::to_string(shape.epochs) + " " +
                                     std::to_string(shape.asked) + " " + std::to_string(top))) {
        figures["numpy_seconds"] = (*peer)["seconds"];
        figures["times_faster"] = (*peer)["seconds"].get<double>() / seconds;
        figures["greatest_difference"] = difference(found, *peer);
    }
    report("influence", figures);
}

}  // namespace

void bench_influence() {
    compare({.samples = 1797, .dimension = 64, .epochs = 20, .asked = 1797});
    compare({.samples = 50'000, .dimension = 512, .epochs = 20, .asked = 100});
}

}  // namespace epochscope::bench
