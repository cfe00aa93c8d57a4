#pragma once

#include <vector>

namespace epochscope {

/// The curve through 0 that falls nowhere and comes nearest to points (least squares, by pooling
/// adjacent violators: Ayer et al. 1955): lines between the points, and a slope of 1 beyond the
/// last.
class RisingCurve {
  public:
    struct Knot {
        double x = 0;
        double y = 0;
        friend bool operator==(const Knot&, const Knot&) = default;
    };

    /// No coordinate may be negative. O(n log n).
    explicit RisingCurve(std::vector<Knot> points);

    /// x is at least 0. O(log n).
    [[nodiscard]] double at(double x) const;

  private:
    std::vector<Knot> knots_;
};

}  // namespace epochscope
