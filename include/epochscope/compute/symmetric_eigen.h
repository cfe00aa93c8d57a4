#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace epochscope {

/// The eigenvalues of a symmetric matrix, increasing, and a unit eigenvector for each: `size`
/// numbers, one vector after another.
struct SymmetricEigen {
    std::vector<double> values;
    std::vector<double> vectors;
};

/// `matrix` has size x size numbers, row by row; its lower triangle is used. O(size^3).
SymmetricEigen symmetric_eigen(std::span<const double> matrix, std::size_t size);

/// The singular values of a table of `columns` numbers a row, decreasing, from the eigenvalues of
/// its smaller Gram matrix. Those below 1e-7 of the largest are rounding. O(rows columns
/// min(rows, columns)).
std::vector<double> singular_values(std::span<const double> table, std::size_t columns);

}  // namespace epochscope
