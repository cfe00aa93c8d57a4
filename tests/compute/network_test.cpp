#include "compute/plain_network.h"
#include "support/catch.h"
#include "support/simd.h"

#include <epochscope/compute/network.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

/// Rows as networks take them.
std::vector<float> padded_rows(const std::vector<float>& values, std::size_t width) {
    std::vector<float> rows(values.size() / width * padded(width));
    for (std::size_t i = 0; i < values.size(); ++i)
        rows[i / width * padded(width) + i % width] = values[i];
    return rows;
}

/// The sum over rows of c times what layers make of them.
double weighed_outputs(const std::vector<DenseLayer>& layers, const std::vector<float>& values,
                       const std::vector<float>& c) {
    double sum = 0;
    const std::size_t width = layers.front().inputs;
    const std::size_t outputs = layers.back().outputs;
    for (std::size_t r = 0; r < values.size() / width; ++r) {
        const auto first = values.begin() + static_cast<std::ptrdiff_t>(r * width);
        const PlainRow out =
            sent_through(layers, {first, first + static_cast<std::ptrdiff_t>(width)});
        for (std::size_t o = 0; o < outputs; ++o) sum += double{c[r * outputs + o]} * out[o];
    }
    return sum;
}

/// How a function rises with a value.
template <typename Function>
double rise_of(float& value, const Function& function) {
    const float kept = value;
    const float step = 1e-5F * std::max(1.0F, std::abs(kept));
    value = kept + step;
    const double above = function();
    const float up = value;
    value = kept - step;
    const double rise = (above - function()) / (double{up} - double{value});
    value = kept;
    return rise;
}

}  // namespace

TEST_CASE("matrix products are the same bytes with every SIMD target", "[simd]") {
    const auto values = normal_values(5000, 1);
    for (const std::size_t rows : {1U, 7U, 8U, 13U, 30U})
        for (const std::size_t columns : {16U, 32U, 48U, 80U}) {
            std::vector<std::vector<float>> made;
            for_each_simd_target([&] {
                std::vector<float> c(rows * columns);
                multiply({.a = values.data(),
                          .a_row = 20,
                          .a_step = 1,
                          .b = values.data() + 1000,
                          .b_row = columns,
                          .start = values.data() + 4000,
                          .start_row = 0,
                          .c = c.data(),
                          .c_row = columns,
                          .rows = rows,
                          .columns = columns,
                          .depth = 19,
                          .rectified = true});
                made.push_back(std::move(c));
            });
            for (const auto& c : made) CHECK(c == made.front());
            double sum = double{values[4000 + columns - 1]};
            for (std::size_t k = 0; k < 19; ++k)
                sum += double{values[(rows - 1) * 20 + k]} *
                       double{values[1000 + k * columns + columns - 1]};
            CHECK(double{made.front().back()} == Approx(std::max(sum, 0.0)).margin(1e-4));
        }
}

TEST_CASE("steps of Adam are those of the paper with every SIMD target", "[simd]") {
    const auto gradients = normal_values(48, 2);
    for_each_simd_target([&] {
        std::vector<float> parameter(16, 1);
        std::vector<float> first(16);
        std::vector<float> second(16);
        std::array<double, 16> p{};
        std::array<double, 16> m{};
        std::array<double, 16> v{};
        p.fill(1);
        for (int t = 1; t <= 3; ++t) {
            const float* gradient = &gradients[16 * static_cast<std::size_t>(t - 1)];
            const double of_first = 1 / (1 - std::pow(0.9, t));
            const double of_second = 1 / (1 - std::pow(0.999, t));
            step_adam({0.1F, 0.01F, static_cast<float>(of_first), static_cast<float>(of_second)},
                      gradient, first.data(), second.data(), parameter.data(), 16);
            for (std::size_t i = 0; i < 16; ++i) {
                const double g = double{gradient[i]} + 0.01 * p[i];
                m[i] = 0.9 * m[i] + 0.1 * g;
                v[i] = 0.999 * v[i] + 0.001 * g * g;
                p[i] -= 0.1 * m[i] * of_first / (std::sqrt(v[i] * of_second) + 1e-8);
                CHECK(double{parameter[i]} == Approx(p[i]).epsilon(1e-4));
            }
        }
    });
}

TEST_CASE("a network is its layers, one behind the other", "[simd]") {
    const auto layers = drawn_layers({5, 20, 3}, 1);
    const Network network(layers);
    CHECK(network.layers() == layers);
    CHECK(network.inputs() == 5);
    CHECK(network.outputs() == 3);
    const auto values = normal_values(5 * 11, 9);
    Network::Tape tape;
    network.prepare(tape, 11);
    std::ranges::copy(padded_rows(values, 5), tape.inputs());
    network.forward(tape);
    for (std::size_t r = 0; r < 11; ++r) {
        const auto first = values.begin() + static_cast<std::ptrdiff_t>(5 * r);
        const PlainRow out = sent_through(layers, {first, first + 5});
        for (std::size_t o = 0; o < 3; ++o)
            CHECK(double{tape.outputs()[r * row_lanes + o]} == Approx(out[o]).epsilon(1e-4));
        for (std::size_t o = 3; o < row_lanes; ++o) CHECK(tape.outputs()[r * row_lanes + o] == 0);
    }
}

TEST_CASE("gradients of a network are its finite differences", "[simd]") {
    auto layers = drawn_layers({5, 18, 7, 3}, 20);
    auto values = normal_values(5 * 9, 30);
    const auto c = normal_values(3 * 9, 31);
    const auto sum = [&] { return weighed_outputs(layers, values, c); };
    const Network network(layers);
    Network::Tape tape;
    network.prepare(tape, 9);
    std::ranges::copy(padded_rows(values, 5), tape.inputs());
    network.forward(tape);
    std::ranges::copy(padded_rows(c, 3), tape.slopes.begin());
    // They are added to what is there.
    std::vector<float> gradient(network.parameters().size(), 0.5F);
    network.backward(tape, gradient, true);
    for (std::size_t i = 0; i < values.size(); ++i)
        CHECK(double{tape.slopes[i / 5 * row_lanes + i % 5]} ==
              Approx(rise_of(values[i], sum)).epsilon(1e-3).margin(1e-3));
    for (float& part : gradient) part -= 0.5F;
    std::size_t at = 0;
    for (DenseLayer& layer : layers) {
        const std::size_t stride = padded(layer.outputs);
        for (std::size_t o = 0; o < layer.outputs; ++o) {
            for (std::size_t i = 0; i < layer.inputs; ++i)
                CHECK(double{gradient[at + i * stride + o]} ==
                      Approx(rise_of(layer.weight[o * layer.inputs + i], sum))
                          .epsilon(1e-3)
                          .margin(1e-3));
            CHECK(double{gradient[at + layer.inputs * stride + o]} ==
                  Approx(rise_of(layer.bias[o], sum)).epsilon(1e-3).margin(1e-3));
        }
        at += (layer.inputs + 1) * stride;
    }
}

TEST_CASE("networks begin alike for a seed, within their range", "[simd]") {
    const std::vector<std::size_t> widths{25, 6, 2};
    const auto layers = Network(widths, 4).layers();
    CHECK(layers == Network(widths, 4).layers());
    CHECK(layers != Network(widths, 5).layers());
    CHECK(layers.size() == 2);
    const auto [least, most] = std::ranges::minmax(layers[0].weight);
    CHECK(least >= -0.2F);
    CHECK(most <= 0.2F);
    CHECK(most - least > 0.3F);
}
