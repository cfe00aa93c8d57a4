#include <epochscope/compute/symmetric_eigen.h>

#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>

namespace epochscope {

namespace {

using Rows = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

}  // namespace

SymmetricEigen symmetric_eigen(std::span<const double> matrix, std::size_t size) {
    const auto length = static_cast<Eigen::Index>(size);
    const Eigen::Map<const Rows> rows(matrix.data(), length, length);
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(rows);
    const auto& values = solver.eigenvalues();
    const auto& vectors = solver.eigenvectors();
    return {{values.data(), values.data() + values.size()},
            {vectors.data(), vectors.data() + vectors.size()}};
}

std::vector<double> singular_values(std::span<const double> table, std::size_t columns) {
    if (columns == 0 || table.empty()) return {};
    const Eigen::Map<const Rows> rows(table.data(),
                                      static_cast<Eigen::Index>(table.size() / columns),
                                      static_cast<Eigen::Index>(columns));
    const Eigen::MatrixXd gram = rows.rows() < rows.cols()
                                     ? Eigen::MatrixXd(rows * rows.transpose())
                                     : rows.transpose() * rows;
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(gram, Eigen::EigenvaluesOnly);
    std::vector<double> values(static_cast<std::size_t>(gram.rows()));
    for (std::size_t i = 0; i < values.size(); ++i)
        values[values.size() - 1 - i] =
            std::sqrt(std::max(0.0, solver.eigenvalues()[static_cast<Eigen::Index>(i)]));
    return values;
}

}  // namespace epochscope
