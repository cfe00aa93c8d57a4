#include "projection/descent.h"

#include <epochscope/compute/threads.h>

#include <utility>

namespace epochscope {

Tsne::Descent::Descent(const Table& rows, Layout start, const TsneOptions& options, const Job& job)
    : affinities_(affinities_of(rows, options.perplexity, options.threads, job)),
      forces_(make_forces(affinities_, chosen_repulsion(options.repulsion, rows.rows()),
                          options.threads)),
      layout_(std::move(start)),
      gradient_(filled_layout(rows.rows(), 0)),
      pull_(2 * options.pull / static_cast<double>(rows.rows())),
      rate_(learning_rate(rows.rows())),
      threads_(options.threads) {}

void Tsne::Descent::run(int iterations, const Phase& phase, const std::stop_token& stop) {
    if (phase_ != phase) {
        phase_ = phase;
        momentum_.restart(layout_.size());
    }
    for (int i = 0; i < iterations; ++i) {
        end_if_stopped(stop);
        step();
    }
}

void Tsne::Descent::step() {
    weights_ = forces_->gradient_at(layout_, phase_->exaggeration, gradient_);
    for (std::size_t i = 0; held_ && i < layout_.size(); ++i) {
        gradient_.x[i] += pull_ * (layout_.x[i] - held_->x[i]);
        gradient_.y[i] += pull_ * (layout_.y[i] - held_->y[i]);
    }
    momentum_.step(gradient_, phase_->momentum, rate_, {}, layout_);
}

}  // namespace epochscope
