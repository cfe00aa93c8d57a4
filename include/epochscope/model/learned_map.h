#pragma once

#include <cstddef>
#include <vector>

namespace epochscope {

/// One dense layer of a network: weight x + bias.
struct DenseLayer {
    std::size_t inputs = 0;
    std::size_t outputs = 0;
    /// A row of `inputs` for each output.
    std::vector<float> weight;
    /// One an output.
    std::vector<float> bias;
    friend bool operator==(const DenseLayer&, const DenseLayer&) = default;
};

/// A learned map from feature space to the plane and back: two networks of dense layers with ReLU
/// between them. The encoder takes (x - middle) / scale to a point of the plane; the decoder takes
/// the point back to (x - middle) / scale.
struct LearnedMap {
    /// D of them.
    std::vector<float> middle;
    /// Above 0.
    float scale = 1;
    /// From D to 2.
    std::vector<DenseLayer> encoder;
    /// From 2 to D.
    std::vector<DenseLayer> decoder;
    friend bool operator==(const LearnedMap&, const LearnedMap&) = default;

    [[nodiscard]] std::size_t dimension() const { return middle.size(); }
};

/// Throws Error if layers do not fit each other or the dimension, or a value is not finite.
void check(const LearnedMap& map);

}  // namespace epochscope
