#pragma once

#include <epochscope/analysis/feature_neighbours.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace epochscope {

/// Rows of a table in single precision, shifted and scaled so that products do not overflow and
/// lose little precision.
struct FloatMatrix {
    std::size_t dimension = 0;
    std::vector<float> values;
    /// |row|^2; 0 for cosine, whose rows are normalised.
    std::vector<float> squares;
    /// The length of each row.
    std::vector<float> lengths;

    /// The maximum of the lengths; 0 without rows.
    [[nodiscard]] float longest() const;
    [[nodiscard]] std::size_t count() const { return squares.size(); }
    [[nodiscard]] const float* row(std::size_t index) const {
        return values.data() + index * dimension;
    }
};

/// The shift and scale, common to queries and points.
struct Framing {
    Distance distance = Distance::euclidean;
    std::vector<double> middle;
    double scale = 1;

    /// Fits these points; only protects `others` from overflow.
    static Framing of(const Table& points, const Table& others, Distance distance);
    /// The rows in this order.
    [[nodiscard]] FloatMatrix rows(const Table& table, std::span<const std::int32_t> order) const;
};

/// The dot products of rows `some` with rows `others`, one row of `products` for each of `some`: a
/// matrix product by BLIS on this thread.
void multiply(const float* some, std::size_t some_count, const float* others,
              std::size_t others_count, std::size_t dimension, float* products);
/// The same in double precision.
void multiply(const double* some, std::size_t some_count, const double* others,
              std::size_t others_count, std::size_t dimension, double* products);

}  // namespace epochscope
