#pragma once

#include "io/npy_file.h"

#include <QString>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <limits>
#include <string>
#include <vector>

namespace epochscope::tests {

/// The shape of an array in words: "(12, 3)".
inline std::string shape_words(std::initializer_list<std::size_t> axes) {
    std::string words = "(";
    for (const std::size_t axis : axes) words.append(std::to_string(axis)).append(", ");
    return words.append(")");
}

/// How a recording is made up.
struct RecordingShape {
    std::size_t samples = 12;
    std::size_t dimension = 3;
    std::size_t epochs = 3;
};

/// Writes a recording of two classes, even and odd samples. Each lies on a line of its own through
/// the origin, and goes outwards as epochs go by.
inline QString write_recording(const std::filesystem::path& folder,
                               const RecordingShape& shape = {}) {
    std::vector<std::int64_t> labels;
    std::vector<float> directions;
    for (std::size_t i = 0; i < shape.samples; ++i) {
        labels.push_back(static_cast<std::int64_t>(i % 2));
        for (std::size_t d = 0; d < shape.dimension; ++d)
            directions.push_back(static_cast<float>((i * 7 + d * d * 5 + i * d) % 11) - 5 +
                                 (d == i % shape.dimension ? 10.0F : 0.0F));
    }
    put_npy<std::int64_t>(folder / "dataset/labels.npy", "<i8", shape_words({shape.samples}),
                          labels);
    for (std::size_t epoch = 1; epoch <= shape.epochs; ++epoch) {
        std::vector<float> embeddings;
        embeddings.reserve(directions.size());
        for (const float along : directions)
            embeddings.push_back(along * static_cast<float>(epoch));
        put_npy<float>(folder / "epochs" / ("epoch_" + std::to_string(epoch)) / "embeddings.npy",
                       "<f4", shape_words({shape.samples, shape.dimension}), embeddings);
    }
    return QString::fromStdString(folder.string());
}

/// What is wrong with an epoch: a third of the samples is at NaN, or all logits are 0.
enum class Planted : std::uint8_t { nothing, not_finite, zeroed_layer };

/// Adds an epoch to a recording of twelve samples of two classes, even and odd ones, with features
/// and logits: all are predicted as labelled, where nothing is wrong. As the recorder does it:
/// beside its place, and then renamed.
inline void add_trained_epoch(const std::filesystem::path& run, std::size_t epoch,
                              Planted planted = Planted::nothing) {
    constexpr std::size_t samples = 12;
    std::vector<std::int64_t> labels;
    std::vector<float> embeddings;
    std::vector<float> logits;
    for (std::size_t i = 0; i < samples; ++i) {
        const auto label = static_cast<std::int64_t>(i % 2);
        const float side = label == 0 ? -1.0F : 1.0F;
        labels.push_back(label);
        const bool is_lost = planted == Planted::not_finite && i % 3 == 0;
        for (const float value : {side * (4 + static_cast<float>(epoch)), static_cast<float>(i % 5),
                                  static_cast<float>(i)})
            embeddings.push_back(is_lost ? std::numeric_limits<float>::quiet_NaN() : value);
        const float logit = planted == Planted::zeroed_layer ? 0.0F : 3 * side;
        logits.insert(logits.end(), {-logit, logit});
    }
    if (!std::filesystem::exists(run / "dataset/labels.npy"))
        put_npy<std::int64_t>(run / "dataset/labels.npy", "<i8", shape_words({samples}), labels);
    const std::filesystem::path beside = run / "epochs/.new";
    put_npy<float>(beside / "embeddings.npy", "<f4", shape_words({samples, 3}), embeddings);
    put_npy<float>(beside / "predictions.npy", "<f4", shape_words({samples, 2}), logits);
    const std::filesystem::path folder = run / "epochs" / ("epoch_" + std::to_string(epoch));
    std::filesystem::remove_all(folder);
    std::filesystem::rename(beside, folder);
}

/// Writes pictures of so many samples: 2 x 2 pixels, of which all have the shade 200 - 10 i.
inline void write_pictures(const std::filesystem::path& file, std::size_t samples) {
    std::vector<std::uint8_t> shades;
    for (std::size_t i = 0; i < samples; ++i)
        shades.insert(shades.end(), 4, static_cast<std::uint8_t>(200 - 10 * i));
    put_npy<std::uint8_t>(file, "|u1", shape_words({samples, 2, 2}), shades);
}

}  // namespace epochscope::tests
