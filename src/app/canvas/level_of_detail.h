#pragma once

#include <cstddef>

namespace epochscope::app {

/// How coarse frames have to be to be there in time, judged by what the last ones took.
class LevelOfDetail {
  public:
    /// In seconds: with what the window takes to put it on the screen, a picture of this is there
    /// while a hand still feels that it holds it. Less would show fewer samples.
    static constexpr double budget = 0.02;

    /// The stride (see PointLayer) with which a frame of so many samples takes about the
    /// budget or less. Stays as it is while that is about right, so that samples do not come and
    /// go.
    [[nodiscard]] std::size_t stride_for(std::size_t samples);
    /// A frame that drew so many samples took so long.
    void took(std::size_t drawn, double seconds);

  private:
    /// At first what a slow machine takes.
    double seconds_a_sample_ = 60e-9;
    std::size_t stride_ = 1;
};

}  // namespace epochscope::app
