#include "analysis/distance_between.h"

#include <array>
#include <cmath>
#include <cstddef>

namespace epochscope {

double distance_between(std::span<const float> x, std::span<const float> y, Distance distance) {
    // Four independent sums, for instruction-level parallelism.
    std::array<double, 4> products{};
    std::array<double, 4> xx{};
    std::array<double, 4> yy{};
    const bool cosine = distance == Distance::cosine;
    for (std::size_t d = 0; d < x.size(); ++d) {
        const double a = x[d];
        const double b = y[d];
        if (cosine) {
            products[d % 4] += a * b;
            xx[d % 4] += a * a;
            yy[d % 4] += b * b;
        } else {
            products[d % 4] += (a - b) * (a - b);
        }
    }
    const auto total = [](const std::array<double, 4>& sums) {
        return (sums[0] + sums[1]) + (sums[2] + sums[3]);
    };
    if (!cosine) return std::sqrt(total(products));
    const double lengths = std::sqrt(total(xx)) * std::sqrt(total(yy));
    return lengths > 0 ? 1 - total(products) / lengths : 1;
}

}  // namespace epochscope
