#include <epochscope/compute/least_squares.h>
#include <epochscope/compute/threads.h>

#include <oneapi/tbb/parallel_for.h>

#include <Eigen/Core>
#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>
#include <limits>

namespace epochscope {

namespace {

using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;

/// Rows of a block.
constexpr std::size_t rows_of_block = 256;
/// Partial sums. Their number does not depend on the number of threads, so that the result does
/// not either.
constexpr std::size_t part_count = 8;
/// Variances below this fraction of the largest are rounding errors (of float32 inputs, squared).
constexpr double min_fraction = 1e-13;

Eigen::Index index_of(std::size_t count) { return static_cast<Eigen::Index>(count); }

/// Some rows of a table in double precision.
Matrix rows_of(const Table& table, std::size_t first, std::size_t count) {
    using Floats = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    const auto values = table.values.subspan(first * table.columns, count * table.columns);
    return Eigen::Map<const Floats>(values.data(), index_of(count), index_of(table.columns))
        .cast<double>();
}

/// The sum of part(first, count, sum) over blocks of rows.
template <typename Part>
Matrix summed(std::size_t rows, Eigen::Index height, Eigen::Index width, int threads,
              const Part& part) {
    const std::size_t blocks = (rows + rows_of_block - 1) / rows_of_block;
    std::vector<Matrix> sums(std::min(part_count, blocks), Matrix::Zero(height, width));
    on_threads(threads, [&] {
        tbb::parallel_for(std::size_t{0}, sums.size(), [&](std::size_t p) {
            for (std::size_t b = p; b < blocks; b += sums.size())
                part(b * rows_of_block, std::min(rows_of_block, rows - b * rows_of_block), sums[p]);
        });
    });
    for (std::size_t p = 1; p < sums.size(); ++p) sums[0] += sums[p];
    return sums[0];
}

/// Inputs and outputs about their means.
class Centred {
  public:
    Centred(const Table& inputs, const Table& outputs, int threads)
        : inputs_(inputs), outputs_(outputs), threads_(threads) {
        const Matrix sums = summed(rows(), 1, index_of(input_count() + output_count()), threads_,
                                   [&](std::size_t first, std::size_t count, Matrix& sum) {
                                       sum.leftCols(index_of(input_count())) +=
                                           rows_of(inputs_, first, count).colwise().sum();
                                       sum.rightCols(index_of(output_count())) +=
                                           rows_of(outputs_, first, count).colwise().sum();
                                   }) /
                            static_cast<double>(rows());
        mean_input = sums.leftCols(index_of(input_count()));
        mean_output = sums.rightCols(index_of(output_count()));
    }

    [[nodiscard]] std::size_t rows() const { return inputs_.rows(); }
    [[nodiscard]] std::size_t input_count() const { return inputs_.columns; }
    [[nodiscard]] std::size_t output_count() const { return outputs_.columns; }
    [[nodiscard]] int threads() const { return threads_; }

    [[nodiscard]] Matrix inputs(std::size_t first, std::size_t count) const {
        return rows_of(inputs_, first, count).rowwise() - mean_input;
    }
    [[nodiscard]] Matrix outputs(std::size_t first, std::size_t count) const {
        return rows_of(outputs_, first, count).rowwise() - mean_output;
    }

    Eigen::RowVectorXd mean_input;
    Eigen::RowVectorXd mean_output;

