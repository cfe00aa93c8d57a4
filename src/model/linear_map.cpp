#include <epochscope/model/linear_map.h>

#include <cstddef>

namespace epochscope {

Point LinearMap::place(std::span<const float> embedding) const {
    std::array<double, 2> sums{};
    for (std::size_t d = 0; d < mean.size(); ++d) {
        const double off = static_cast<double>(embedding[d]) - mean[d];
        sums[0] += axes[0][d] * off;
        sums[1] += axes[1][d] * off;
    }
    return {static_cast<float>(sums[0]), static_cast<float>(sums[1])};
}

std::vector<double> LinearMap::embedding_of(Point place) const {
    std::vector<double> embedding(mean);
    for (std::size_t d = 0; d < mean.size(); ++d)
        embedding[d] +=
            axes[0][d] * static_cast<double>(place.x) + axes[1][d] * static_cast<double>(place.y);
    return embedding;
}

}  // namespace epochscope
