// Nearest neighbours in feature space and t-SNE, against scikit-learn on the same rows.
#include "bench.h"
#include "io/npy_file.h"
#include "peer.h"
#include "scrub/folder.h"

#include <epochscope/analysis/feature_neighbours.h>
#include <epochscope/io/npy.h>
#include <epochscope/io/recording.h>
#include <epochscope/projection/tsne.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <random>
#include <span>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace epochscope::bench {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t side = 8;
constexpr std::size_t dimension = side * side;
using Digit = std::array<float, dimension>;

/// What a digit shows between its pixels; nothing outside.
float shade(std::span<const float> image, float x, float y) {
    const auto at = [&](int column, int row) {
        const bool inside = column >= 0 && row >= 0 && column < int{side} && row < int{side};
        return inside
                   ? image[static_cast<std::size_t>(row) * side + static_cast<std::size_t>(column)]
                   : 0.0F;
    };
    const auto column = static_cast<int>(std::floor(x));
    const auto row = static_cast<int>(std::floor(y));
    const float right = x - static_cast<float>(column);
    const float down = y - static_cast<float>(row);
    const float above = at(column, row) * (1 - right) + at(column + 1, row) * right;
    const float below = at(column, row + 1) * (1 - right) + at(column + 1, row + 1) * right;
    return above * (1 - down) + below * down;
}

/// A digit turned, shifted and noised.
Digit changed(std::span<const float> image, std::mt19937& random) {
    std::uniform_real_distribution<float> turn(-0.26F, 0.26F);
    std::uniform_real_distribution<float> shift(-0.7F, 0.7F);
    std::normal_distribution<float> noise(0, 8);
    const float angle = turn(random);
    const float dx = shift(random);
    const float dy = shift(random);
    constexpr float middle = (side - 1) / 2.0F;
    Digit made{};
    for (std::size_t i = 0; i < made.size(); ++i) {
        const float x = static_cast<float>(i % side) - middle;
        const float y = static_cast<float>(i / side) - middle;
        made[i] =
            noise(random) + shade(image, middle + dx + std::cos(angle) * x - std::sin(angle) * y,
                                  middle + dy + std::sin(angle) * x + std::cos(angle) * y);
    }
    return made;
}

/// Digits, turned, shifted and noised.
std::vector<float> many_digits(const fs::path& run, std::size_t count) {
    const std::vector<float> images = NpyArray::open(run / "dataset/images.npy").reals();
    std::mt19937 random(1);
    std::uniform_int_distribution<std::size_t> pick(0, images.size() / dimension - 1);
    std::vector<float> rows;
    for (std::size_t i = 0; i < count; ++i) {
        const auto digit =
            changed(std::span(images).subspan(pick(random) * dimension, dimension), random);
        rows.insert(rows.end(), digit.begin(), digit.end());
    }
    return rows;
}

/// Epochs of rows, an epoch after another.
struct Rows : EpochMemory {
    std::vector<float> values;
    std::size_t epochs = 1;
    std::vector<std::int32_t> labels;

    [[nodiscard]] std::size_t count() const { return values.size() / dimension / epochs; }
    [[nodiscard]] Table epoch(std::size_t index) const {
        const std::size_t size = count() * dimension;
        return {std::span(values).subspan(index * size, size), dimension};
    }
};

std::shared_ptr<Rows> rows_of(std::vector<float> values, std::size_t epochs) {
    const auto rows = std::make_shared<Rows>();
    rows->values = std::move(values);
    rows->epochs = epochs;
    rows->labels.resize(rows->count());
    return rows;
}

Recording recording_of(const std::shared_ptr<Rows>& rows) {
    std::vector<RecordedEpoch> epochs;
    for (std::size_t e = 0; e < rows->epochs; ++e)
        epochs.push_back({.number = static_cast<std::int64_t>(e),
                          .embeddings = rows->epoch(e),
                          .logits = {},
                          .head = {},
                          .losses = {}});
    return {Classes{{"digit"}, {}}, rows->labels, std::move(epochs), rows};
}

