#include "analysis/float_matrix.h"

#include "analysis/prototypes/features.h"

#include <cblas.h>

#include <algorithm>
#include <cmath>

namespace epochscope {

namespace {

/// The maximum of |x - middle|.
double reach_of(const Table& table, const std::vector<double>& middle) {
    double reach = 0;
    for (std::size_t i = 0; i < table.rows(); ++i) {
        const auto row = table.row(i);
        for (std::size_t d = 0; d < row.size(); ++d)
            reach = std::max(reach, std::abs(static_cast<double>(row[d]) - middle[d]));
    }
    return reach;
}

}  // namespace

float FloatMatrix::longest() const {
    return lengths.empty() ? 0 : *std::max_element(lengths.begin(), lengths.end());
}

Framing Framing::of(const Table& points, const Table& others, Distance distance) {
    Framing framing{distance, std::vector<double>(points.columns), 1};
    if (distance == Distance::cosine) return framing;
    for (std::size_t i = 0; i < points.rows(); ++i) {
        const auto row = points.row(i);
        for (std::size_t d = 0; d < row.size(); ++d)
            framing.middle[d] += static_cast<double>(row[d]);
    }
    for (double& sum : framing.middle) sum /= static_cast<double>(points.rows());
    const double reach =
        std::max(reach_of(points, framing.middle), reach_of(others, framing.middle));
    if (reach > 0) framing.scale = 1 / reach;
    return framing;
}

FloatMatrix Framing::rows(const Table& table, std::span<const std::int32_t> order) const {
    FloatMatrix made{table.columns, {}, {}, {}};
    made.values.reserve(order.size() * table.columns);
    for (const std::int32_t index : order) {
        const auto row = table.row(static_cast<std::size_t>(index));
        double factor = scale;
        if (distance == Distance::cosine) {
            const double length = length_of(row);
            factor = length > 0 ? 1 / length : 0;
        }
        double square = 0;
        for (std::size_t d = 0; d < row.size(); ++d) {
            const auto value =
                static_cast<float>((static_cast<double>(row[d]) - middle[d]) * factor);
            made.values.push_back(value);
            square += static_cast<double>(value) * static_cast<double>(value);
        }
        made.lengths.push_back(static_cast<float>(std::sqrt(square)));
        made.squares.push_back(distance == Distance::cosine ? 0 : static_cast<float>(square));
    }
    return made;
}

void multiply(const float* some, std::size_t some_count, const float* others,
              std::size_t others_count, std::size_t dimension, float* products) {
    const auto rows = static_cast<f77_int>(some_count);
    const auto columns = static_cast<f77_int>(others_count);
    const auto depth = static_cast<f77_int>(dimension);
    cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasTrans, rows, columns, depth, 1, some, depth,
                others, depth, 0, products, columns);
}

void multiply(const double* some, std::size_t some_count, const double* others,
              std::size_t others_count, std::size_t dimension, double* products) {
    const auto rows = static_cast<f77_int>(some_count);
    const auto columns = static_cast<f77_int>(others_count);
    const auto depth = static_cast<f77_int>(dimension);
    cblas_dgemm(CblasRowMajor, CblasNoTrans, CblasTrans, rows, columns, depth, 1, some, depth,
                others, depth, 0, products, columns);
}

}  // namespace epochscope
