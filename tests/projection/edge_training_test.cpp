#include "projection/edge_training.h"

#include "compute/plain_network.h"
#include "support/catch.h"

#include <epochscope/model/error.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

using namespace epochscope;
using namespace epochscope::tests;

namespace {

/// The loss of pairs as it is written in the papers.
double plain_loss(const std::vector<float>& x, const std::vector<float>& y,
                  const std::vector<std::size_t>& shifts, bool softened) {
    const std::size_t edges = x.size() / 2;
    const auto q = [&](std::size_t i, std::size_t j) {
        const double square = std::pow(double{x[i]} - double{x[j]}, 2) +
                              std::pow(double{y[i]} - double{y[j]}, 2) + 1e-4;
        const double near = 1 / (1 + 1.5769 * std::pow(square, 0.8951));
        return softened ? near / (1 + near) : near;
    };
    // The softened one takes log(1 - q) for log q of the logistic function less its logarithm.
    const auto apart = [&](double near) {
        return softened ? std::log(near) - std::log(near / (1 - near)) : std::log(1 - near);
    };
    double sum = 0;
    for (std::size_t e = 0; e < edges; ++e) {
        sum -= std::log(q(e, edges + e));
        for (const std::size_t shift : shifts) sum -= apart(q(e, edges + (e + shift) % edges));
    }
    return sum / static_cast<double>(edges * (1 + shifts.size()));
}

/// Two groups of points, far from each other, each joined in a ring.
struct Rings {
    TrainingPoints points{.dimension = 6,
                          .rows = {},
                          .weights = {1, 1, 1, 1, 1, 1},
                          .weighed_by = std::vector<std::uint32_t>(40)};
    std::vector<WeightedEdge> edges;
    Rings() {
        points.rows = normal_values(240, 5);
        for (std::uint32_t i = 0; i < 40; ++i) {
            points.rows[6 * i] += i < 20 ? -3.0F : 3.0F;
            edges.push_back({i, i / 20 * 20 + (i + 1) % 20, 20});
        }
    }
};

TrainingOptions quick_options() {
    TrainingOptions options;
    options.batch_size = 50;
    options.training_epochs = 5;
    return options;
}

std::vector<TrainingPass> learn(Autoencoder& autoencoder, const TrainingOptions& options,
                                const Anchor& anchor = {}) {
    const Rings rings;
    const EdgeSampler sampler(rings.edges);
    EdgeTraining training(autoencoder, rings.points, sampler, options, 1);
    training.hold(anchor);
    return training.run({}, [](const TrainingPass&) {});
}

double difference(const Network& network, const std::vector<float>& from) {
    double sum = 0;
    for (std::size_t p = 0; p < from.size(); ++p)
        sum += std::pow(double{network.parameters()[p]} - double{from[p]}, 2);
    return sum;
}

const std::vector<std::size_t> widths{6, 8, 2};

}  // namespace

TEST_CASE("edges are drawn by their weights, either way round") {
    const EdgeSampler sampler({{0, 1, 10}, {2, 3, 30}, {4, 5, 0}, {6, 7, 60}});
    CHECK(sampler.draws() == 100);
    CHECK(EdgeSampler({}).is_empty());
    CHECK(EdgeSampler({{0, 1, 0.2F}}).draws() == 1);
    QuickDraw random(1, 2);
    std::array<int, 8> as_first{};
    constexpr int draws = 100'000;
    for (int i = 0; i < draws; ++i) ++as_first[sampler.draw(random).a];
    const std::array<double, 8> expected{5, 5, 15, 15, 0, 0, 30, 30};
    // Three standard deviations of the most spread are 0.44 of a hundred.
    for (std::size_t i = 0; i < 8; ++i)
        CHECK(100.0 * as_first[i] / draws == Approx(expected[i]).margin(0.5));
    CHECK(as_first[4] + as_first[5] == 0);
}

TEST_CASE("streams of a draw are their own, and the same every time") {
    CHECK(QuickDraw(1, 2).bits() == QuickDraw(1, 2).bits());
    CHECK(QuickDraw(1, 2).bits() != QuickDraw(1, 3).bits());
    CHECK(QuickDraw(1, 2).bits() != QuickDraw(2, 2).bits());
}

