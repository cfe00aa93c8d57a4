#pragma once

#include <epochscope/compute/network_kernels.h>
#include <epochscope/model/learned_map.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace epochscope {

/// Layers one behind the other, what is negative becoming 0 between them. Rows that go in and come
/// out are padded(width) apart; what pads them is 0.
class Network {
  public:
    /// Layers between these widths, two or more. Weights and biases are drawn evenly within
    /// +-1 / sqrt(inputs of the layer).
    Network(std::span<const std::size_t> widths, std::uint64_t seed);
    /// Layers that fit each other, one or more.
    explicit Network(const std::vector<DenseLayer>& layers);

    [[nodiscard]] std::size_t inputs() const { return layers_.front().inputs; }
    [[nodiscard]] std::size_t outputs() const { return layers_.back().outputs; }
    [[nodiscard]] std::vector<DenseLayer> layers() const;

    /// All weights and biases, padded with zeros, which stay zeros as long as what is added to them
    /// is a multiple of their gradients and themselves. A multiple of row_lanes.
    [[nodiscard]] std::span<float> parameters() { return parameters_; }
    [[nodiscard]] std::span<const float> parameters() const { return parameters_; }
    /// To be called when they changed, before the next `backward`.
    void parameters_changed();

    /// What some rows become on their way, for `backward`. Can be used again.
    struct Tape {
        std::size_t rows = 0;
        /// The rows that go in, then those after each layer.
        std::vector<std::vector<float>> after;
        /// By the gradients of a layer's outputs and inputs.
        std::vector<float> slopes;
        std::vector<float> earlier_slopes;

        [[nodiscard]] float* inputs() { return after.front().data(); }
        [[nodiscard]] const float* outputs() const { return after.back().data(); }
    };
    /// Makes room for so many rows, which the caller writes to `tape.inputs()`.
    void prepare(Tape& tape, std::size_t rows) const;
    /// Sends them through. O(rows x parameters).
    void forward(Tape& tape) const;
    /// From the gradient of what came out, which is in `tape.slopes` and is 0 where it pads rows:
    /// adds that of the parameters to `gradient`, and leaves that of what went in in `tape.slopes`
    /// if it is `wanted`.
    void backward(Tape& tape, std::span<float> gradient, bool wanted) const;

  private:
    struct Layer {
        std::size_t inputs;
        std::size_t outputs;
        /// Where they are among the parameters: rows of outputs for each input.
        std::size_t weights;
        std::size_t biases;
        /// Where rows of inputs for each output are among the transposed ones.
        std::size_t transposed;
    };
    void lay_out(std::span<const std::size_t> widths);

    std::vector<Layer> layers_;
    std::vector<float> parameters_;
    std::vector<float> transposed_;
    /// As many as the widest row has.
    std::vector<float> zeros_;
};

}  // namespace epochscope
