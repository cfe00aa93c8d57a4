#pragma once

#include <epochscope/model/learned_map.h>

#include <cstddef>
#include <random>
#include <vector>

namespace epochscope::tests {

using PlainRow = std::vector<double>;

/// What layers make of a row, in double precision, as it is written in books.
inline PlainRow sent_through(const std::vector<DenseLayer>& layers, PlainRow row) {
    for (std::size_t l = 0; l < layers.size(); ++l) {
        PlainRow next(layers[l].bias.begin(), layers[l].bias.end());
        for (std::size_t o = 0; o < next.size(); ++o) {
            for (std::size_t i = 0; i < row.size(); ++i)
                next[o] += double{layers[l].weight[o * row.size() + i]} * row[i];
            if (l + 1 < layers.size() && next[o] < 0) next[o] = 0;
        }
        row = next;
    }
    return row;
}

/// Values of a normal distribution.
inline std::vector<float> normal_values(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    std::normal_distribution<float> normal;
    std::vector<float> values(count);
    for (float& value : values) value = normal(random);
    return values;
}

/// Layers of drawn weights between these widths.
inline std::vector<DenseLayer> drawn_layers(const std::vector<std::size_t>& widths, unsigned seed) {
    std::vector<DenseLayer> layers;
    for (std::size_t l = 0; l + 1 < widths.size(); ++l)
        layers.push_back({widths[l], widths[l + 1],
                          normal_values(widths[l] * widths[l + 1], seed + 2 * unsigned(l)),
                          normal_values(widths[l + 1], seed + 2 * unsigned(l) + 1)});
    return layers;
}

}  // namespace epochscope::tests