TEST_CASE("a and b are those of a minimal distance of 0.1") {
    const PairCurve curve;
    const auto misfit = [](double a, double b) {
        double sum = 0;
        for (int i = 0; i <= 300; ++i) {
            const double d = i / 100.0;
            const double wanted = d < 0.1 ? 1 : std::exp(0.1 - d);
            sum += std::pow(1 / (1 + a * std::pow(d, 2 * b)) - wanted, 2);
        }
        return sum;
    };
    const double a = curve.a;
    const double b = curve.b;
    const double least = misfit(a, b);
    for (const double off : {-0.02, 0.02}) {
        CHECK(misfit(a + off, b) > least);
        CHECK(misfit(a, b + off) > least);
    }
}

TEST_CASE("the loss of pairs and its gradient are those of the papers") {
    const std::vector<std::size_t> shifts{1, 4};
    for (const bool softened : {false, true})
        for (const float size : {0.3F, 3.0F}) {
            auto x = normal_values(14, 1);
            auto y = normal_values(14, 2);
            for (auto* values : {&x, &y})
                for (float& value : *values) value *= size;
            x[9] = x[2];
            y[9] = y[2];
            PairLoss loss({.softened = softened});
            std::vector<float> x_slopes(14);
            std::vector<float> y_slopes(14);
            const double found = loss.find(x, y, shifts, x_slopes, y_slopes);
            CHECK(found == Approx(plain_loss(x, y, shifts, softened)).epsilon(1e-5));
            for (const bool along_x : {true, false}) {
                std::vector<float>& values = along_x ? x : y;
                const std::vector<float>& slopes = along_x ? x_slopes : y_slopes;
                for (std::size_t i = 0; i < 14; ++i) {
                    const float kept = values[i];
                    const auto at = [&](float value) {
                        values[i] = value;
                        return plain_loss(x, y, shifts, softened);
                    };
                    const float above = kept + 1e-4F;
                    const float below = kept - 1e-4F;
                    const double rise = (at(above) - at(below)) / (double{above} - double{below});
                    values[i] = kept;
                    CHECK(double{slopes[i]} == Approx(rise).epsilon(2e-3).margin(2e-4));
                }
            }
        }
}

TEST_CASE("places that are no numbers make a loss that is none") {
    std::vector<float> x{0, std::numeric_limits<float>::quiet_NaN(), 1, 2};
    std::vector<float> slopes(4);
    const std::vector<float> y(4);
    std::vector<float> other(4);
    CHECK(std::isnan(PairLoss({}).find(x, y, {}, slopes, other)));
}

TEST_CASE("learning lowers the loss, and ends where it no longer does") {
    Autoencoder autoencoder(widths, 1);
    const auto passes = learn(autoencoder, quick_options());
    REQUIRE(passes.size() == 5);
    CHECK(passes[4].loss < passes[0].loss);
    CHECK(passes[4].number == 5);
    CHECK(passes[4].loss == Approx(passes[4].pairs + passes[4].reconstruction));
    TrainingOptions impatient = quick_options();
    impatient.min_improvement = 100;
    impatient.patience = 2;
    Autoencoder other(widths, 1);
    CHECK(learn(other, impatient).size() == 3);
}

TEST_CASE("what holds a map keeps it where it was") {
    const Autoencoder start(widths, 1);
    const Anchor loose{{start.encoder.parameters().begin(), start.encoder.parameters().end()},
                       {start.decoder.parameters().begin(), start.decoder.parameters().end()},
                       0};
    Anchor tight = loose;
    tight.strength = 10;
    Autoencoder free(widths, 1);
    Autoencoder held(widths, 1);
    const auto freely = learn(free, quick_options(), loose);
    const auto tightly = learn(held, quick_options(), tight);
    CHECK(freely.back().held == 0);
    CHECK(tightly.back().held > 0);
    CHECK(difference(held.encoder, tight.encoder) < difference(free.encoder, tight.encoder) / 10);
}

TEST_CASE("a loss that is no number is an error that names the pass") {
    Autoencoder autoencoder(widths, 1);
    TrainingOptions wild = quick_options();
    wild.learning_rate = 1e30;
    CHECK_THROWS_WITH(learn(autoencoder, wild), contains("pass 1: the loss is no number any more"));
    wild.learning_rate = 0;
    CHECK_THROWS_WITH(check_options(wild), contains("learning-rate: is 0, expected 1e-12 to 1000"));
}

TEST_CASE("encoders narrow by halves") {
    CHECK(widths_of(64, 4) == std::vector<std::size_t>{64, 32, 32, 32, 32, 2});
    CHECK(widths_of(3, 1) == std::vector<std::size_t>{3, 2, 2});
    CHECK(widths_of(5, 0) == std::vector<std::size_t>{5, 2});
}
