#pragma once

#include <epochscope/projection/tsne.h>

#include <span>

namespace epochscope {

/// Moves samples down a gradient with momentum, and a gain for each coordinate that rises while its
/// gradient turns and falls while it does not (Jacobs 1988).
class Momentum {
  public:
    /// Velocities and gains as at the start.
    void restart(std::size_t samples);

    /// One step. `curvature`, one a sample or none, is by how much the gradient rises with a
    /// sample's place at most: steps are shortened where it would throw the sample beyond its mark.
    void step(const Layout& gradient, double momentum, double rate,
              std::span<const double> curvature, Layout& layout);

  private:
    Layout velocity_;
    Layout gain_;
};

/// The learning rate for so many samples: N / 12 (Belkina et al. 2019), at least 50.
double learning_rate(std::size_t samples);

/// As many places, all alike.
Layout filled_layout(std::size_t samples, double value);

/// Samples of fewer than this many push each other exactly where that is automatic.
Repulsion chosen_repulsion(Repulsion wanted, std::size_t samples);

}  // namespace epochscope
