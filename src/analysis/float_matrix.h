#pragma once

#include <epochscope/analysis/feature_neighbours.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace epochscope {

/// Rows of a table in single precision, moved and scaled so that products of theirs neither
/// overflow nor lose more than they must.
struct FloatMatrix {
    std::size_t dimension = 0;
    std::vector<float> values;
    /// |row|^2; zeros for cosine, whose rows are all of length 1 (or 0).
    std::vector<float> squares;
    /// The length of each row.
    std::vector<float> lengths;

    /// The greatest of the lengths, 0 where there are none.
    [[nodiscard]] float longest() const;
    [[nodiscard]] std::size_t count() const { return squares.size(); }
    [[nodiscard]] const float* row(std::size_t index) const {
        return values.data() + index * dimension;
    }
};

/// How rows are moved and scaled: alike for queries and points.
struct Framing {
    Distance distance = Distance::euclidean;
    std::vector<double> middle;
    double scale = 1;

    /// That which suits these points; `others` are only kept from overflowing.
    static Framing of(const Table& points, const Table& others, Distance distance);
    /// The rows in this order.
    [[nodiscard]] FloatMatrix rows(const Table& table, std::span<const std::int32_t> order) const;
};

/// The dot products of some rows with some others, a row of `products` for each of `some`, which
/// is `others` long: a matrix product by BLIS on this thread alone.
void multiply(const float* some, std::size_t some_count, const float* others,
              std::size_t others_count, std::size_t dimension, float* products);

}  // namespace epochscope