std::string shape_of(std::size_t epochs, std::size_t count, std::size_t columns) {
    std::ostringstream text;
    text << '(' << epochs << ", " << count << ", " << columns << ')';
    return text.str();
}

fs::path put_rows(const fs::path& folder, const Rows& rows) {
    const fs::path file = folder / "rows.npy";
    tests::put_npy(file, "<f4", shape_of(rows.epochs, rows.count(), dimension), rows.values);
    return file;
}

fs::path put_places(const fs::path& folder, const TsneResult& result) {
    std::vector<float> values;
    for (const auto& places : result.places)
        for (const Point p : places) values.insert(values.end(), {p.x, p.y});
    const fs::path file = folder / "places.npy";
    tests::put_npy(file, "<f4", shape_of(result.places.size(), result.places[0].size(), 2), values);
    return file;
}

void report_neighbours(const Rows& rows) {
    constexpr std::size_t wanted = 15;
    const auto count = static_cast<double>(rows.count());
    const double seconds = seconds_of(
        [&] { (void)nearest_others(rows.epoch(0), {.count = wanted, .threads = 2}); }, 3);
    nlohmann::ordered_json figures{
        {"rows", rows.count()},
        {"seconds", seconds},
        {"gflops", 2 * count * count * double{dimension} / seconds / 1e9}};
    const Folder folder;
    const std::string file = put_rows(folder.path(), rows).string();
    if (const auto peer =
            peer_result("sklearn_peer.py", "neighbours '" + file + "' " + std::to_string(wanted))) {
        figures["numpy_gemm_gflops"] = (*peer)["gemm_gflops"];
        figures["sklearn_seconds"] = (*peer)["seconds"];
        figures["times_faster"] = (*peer)["seconds"].get<double>() / seconds;
    }
    report("neighbours", figures);
}

void report_tsne(const std::string& name, const std::shared_ptr<Rows>& rows) {
    const Recording recording = recording_of(rows);
    TsneOptions options;
    options.threads = 2;
    TsneResult result;
    const double seconds = seconds_of([&] { result = tsne(recording, options); }, 1);
    nlohmann::ordered_json figures{
        {"rows", rows->count()}, {"epochs", rows->epochs}, {"seconds", seconds}};
    const Folder folder;
    std::ostringstream files;
    files << " '" << put_rows(folder.path(), *rows).string() << "' '"
          << put_places(folder.path(), result).string() << "'";
    if (const auto peer = peer_result("sklearn_peer.py", "tsne" + files.str())) {
        figures["sklearn_seconds"] = (*peer)["seconds"];
        figures["times_faster"] = (*peer)["seconds"].get<double>() / seconds;
        figures["ours"] = (*peer)["ours"];
        figures["sklearn"] = (*peer)["theirs"];
    }
    report(name, figures);
}

/// The epochs of a recording, the last `count` of them.
std::shared_ptr<Rows> epochs_of(const Recording& recording, std::size_t count) {
    std::vector<float> values;
    for (std::size_t e = recording.epoch_count() - count; e < recording.epoch_count(); ++e) {
        const auto epoch = recording.epoch(e).embeddings.values;
        values.insert(values.end(), epoch.begin(), epoch.end());
    }
    return rows_of(std::move(values), count);
}

fs::path digits() {
    return fs::path(EPOCHSCOPE_SOURCE_DIR) / ".." / "shared/data/recordings/digits-classifier";
}

}  // namespace

void bench_neighbours() {
    if (!is_recording(digits())) return;
    report_neighbours(*rows_of(many_digits(digits(), 20'000), 1));
}

void bench_tsne() {
    if (!is_recording(digits())) return;
    const Recording recording = open_recording(digits()).recording;
    report_tsne("tsne", epochs_of(recording, 1));
    report_tsne("tsne_large", rows_of(many_digits(digits(), 20'000), 1));
    report_tsne("tsne_epochs", epochs_of(recording, recording.epoch_count()));
}

}  // namespace epochscope::bench
