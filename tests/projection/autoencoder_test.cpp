#include "projection/autoencoder.h"

#include "compute/plain_network.h"
#include "support/catch.h"

#include <epochscope/compute/threads.h>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

constexpr std::size_t rows = 300;
constexpr std::size_t dimension = 5;

/// Half the squared way of what came back from what it was, and from places to others.
double plain_loss(const Autoencoder& autoencoder, const std::vector<float>& values,
                  const std::vector<float>& wanted) {
    double loss = 0;
    for (std::size_t r = 0; r < rows; ++r) {
        const auto first = values.begin() + static_cast<std::ptrdiff_t>(r * dimension);
        const PlainRow row(first, first + dimension);
        const PlainRow place = sent_through(autoencoder.encoder.layers(), row);
        const PlainRow back = sent_through(autoencoder.decoder.layers(), place);
        for (std::size_t d = 0; d < dimension; ++d) loss += std::pow(back[d] - row[d], 2) / 2;
        for (std::size_t d = 0; d < 2; ++d)
            loss += std::pow(place[d] - double{wanted[2 * r + d]}, 2) / 2;
    }
    return loss;
}

/// The gradients of that by a batch; the part of the loss that is of what came back.
double find_gradients(AutoencoderBatch& batch, const std::vector<float>& values,
                      const std::vector<float>& wanted) {
    batch.forward(rows, [&](std::size_t first, std::size_t count, float* into) {
        for (std::size_t r = 0; r < count; ++r)
            std::copy_n(&values[(first + r) * dimension], dimension, into + r * padded(dimension));
    });
    std::vector<float> x;
    std::vector<float> y;
    for (std::size_t r = 0; r < rows; ++r) {
        x.push_back(batch.x()[r] - wanted[2 * r]);
        y.push_back(batch.y()[r] - wanted[2 * r + 1]);
    }
    return batch.backward(x, y, [](const AutoencoderBatch::Returned& block) {
        double loss = 0;
        for (std::size_t i = 0; i < block.count * block.stride; ++i) {
            block.slopes[i] = block.outputs[i] - block.inputs[i];
            loss += double{block.slopes[i]} * double{block.slopes[i]} / 2;
        }
        return loss;
    });
}

}  // namespace

TEST_CASE("gradients of an autoencoder are its finite differences", "[simd]") {
    const std::vector<std::size_t> widths{dimension, 6, 2};
    const auto values = normal_values(rows * dimension, 1);
    const auto wanted = normal_values(rows * 2, 2);
    Autoencoder autoencoder(widths, 3);
    AutoencoderBatch batch(autoencoder, rows);
    const double returned = find_gradients(batch, values, wanted);
    CHECK(returned < plain_loss(autoencoder, values, wanted));
    CHECK(returned > 0);
    for (const bool encoding : {true, false}) {
        Network& network = encoding ? autoencoder.encoder : autoencoder.decoder;
        const std::vector<float> gradient = [&] {
            const auto found = encoding ? batch.encoder_gradient() : batch.decoder_gradient();
            return std::vector<float>(found.begin(), found.end());
        }();
        for (std::size_t p = 0; p < gradient.size(); ++p) {
            float& parameter = network.parameters()[p];
            // What pads rows is 0 and stays so.
            if (parameter == 0) {
                CHECK(gradient[p] == 0);
                continue;
            }
            const float kept = parameter;
            const auto loss_at = [&](float value) {
                parameter = value;
                return plain_loss(autoencoder, values, wanted);
            };
            const float above = kept + 1e-5F;
            const float below = kept - 1e-5F;
            const double rise = (loss_at(above) - loss_at(below)) / (double{above} - double{below});
            parameter = kept;
            CHECK(double{gradient[p]} == Approx(rise).epsilon(1e-3).margin(0.02));
        }
    }
}

TEST_CASE("an autoencoder learns the same with any number of threads", "[simd]") {
    const std::vector<std::size_t> widths{dimension, 6, 2};
    const auto values = normal_values(rows * dimension, 1);
    const std::vector<float> wanted(rows * 2);
    std::vector<LearnedMap> learned;
    for (const int threads : {1, 2}) {
        Autoencoder autoencoder(widths, 3);
        AutoencoderBatch batch(autoencoder, rows);
        Adam encoding;
        Adam decoding;
        double before = 0;
        double after = 0;
        on_threads(threads, [&] {
            for (int step = 0; step < 100; ++step) {
                after = find_gradients(batch, values, wanted);
                if (step == 0) before = after;
                encoding.step(autoencoder.encoder, batch.encoder_gradient(), 0.01F);
                decoding.step(autoencoder.decoder, batch.decoder_gradient(), 0.01F);
            }
        });
        CHECK(after < 0.98 * before);
        learned.push_back(autoencoder.map(std::vector<float>(dimension), 1));
    }
    CHECK(learned[0] == learned[1]);
}
