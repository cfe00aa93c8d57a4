#pragma once

#include <epochscope/compute/network.h>
#include <epochscope/model/learned_map.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace epochscope {

/// An encoder to the plane and a decoder back, while they learn.
struct Autoencoder {
    /// Layers between these widths, from D down to 2, and back; see Network.
    Autoencoder(std::span<const std::size_t> widths, std::uint64_t seed);
    /// As it was learned.
    explicit Autoencoder(const LearnedMap& map) : encoder(map.encoder), decoder(map.decoder) {}

    /// The map by them of what is normalised so.
    [[nodiscard]] LearnedMap map(std::vector<float> middle, float scale) const {
        return {std::move(middle), scale, encoder.layers(), decoder.layers()};
    }

    Network encoder;
    Network decoder;
};

/// Some rows of feature space on their way to the plane and back, and how the loss depends on the
/// parameters. Blocks of rows are worked on by all threads of the TBB arena that it is called in;
/// the same for any number.
class AutoencoderBatch {
  public:
    /// For up to so many rows at once. Refers to the autoencoder.
    AutoencoderBatch(const Autoencoder& autoencoder, std::size_t most_rows);

    /// Writes `count` normalised rows from the row `first` on, each `stride` floats behind the one
    /// before. Called from several threads.
    using Fill = std::function<void(std::size_t first, std::size_t count, float* rows)>;
    /// Sends rows to the plane, and back as well if wanted.
    void forward(std::size_t rows, const Fill& fill, bool decoded = true);

    [[nodiscard]] std::size_t rows() const { return rows_; }
    /// Where rows came to lie.
    [[nodiscard]] std::span<const float> x() const { return {x_.data(), rows_}; }
    [[nodiscard]] std::span<const float> y() const { return {y_.data(), rows_}; }

    /// A block of rows as they were and as they came back, all `stride` floats apart.
    struct Returned {
        std::size_t first;
        std::size_t count;
        std::size_t stride;
        const float* inputs;
        const float* outputs;
        /// To be set to how the loss rises with each output; zeros where it is called.
        float* slopes;
    };
    /// A part of the loss, and how it depends on what came back. Called from several threads.
    using ByReturned = std::function<double(const Returned& block)>;
    /// From how the loss rises with each place, and with what came back (nothing: not at all),
    /// works out the gradients. The sum of what `by_returned` gave.
    double backward(std::span<const float> x_slopes, std::span<const float> y_slopes,
                    const ByReturned& by_returned);

    [[nodiscard]] std::span<float> encoder_gradient() { return encoder_gradient_; }
    [[nodiscard]] std::span<float> decoder_gradient() { return decoder_gradient_; }

  private:
    struct Block {
        std::size_t first = 0;
        std::size_t count = 0;
        Network::Tape encoded;
        Network::Tape decoded;
        std::vector<float> encoder_gradient;
        std::vector<float> decoder_gradient;
        double loss = 0;
    };
    void forward(Block& block, const Fill& fill, bool decoded);
    void backward(Block& block, std::span<const float> x_slopes, std::span<const float> y_slopes,
                  const ByReturned& by_returned) const;
    void add_up();

    const Autoencoder& autoencoder_;
    std::size_t rows_ = 0;
    std::vector<Block> blocks_;
    std::size_t used_ = 0;
    std::vector<float> x_;
    std::vector<float> y_;
    std::vector<float> encoder_gradient_;
    std::vector<float> decoder_gradient_;
};

/// The moving means of Adam (Kingma & Ba 2015) for the parameters of one network.
struct Adam {
    std::vector<float> first;
    std::vector<float> second;
    std::size_t steps = 0;
    /// Times the parameters themselves is added to their gradient.
    float decay = 0;

    /// One step; tells the network that its parameters changed.
    void step(Network& network, std::span<const float> gradient, float rate);
};

}  // namespace epochscope
