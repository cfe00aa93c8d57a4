#include "projection/momentum.h"

#include <algorithm>
#include <cmath>

namespace epochscope {

namespace {

constexpr double gain_up = 0.2;
constexpr double gain_down = 0.8;
constexpr double least_gain = 0.01;
/// A step is no longer than this, so that nobody is thrown out of the picture.
constexpr double longest_step = 5;
constexpr double least_rate = 50;
constexpr double rate_samples = 12;
constexpr std::size_t most_exact_samples = 500;

/// How one step goes.
struct LevelOfDetail {
    double momentum;
    double rate;
    double curvature;
};

/// One coordinate's velocity after another step.
void turn(double gradient, const LevelOfDetail& pace, double& velocity, double& gain) {
    gain = std::max(velocity * gradient < 0 ? gain + gain_up : gain * gain_down, least_gain);
    const double rate = pace.rate * gain;
    velocity = pace.momentum * velocity - rate / (1 + rate * pace.curvature) * gradient;
}

}  // namespace

void Momentum::restart(std::size_t samples) {
    velocity_ = filled_layout(samples, 0);
    gain_ = filled_layout(samples, 1);
}

void Momentum::step(const Layout& gradient, double momentum, double rate,
                    std::span<const double> curvature, Layout& layout) {
    for (std::size_t i = 0; i < layout.size(); ++i) {
        const LevelOfDetail pace{momentum, rate, curvature.empty() ? 0 : curvature[i]};
        turn(gradient.x[i], pace, velocity_.x[i], gain_.x[i]);
        turn(gradient.y[i], pace, velocity_.y[i], gain_.y[i]);
        const double length =
            std::sqrt(velocity_.x[i] * velocity_.x[i] + velocity_.y[i] * velocity_.y[i]);
        const double share = length > longest_step ? longest_step / length : 1;
        layout.x[i] += share * velocity_.x[i];
        layout.y[i] += share * velocity_.y[i];
    }
}

double learning_rate(std::size_t samples) {
    return std::max(static_cast<double>(samples) / rate_samples, least_rate);
}

Layout filled_layout(std::size_t samples, double value) {
    return {std::vector<double>(samples, value), std::vector<double>(samples, value)};
}

Repulsion chosen_repulsion(Repulsion wanted, std::size_t samples) {
    if (wanted != Repulsion::automatic) return wanted;
    return samples <= most_exact_samples ? Repulsion::exact : Repulsion::cells;
}

}  // namespace epochscope
