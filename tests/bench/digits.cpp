#include "digits.h"

#include <epochscope/io/npy.h>

#include <array>
#include <cmath>
#include <random>
#include <utility>

namespace epochscope::bench {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t side = 8;
constexpr std::size_t dimension = digit_dimension;
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

}  // namespace

fs::path digits() {
    return fs::path(EPOCHSCOPE_SOURCE_DIR) / ".." / "shared/data/recordings/digits-classifier";
}

std::vector<float> many_digits(std::size_t count) {
    const std::vector<float> images = NpyArray::open(digits() / "dataset/images.npy").reals();
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

std::shared_ptr<Rows> learnt_digits(std::size_t count, std::size_t epochs) {
    const std::vector<float> learnt = many_digits(count);
    std::mt19937 random(2);
    std::normal_distribution<float> normal(0, 4);
    std::vector<float> before(learnt.size());
    for (float& value : before) value = normal(random);
    std::vector<float> values;
    for (std::size_t e = 0; e < epochs; ++e) {
        const float done = static_cast<float>(e + 1) / static_cast<float>(epochs);
        for (std::size_t i = 0; i < learnt.size(); ++i)
            values.push_back(done * learnt[i] + (1 - done) * before[i]);
    }
    return rows_of(std::move(values), epochs);
}

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

std::shared_ptr<Rows> epochs_of(const Recording& recording, std::size_t count) {
    std::vector<float> values;
    for (std::size_t e = recording.epoch_count() - count; e < recording.epoch_count(); ++e) {
        const auto epoch = recording.epoch(e).embeddings.values;
        values.insert(values.end(), epoch.begin(), epoch.end());
    }
    return rows_of(std::move(values), count);
}

}  // namespace epochscope::bench
