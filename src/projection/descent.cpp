#include "projection/descent.h"

#include "analysis/threads.h"

#include <algorithm>
#include <cmath>
#include <utility>

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

Layout filled(std::size_t count, double value) {
    return {std::vector<double>(count, value), std::vector<double>(count, value)};
}

Repulsion chosen(Repulsion repulsion, std::size_t samples) {
    if (repulsion != Repulsion::automatic) return repulsion;
    return samples <= most_exact_samples ? Repulsion::exact : Repulsion::cells;
}

}  // namespace

Tsne::Descent::Descent(const Table& rows, Layout start, const TsneOptions& options, const Job& job)
    : affinities_(affinities_of(rows, options.perplexity, options.threads, job)),
      forces_(make_forces(affinities_, chosen(options.repulsion, rows.rows()), options.threads)),
      layout_(std::move(start)),
      gradient_(filled(rows.rows(), 0)),
      pull_(2 * options.pull / static_cast<double>(rows.rows())),
      rate_(std::max(static_cast<double>(rows.rows()) / rate_samples, least_rate)),
      threads_(options.threads) {}

void Tsne::Descent::run(int iterations, const Phase& phase, const std::stop_token& stop) {
    if (phase_ != phase) begin(phase);
    for (int i = 0; i < iterations; ++i) {
        end_if_stopped(stop);
        step();
    }
}

void Tsne::Descent::begin(const Phase& phase) {
    phase_ = phase;
    velocity_ = filled(layout_.size(), 0);
    gain_ = filled(layout_.size(), 1);
}

void Tsne::Descent::turn(double gradient, double& velocity, double& gain) const {
    gain = std::max(velocity * gradient < 0 ? gain + gain_up : gain * gain_down, least_gain);
    velocity = phase_->momentum * velocity - rate_ * gain * gradient;
}

void Tsne::Descent::step() {
    weights_ = forces_->gradient_at(layout_, phase_->exaggeration, gradient_);
    for (std::size_t i = 0; i < layout_.size(); ++i) {
        double x = gradient_.x[i];
        double y = gradient_.y[i];
        if (held_) {
            x += pull_ * (layout_.x[i] - held_->x[i]);
            y += pull_ * (layout_.y[i] - held_->y[i]);
        }
        turn(x, velocity_.x[i], gain_.x[i]);
        turn(y, velocity_.y[i], gain_.y[i]);
        const double length =
            std::sqrt(velocity_.x[i] * velocity_.x[i] + velocity_.y[i] * velocity_.y[i]);
        const double share = length > longest_step ? longest_step / length : 1;
        layout_.x[i] += share * velocity_.x[i];
        layout_.y[i] += share * velocity_.y[i];
    }
}

double Tsne::Descent::divergence(double weights) const {
    if (!(weights > 0)) return 0;
    double sum = 0;
    for (std::size_t i = 0; i < affinities_.size(); ++i)
        for (std::size_t k = affinities_.offsets[i]; k < affinities_.offsets[i + 1]; ++k) {
            const auto j = static_cast<std::size_t>(affinities_.neighbours[k]);
            const double dx = layout_.x[i] - layout_.x[j];
            const double dy = layout_.y[i] - layout_.y[j];
            const double p = affinities_.values[k];
            if (p > 0) sum += p * std::log(p * weights * (1 + dx * dx + dy * dy));
        }
    return sum;
}

}  // namespace epochscope
