#include "projection/intrinsic_dimension.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace epochscope {

double intrinsic_dimension(const NearestPoints& nearest) {
    constexpr double kept = 0.9;
    std::vector<double> ratios;
    for (std::size_t i = 0; i + 1 < nearest.distances.size(); i += nearest.count)
        if (nearest.count >= 2 && nearest.distances[i] > 0)
            ratios.push_back(std::log(nearest.distances[i + 1] / nearest.distances[i]));
    std::ranges::sort(ratios);
    const auto count = static_cast<double>(ratios.size());
    double products = 0;
    double squares = 0;
    for (std::size_t i = 0; static_cast<double>(i) < kept * count; ++i) {
        const double below = static_cast<double>(i) / count;
        products -= ratios[i] * std::log(1 - below);
        squares += ratios[i] * ratios[i];
    }
    return squares > 0 ? products / squares : 0;
}

}  // namespace epochscope