  private:
    const Table& inputs_;
    const Table& outputs_;
    int threads_;
};

/// The solution of minimum norm of gram * x = right, for a gram matrix. Eigenvalues up to
/// `negligible` count as 0.
Matrix solve(const Matrix& gram, const Matrix& right, double negligible) {
    const Eigen::SelfAdjointEigenSolver<Matrix> parts(gram);
    const double max = std::max(parts.eigenvalues().maxCoeff(), 0.0);
    const double fraction = std::max(
        min_fraction, static_cast<double>(gram.rows()) * std::numeric_limits<double>::epsilon());
    const double limit = std::max(max * fraction, negligible);
    const Vector inverse =
        parts.eigenvalues().unaryExpr([&](double value) { return value > limit ? 1 / value : 0; });
    return parts.eigenvectors() *
           (inverse.asDiagonal() * (parts.eigenvectors().transpose() * right));
}

/// The sum of squares that rounding of the mean leaves of inputs that never vary.
double rounding_of_mean(const Centred& data) {
    return static_cast<double>(data.rows()) * data.mean_input.squaredNorm() * 1e-28;
}

/// D rows of C, from the covariance of the inputs.
Matrix fit_by_inputs(const Centred& data) {
    const Eigen::Index d = index_of(data.input_count());
    const Matrix sums = summed(
        data.rows(), d, d + index_of(data.output_count()), data.threads(),
        [&](std::size_t first, std::size_t count, Matrix& sum) {
            const Matrix x = data.inputs(first, count);
            sum.leftCols(d).selfadjointView<Eigen::Lower>().rankUpdate(x.transpose());
            sum.rightCols(sum.cols() - d).noalias() += x.transpose() * data.outputs(first, count);
        });
    return solve(sums.leftCols(d), sums.rightCols(sums.cols() - d), rounding_of_mean(data));
}

/// The same if there are fewer rows than inputs, from the products of rows.
Matrix fit_by_rows(const Centred& data) {
    const Matrix x = data.inputs(0, data.rows());
    Matrix gram = Matrix::Zero(x.rows(), x.rows());
    gram.selfadjointView<Eigen::Lower>().rankUpdate(x);
    return x.transpose() * solve(gram, data.outputs(0, data.rows()), rounding_of_mean(data));
}

/// Subtracts the mean of each row.
void subtract_row_means(Matrix& rows) {
    const Vector means = rows.rowwise().mean();
    rows.colwise() -= means;
}

}  // namespace

std::optional<LinearFit> least_squares(const Table& inputs, const Table& outputs, int threads) {
    const Centred data(inputs, outputs, threads);
    const Matrix weight =
        data.rows() < data.input_count() ? fit_by_rows(data) : fit_by_inputs(data);
    const Eigen::RowVectorXd bias = data.mean_output - data.mean_input * weight;
    LinearFit fit;
    // The columns of `weight` are the rows of the fit.
    for (const double value : weight.reshaped()) fit.weight.push_back(static_cast<float>(value));
    for (const double value : bias) fit.bias.push_back(static_cast<float>(value));
    const auto finite = [](float value) { return std::isfinite(value); };
    if (!std::all_of(fit.weight.begin(), fit.weight.end(), finite) ||
        !std::all_of(fit.bias.begin(), fit.bias.end(), finite))
        return std::nullopt;
    return fit;
}

double residual_of(const LinearHead& head, const Table& inputs, const Table& outputs, int threads) {
    const Centred data(inputs, outputs, threads);
    const Matrix weight = rows_of(head.weight, 0, head.weight.rows());
    const Vector bias =
        Eigen::Map<const Eigen::VectorXf>(head.bias.data(), index_of(head.bias.size()))
            .cast<double>();
    // At the mean, so that the terms are small.
    const Eigen::RowVectorXd off =
        data.mean_input * weight.transpose() + bias.transpose() - data.mean_output;
    const Matrix squares = summed(
        data.rows(), 1, 2, data.threads(), [&](std::size_t first, std::size_t count, Matrix& sum) {
            Matrix wanted = data.outputs(first, count);
            Matrix errors = data.inputs(first, count) * weight.transpose() - wanted;
            errors.rowwise() += off;
            subtract_row_means(errors);
            subtract_row_means(wanted);
            sum(0, 0) += errors.squaredNorm();
            sum(0, 1) += wanted.squaredNorm();
        });
    // Rounding of weights and outputs to float32 does not count.
    const double rounding = 1e-12 * static_cast<double>(data.rows()) *
                            (data.mean_output.squaredNorm() + bias.squaredNorm());
    if (squares(0, 0) <= rounding) return 0;
    return squares(0, 1) > 0 ? std::sqrt(squares(0, 0) / squares(0, 1))
                             : std::numeric_limits<double>::infinity();
}

}  // namespace epochscope
