#pragma once

#include <deque>
#include <optional>

namespace epochscope {

/// Estimates the remaining time of work from its speed in the second half of the elapsed time,
/// because parts may differ in speed or have been done before.
class TimeLeft {
  public:
    /// The remaining seconds, given the elapsed seconds and the fraction done, 0..1; neither may
    /// decrease. Nothing in the first two seconds, and without recent progress.
    std::optional<double> at(double seconds, double fraction);

  private:
    struct Mark {
        double seconds;
        double fraction;
    };
    /// The first one is the last of the first half.
    std::deque<Mark> marks_;
};

}  // namespace epochscope
