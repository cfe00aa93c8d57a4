#include "projection/autoencoder.h"

#include <epochscope/compute/flush_denormals.h>

#include <oneapi/tbb/blocked_range.h>
#include <oneapi/tbb/parallel_for.h>

#include <algorithm>
#include <cmath>

namespace epochscope {

namespace {

/// What a block becomes on its way fits into a core's cache, and a batch of a few thousand rows is
/// work for many cores.
constexpr std::size_t rows_at_once = 128;
/// Parameters that are added up, or stepped, by one thread at a time.
constexpr std::size_t parameters_at_once = 64 * row_lanes;

std::vector<std::size_t> reversed(std::span<const std::size_t> widths) {
    return {widths.rbegin(), widths.rend()};
}

/// Calls work(first, end) for parts of so many parameters.
template <typename Work>
void each_part(std::size_t parameters, const Work& work) {
    const std::size_t parts = (parameters + parameters_at_once - 1) / parameters_at_once;
    tbb::parallel_for(std::size_t{0}, parts, [&](std::size_t part) {
        const FlushTiny flushing;
        const std::size_t first = part * parameters_at_once;
        work(first, std::min(first + parameters_at_once, parameters));
    });
}

}  // namespace

Autoencoder::Autoencoder(std::span<const std::size_t> widths, std::uint64_t seed)
    : encoder(widths, seed), decoder(reversed(widths), seed + 1) {}

AutoencoderBatch::AutoencoderBatch(const Autoencoder& autoencoder, std::size_t most_rows)
    : autoencoder_(autoencoder),
      blocks_((most_rows + rows_at_once - 1) / rows_at_once),
      x_(most_rows),
      y_(most_rows),
      encoder_gradient_(autoencoder.encoder.parameters().size()),
      decoder_gradient_(autoencoder.decoder.parameters().size()) {}

void AutoencoderBatch::forward(std::size_t rows, const Fill& fill, bool decoded) {
    rows_ = rows;
    used_ = (rows + rows_at_once - 1) / rows_at_once;
    tbb::parallel_for(std::size_t{0}, used_, [&](std::size_t b) {
        Block& block = blocks_[b];
        block.first = b * rows_at_once;
        block.count = std::min(rows_at_once, rows - block.first);
        forward(block, fill, decoded);
    });
}

void AutoencoderBatch::forward(Block& block, const Fill& fill, bool decoded) {
    const Network& encoder = autoencoder_.encoder;
    encoder.prepare(block.encoded, block.count);
    fill(block.first, block.count, block.encoded.inputs());
    encoder.forward(block.encoded);
    const float* places = block.encoded.outputs();
    for (std::size_t r = 0; r < block.count; ++r) {
        x_[block.first + r] = places[r * row_lanes];
        y_[block.first + r] = places[r * row_lanes + 1];
    }
    if (!decoded) return;
    autoencoder_.decoder.prepare(block.decoded, block.count);
    std::copy_n(places, block.count * row_lanes, block.decoded.inputs());
    autoencoder_.decoder.forward(block.decoded);
}

double AutoencoderBatch::backward(std::span<const float> x_slopes, std::span<const float> y_slopes,
                                  const ByReturned& by_returned) {
    tbb::parallel_for(std::size_t{0}, used_, [&](std::size_t b) {
        backward(blocks_[b], x_slopes, y_slopes, by_returned);
    });
    add_up();
    double loss = 0;
    for (std::size_t b = 0; b < used_; ++b) loss += blocks_[b].loss;
    return loss;
}

void AutoencoderBatch::backward(Block& block, std::span<const float> x_slopes,
                                std::span<const float> y_slopes,
                                const ByReturned& by_returned) const {
    block.encoder_gradient.assign(encoder_gradient_.size(), 0);
    block.decoder_gradient.assign(decoder_gradient_.size(), 0);
    block.loss = 0;
    const FlushTiny flushing;
    std::fill_n(block.encoded.slopes.begin(), block.count * row_lanes, 0.0F);
    if (by_returned) {
        const std::size_t stride = padded(autoencoder_.decoder.outputs());
        Network::Tape& tape = block.decoded;
        std::fill_n(tape.slopes.begin(), block.count * stride, 0.0F);
        block.loss = by_returned({block.first, block.count, stride, block.encoded.inputs(),
                                  tape.outputs(), tape.slopes.data()});
        autoencoder_.decoder.backward(tape, block.decoder_gradient, true);
        std::copy_n(tape.slopes.begin(), block.count * row_lanes, block.encoded.slopes.begin());
    }
    for (std::size_t r = 0; r < block.count; ++r) {
        block.encoded.slopes[r * row_lanes] += x_slopes[block.first + r];
        block.encoded.slopes[r * row_lanes + 1] += y_slopes[block.first + r];
    }
    autoencoder_.encoder.backward(block.encoded, block.encoder_gradient, false);
}

void AutoencoderBatch::add_up() {
    const auto add = [this](std::vector<float>& sum, std::vector<float> Block::*part) {
        each_part(sum.size(), [&](std::size_t first, std::size_t end) {
            std::fill(sum.begin() + static_cast<std::ptrdiff_t>(first),
                      sum.begin() + static_cast<std::ptrdiff_t>(end), 0.0F);
            for (std::size_t b = 0; b < used_; ++b) {
                const std::vector<float>& of_block = blocks_[b].*part;
                for (std::size_t p = first; p < end; ++p) sum[p] += of_block[p];
            }
        });
    };
    add(encoder_gradient_, &Block::encoder_gradient);
    add(decoder_gradient_, &Block::decoder_gradient);
}

void Adam::step(Network& network, std::span<const float> gradient, float rate) {
    constexpr double first_share = 0.9;
    constexpr double second_share = 0.999;
    const std::span<float> parameters = network.parameters();
    first.resize(parameters.size());
    second.resize(parameters.size());
    ++steps;
    const auto taken = static_cast<double>(steps);
    const AdamStep adam{rate, decay, static_cast<float>(1 / (1 - std::pow(first_share, taken))),
                        static_cast<float>(1 / (1 - std::pow(second_share, taken)))};
    each_part(parameters.size(), [&](std::size_t begin, std::size_t end) {
        step_adam(adam, &gradient[begin], &first[begin], &second[begin], &parameters[begin],
                  end - begin);
    });
    network.parameters_changed();
}

}  // namespace epochscope
