#include <epochscope/compute/flush_denormals.h>
#include <epochscope/compute/network.h>
#include <epochscope/compute/random.h>

#include <algorithm>
#include <cmath>

namespace epochscope {

Network::Network(std::span<const std::size_t> widths, std::uint64_t seed) {
    lay_out(widths);
    RandomGenerator draw(seed);
    for (const Layer& layer : layers_) {
        const double most = 1 / std::sqrt(static_cast<double>(layer.inputs));
        const auto fill = [&](std::size_t first) {
            for (std::size_t o = 0; o < layer.outputs; ++o)
                parameters_[first + o] = static_cast<float>(most * (2 * draw.uniform() - 1));
        };
        for (std::size_t i = 0; i < layer.inputs; ++i)
            fill(layer.weights + i * padded(layer.outputs));
        fill(layer.biases);
    }
    parameters_changed();
}

Network::Network(const std::vector<DenseLayer>& layers) {
    std::vector<std::size_t> widths{layers.front().inputs};
    for (const DenseLayer& layer : layers) widths.push_back(layer.outputs);
    lay_out(widths);
    for (std::size_t l = 0; l < layers.size(); ++l) {
        const std::size_t stride = padded(layers[l].outputs);
        for (std::size_t o = 0; o < layers[l].outputs; ++o) {
            for (std::size_t i = 0; i < layers[l].inputs; ++i)
                parameters_[layers_[l].weights + i * stride + o] =
                    layers[l].weight[o * layers[l].inputs + i];
            parameters_[layers_[l].biases + o] = layers[l].bias[o];
        }
    }
    parameters_changed();
}

void Network::lay_out(std::span<const std::size_t> widths) {
    std::size_t parameters = 0;
    std::size_t transposed = 0;
    for (std::size_t l = 0; l + 1 < widths.size(); ++l) {
        const std::size_t inputs = widths[l];
        const std::size_t outputs = widths[l + 1];
        const std::size_t biases = parameters + inputs * padded(outputs);
        layers_.push_back({inputs, outputs, parameters, biases, transposed});
        parameters = biases + padded(outputs);
        transposed += outputs * padded(inputs);
    }
    parameters_.resize(parameters);
    transposed_.resize(transposed);
    zeros_.resize(padded(*std::max_element(widths.begin(), widths.end())));
}

std::vector<DenseLayer> Network::layers() const {
    std::vector<DenseLayer> made;
    for (const Layer& layer : layers_) {
        DenseLayer plain{layer.inputs, layer.outputs, {}, {}};
        const std::size_t stride = padded(layer.outputs);
        for (std::size_t o = 0; o < layer.outputs; ++o) {
            for (std::size_t i = 0; i < layer.inputs; ++i)
                plain.weight.push_back(parameters_[layer.weights + i * stride + o]);
            plain.bias.push_back(parameters_[layer.biases + o]);
        }
        made.push_back(std::move(plain));
    }
    return made;
}

void Network::parameters_changed() {
    for (const Layer& layer : layers_)
        for (std::size_t i = 0; i < layer.inputs; ++i) {
            const float* row = &parameters_[layer.weights + i * padded(layer.outputs)];
            float* column = &transposed_[layer.transposed + i];
            for (std::size_t o = 0; o < layer.outputs; ++o)
                column[o * padded(layer.inputs)] = row[o];
        }
}

void Network::prepare(Tape& tape, std::size_t rows) const {
    tape.rows = rows;
    tape.after.resize(layers_.size() + 1);
    tape.after.front().resize(rows * padded(inputs()));
    for (std::size_t l = 0; l < layers_.size(); ++l)
        tape.after[l + 1].resize(rows * padded(layers_[l].outputs));
    tape.slopes.resize(rows * zeros_.size());
    tape.earlier_slopes.resize(rows * zeros_.size());
}

void Network::forward(Tape& tape) const {
    const FlushTiny flushing;
    for (std::size_t l = 0; l < layers_.size(); ++l) {
        const Layer& layer = layers_[l];
        const std::size_t stride = padded(layer.outputs);
        multiply({.a = tape.after[l].data(),
                  .a_row = padded(layer.inputs),
                  .a_step = 1,
                  .b = &parameters_[layer.weights],
                  .b_row = stride,
                  .start = &parameters_[layer.biases],
                  .start_row = 0,
                  .c = tape.after[l + 1].data(),
                  .c_row = stride,
                  .rows = tape.rows,
                  .columns = stride,
                  .depth = layer.inputs,
                  .rectified = l + 1 < layers_.size()});
    }
}

void Network::backward(Tape& tape, std::span<float> gradient, bool wanted) const {
    const FlushTiny flushing;
    for (std::size_t l = layers_.size(); l-- > 0;) {
        const Layer& layer = layers_[l];
        const std::size_t stride = padded(layer.outputs);
        const std::size_t earlier = padded(layer.inputs);
        float* weights = &gradient[layer.weights];
        multiply({.a = tape.after[l].data(),
                  .a_row = 1,
                  .a_step = earlier,
                  .b = tape.slopes.data(),
                  .b_row = stride,
                  .start = weights,
                  .start_row = stride,
                  .c = weights,
                  .c_row = stride,
                  .rows = layer.inputs,
                  .columns = stride,
                  .depth = tape.rows});
        float* biases = &gradient[layer.biases];
        for (std::size_t r = 0; r < tape.rows; ++r)
            for (std::size_t o = 0; o < stride; ++o) biases[o] += tape.slopes[r * stride + o];
        if (l == 0 && !wanted) return;
        multiply({.a = tape.slopes.data(),
                  .a_row = stride,
                  .a_step = 1,
                  .b = &transposed_[layer.transposed],
                  .b_row = earlier,
                  .start = zeros_.data(),
                  .start_row = 0,
                  .c = tape.earlier_slopes.data(),
                  .c_row = earlier,
                  .rows = tape.rows,
                  .columns = earlier,
                  .depth = layer.outputs});
        if (l > 0)
            mask_gradient(tape.after[l].data(), tape.earlier_slopes.data(), tape.rows * earlier);
        std::swap(tape.slopes, tape.earlier_slopes);
    }
}

}  // namespace epochscope
