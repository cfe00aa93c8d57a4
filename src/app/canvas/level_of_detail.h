#pragma once

#include <cstddef>

namespace epochscope::app {

/// Chooses how coarse frames must be to be drawn in time, from the times of the last ones.
class LevelOfDetail {
  public:
    /// In seconds. Less would show fewer samples, more would lag behind the hand.
    static constexpr double budget = 0.02;

    /// The stride (see PointLayer) at which a frame of so many samples takes about the budget. It
    /// changes only if needed, so that samples do not flicker.
    [[nodiscard]] std::size_t stride_for(std::size_t samples);
    /// Reports a frame.
    void took(std::size_t drawn, double seconds);

  private:
    /// At first that of a slow machine.
    double seconds_a_sample_ = 60e-9;
    std::size_t stride_ = 1;
};

}  // namespace epochscope::app
