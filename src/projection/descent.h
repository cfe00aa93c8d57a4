#pragma once

#include "projection/affinities.h"
#include "projection/forces.h"
#include "projection/momentum.h"

#include <epochscope/projection/tsne.h>

#include <cstddef>
#include <memory>
#include <optional>
#include <stop_token>

namespace epochscope {

/// Gradient descent by `Momentum`.
class Tsne::Descent {
  public:
    Descent(const Table& rows, Layout start, const TsneOptions& options, const Job& job);

    void hold_at(Layout places) { held_ = std::move(places); }
    void run(int iterations, const Phase& phase, const std::stop_token& stop);

    [[nodiscard]] const Layout& layout() const { return layout_; }
    [[nodiscard]] double perplexity() const { return affinities_.perplexity; }
    /// The divergence where weights sum to this.
    [[nodiscard]] double divergence(double weights) const {
        return divergence_of(affinities_, layout_, weights);
    }
    [[nodiscard]] double exact_weights() const { return weight_sum(layout_, threads_); }
    /// As the last iteration found them.
    [[nodiscard]] double last_weights() const { return weights_; }

  private:
    void step();

    Affinities affinities_;
    std::unique_ptr<Forces> forces_;
    Layout layout_;
    Layout gradient_;
    Momentum momentum_;
    std::optional<Layout> held_;
    double pull_;
    double rate_;
    int threads_;
    std::optional<Phase> phase_;
    double weights_ = 0;
};

}  // namespace epochscope
