#pragma once

#include "projection/run.h"

#include <epochscope/projection/dvi.h>
#include <epochscope/projection/timevis.h>

#include <cmath>
#include <cstddef>
#include <numbers>
#include <random>
#include <utility>
#include <vector>

namespace epochscope::tests {

inline constexpr std::size_t dimension = 8;
inline constexpr std::size_t group = 20;
inline constexpr std::size_t samples = 3 * group;
inline constexpr std::size_t epochs = 6;

/// Two groups that swap places on half a circle about the third, which stands still beside them.
inline Recording swapping(bool with_logits) {
    std::mt19937 random(3);
    std::normal_distribution<float> noise(0, 0.2F);
    std::vector<float> off(samples * dimension);
    for (float& value : off) value = noise(random);
    std::vector<std::vector<float>> embeddings;
    std::vector<std::vector<float>> logits;
    for (std::size_t e = 0; e < epochs; ++e) {
        const double angle = std::numbers::pi * static_cast<double>(e) / (epochs - 1);
        const auto x = static_cast<float>(4 * std::cos(angle));
        const auto y = static_cast<float>(4 * std::sin(angle));
        std::vector<float>& rows = embeddings.emplace_back(off);
        std::vector<float>& of_epoch = logits.emplace_back();
        for (std::size_t i = 0; i < samples; ++i) {
            float* row = &rows[i * dimension];
            const float side = i < group ? 1.0F : (i < 2 * group ? -1.0F : 0.0F);
            row[0] += side * x;
            row[1] += side * y;
            row[2] += i < 2 * group ? 0.0F : 6.0F;
            // A linear head whose classes are the groups.
            of_epoch.insert(of_epoch.end(),
                            {x * row[0] + y * row[1], -x * row[0] - y * row[1], 4 * row[2] - 8});
        }
    }
    return recording_of(std::move(embeddings), dimension,
                        with_logits ? std::move(logits) : std::vector<std::vector<float>>{});
}

inline TimevisOptions quick_timevis() {
    TimevisOptions options;
    options.first_landmarks = 30;
    options.landmark_radius = 0.02;
    options.temporal_draws = 5;
    options.training.batch_size = 100;
    options.training.training_epochs = 6;
    return options;
}

inline DviOptions quick_dvi() {
    DviOptions options;
    options.training.batch_size = 50;
    options.training.training_epochs = 4;
    options.training.learning_rate = 5e-3;
    return options;
}

}  // namespace epochscope::tests
