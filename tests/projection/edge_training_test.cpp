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
    CHECK_THROWS_WITH(learn(autoencoder, wild),
                      contains("pass 1: the loss is no number any more; it was begun again with "
                               "learning rates from 1e+30 down to 1.5625e+28"));
    wild.learning_rate = 0;
    CHECK_THROWS_WITH(check_options(wild), contains("learning-rate: is 0, expected 1e-12 to 1000"));
}

TEST_CASE("a training that breaks is begun again with a lower rate, which is said") {
    const Rings rings;
    const EdgeSampler sampler(rings.edges);
    TrainingOptions options = quick_options();
    options.min_improvement = -1000;
    Autoencoder autoencoder(widths, 1);
    EdgeTraining training(autoencoder, rings.points, sampler, options, 1);
    int judged = 0;
    training.judge_by([&] { return ++judged < 3 ? std::string("it is hopeless") : std::string(); });
    std::vector<std::size_t> numbers;
    double furthest = 0;
    const Job job{.progress =
                      [&](double fraction) {
                          CHECK(fraction >= furthest);
                          furthest = fraction;
                      },
                  .stop = {}};
    const auto passes =
        training.run(job, [&](const TrainingPass& pass) { numbers.push_back(pass.number); });
    CHECK(judged == 3);
    CHECK(passes.size() == 5);
    CHECK(numbers.size() == 15);
    CHECK(training.state().restarts == 2);
    CHECK(training.remark() ==
          "the training broke and was begun again with the learning rate 0.000625 instead of 0.01");
    // One that broke as often in a run that was left off is as it would have been.
    Autoencoder other(widths, 1);
    EdgeTraining resumed(other, rings.points, sampler, options, 1);
    TrainingState state = training.state();
    state.passes.clear();
    resumed.go_on_from(state);
    CHECK(resumed.remark() == training.remark());
    // At last it is an error.
    EdgeTraining hopeless(other, rings.points, sampler, options, 1, "here, ");
    hopeless.judge_by([] { return std::string("it is hopeless"); });
    CHECK_THROWS_WITH(hopeless.run({}, [](const TrainingPass&) {}),
                      contains("here, pass 5: it is hopeless; it was begun again with learning "
                               "rates from 0.01 down to 0.00015625"));
}

TEST_CASE("a training whose places stay one is broken") {
    Rings rings;
    const EdgeSampler sampler(rings.edges);
    Autoencoder autoencoder(widths, 1);
    TrainingOptions options = quick_options();
    // Nothing moves.
    options.learning_rate = 1e-12;
    options.training_epochs = 40;
    for (float& value : autoencoder.encoder.parameters()) value = 0;
    autoencoder.encoder.parameters_changed();
    const Anchor anchor{
        {autoencoder.encoder.parameters().begin(), autoencoder.encoder.parameters().end()},
        {autoencoder.decoder.parameters().begin(), autoencoder.decoder.parameters().end()},
        1e-9};
    EdgeTraining training(autoencoder, rings.points, sampler, options, 1);
    training.hold(anchor);
    try {
        training.run({}, [](const TrainingPass&) {});
    } catch (const Error&) {
    }
    // The last time with other weights.
    CHECK(training.state().restarts == 3);
    CHECK(autoencoder.encoder.parameters()[0] != 0);
    // Where all points are alike, there is nothing to be learned.
    for (std::size_t i = 6; i < rings.points.rows.size(); ++i)
        rings.points.rows[i] = rings.points.rows[i % 6];
    Autoencoder same(widths, 1);
    const TrainingOptions plain = quick_options();
    EdgeTraining calm(same, rings.points, sampler, plain, 1);
    CHECK(calm.run({}, [](const TrainingPass&) {}).size() > 1);
    CHECK(calm.remark().empty());
}

TEST_CASE("hidden layers are half as wide as the features, within bounds") {
    CHECK(widths_of(64, {}) == std::vector<std::size_t>{64, 32, 32, 32, 32, 2});
    CHECK(widths_of(2048, {.hidden_layers = 1}) == std::vector<std::size_t>{2048, 256, 2});
    CHECK(widths_of(64, {.hidden_layers = 1, .width = 8}) == std::vector<std::size_t>{64, 8, 2});
    CHECK(widths_of(3, {.hidden_layers = 1}) == std::vector<std::size_t>{3, 16, 2});
    CHECK(widths_of(5, {.hidden_layers = 0}) == std::vector<std::size_t>{5, 2});
}
