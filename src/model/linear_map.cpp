#include <epochscope/model/linear_map.h>

#include <cmath>

namespace epochscope {

namespace {

double product(std::span<const float> row, std::span<const double> column) {
    double sum = 0;
    for (std::size_t d = 0; d < row.size(); ++d) sum += static_cast<double>(row[d]) * column[d];
    return sum;
}

}  // namespace

bool LogitPlane::is_finite() const {
    return std::isfinite(at_origin) && std::isfinite(per_x) && std::isfinite(per_y);
}

Point LinearMap::place(std::span<const float> embedding) const {
    std::array<double, 2> sums{};
    for (std::size_t d = 0; d < mean.size(); ++d) {
        const double off = static_cast<double>(embedding[d]) - mean[d];
        sums[0] += axes[0][d] * off;
        sums[1] += axes[1][d] * off;
    }
    return {static_cast<float>(sums[0]), static_cast<float>(sums[1])};
}

std::vector<double> LinearMap::embedding_of(Point point) const {
    std::vector<double> embedding(mean);
    for (std::size_t d = 0; d < mean.size(); ++d)
        embedding[d] +=
            axes[0][d] * static_cast<double>(point.x) + axes[1][d] * static_cast<double>(point.y);
    return embedding;
}

std::vector<LogitPlane> LinearMap::planes(const DenseLayer& head) const {
    std::vector<LogitPlane> planes;
    for (std::size_t c = 0; c < head.outputs; ++c) {
        const auto weight = std::span(head.weight).subspan(c * head.inputs, head.inputs);
        planes.push_back({product(weight, mean) + static_cast<double>(head.bias[c]),
                          product(weight, axes[0]), product(weight, axes[1])});
    }
    return planes;
}

}  // namespace epochscope
