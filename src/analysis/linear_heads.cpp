#include <epochscope/analysis/linear_heads.h>
#include <epochscope/compute/threads.h>

#include <oneapi/tbb/parallel_for.h>

#include <Eigen/Core>
#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

namespace epochscope {

namespace {

using Matrix = Eigen::MatrixXd;
using Vector = Eigen::VectorXd;

/// Rows that are worked on at once.
constexpr std::size_t block_rows = 256;
/// Sums that are added up apart from one another: as many whatever the number of threads, so that
/// the result is the same.
constexpr std::size_t part_count = 8;
/// Variances below this share of the greatest are rounding errors (of embeddings in single
/// precision, squared).
constexpr double least_share = 1e-13;

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
    const std::size_t blocks = (rows + block_rows - 1) / block_rows;
    std::vector<Matrix> sums(std::min(part_count, blocks), Matrix::Zero(height, width));
    on_threads(threads, [&] {
        tbb::parallel_for(std::size_t{0}, sums.size(), [&](std::size_t p) {
            for (std::size_t b = p; b < blocks; b += sums.size())
                part(b * block_rows, std::min(block_rows, rows - b * block_rows), sums[p]);
        });
    });
    for (std::size_t p = 1; p < sums.size(); ++p) sums[0] += sums[p];
    return sums[0];
}

/// Embeddings and logits of an epoch about their means.
class Centred {
  public:
    Centred(const RecordedEpoch& epoch, int threads) : epoch_(epoch), threads_(threads) {
        const Matrix sums = summed(rows(), 1, index_of(features() + classes()), threads_,
                                   [&](std::size_t first, std::size_t count, Matrix& sum) {
                                       sum.leftCols(index_of(features())) +=
                                           rows_of(epoch_.embeddings, first, count).colwise().sum();
                                       sum.rightCols(index_of(classes())) +=
                                           rows_of(epoch_.logits, first, count).colwise().sum();
                                   }) /
                            static_cast<double>(rows());
        mean_embedding = sums.leftCols(index_of(features()));
        mean_logits = sums.rightCols(index_of(classes()));
    }

    [[nodiscard]] std::size_t rows() const { return epoch_.embeddings.rows(); }
    [[nodiscard]] std::size_t features() const { return epoch_.embeddings.columns; }
    [[nodiscard]] std::size_t classes() const { return epoch_.logits.columns; }
    [[nodiscard]] int threads() const { return threads_; }

    [[nodiscard]] Matrix embeddings(std::size_t first, std::size_t count) const {
        return rows_of(epoch_.embeddings, first, count).rowwise() - mean_embedding;
    }
    [[nodiscard]] Matrix logits(std::size_t first, std::size_t count) const {
        return rows_of(epoch_.logits, first, count).rowwise() - mean_logits;
    }

    Eigen::RowVectorXd mean_embedding;
    Eigen::RowVectorXd mean_logits;

  private:
    const RecordedEpoch& epoch_;
    int threads_;
};

/// The solution of the smallest norm of gram * x = right, for a gram matrix; variances up to
/// `least` count as none.
Matrix solved(const Matrix& gram, const Matrix& right, double least) {
    const Eigen::SelfAdjointEigenSolver<Matrix> parts(gram);
    const double greatest = std::max(parts.eigenvalues().maxCoeff(), 0.0);
    const double share = std::max(
        least_share, static_cast<double>(gram.rows()) * std::numeric_limits<double>::epsilon());
    const double limit = std::max(greatest * share, least);
    const Vector inverse =
        parts.eigenvalues().unaryExpr([&](double value) { return value > limit ? 1 / value : 0; });
    return parts.eigenvectors() *
           (inverse.asDiagonal() * (parts.eigenvectors().transpose() * right));
}

/// The squared spread that means worked out in double precision leave of features that never vary.
double spread_of_rounding(const Centred& data) {
    return static_cast<double>(data.rows()) * data.mean_embedding.squaredNorm() * 1e-28;
}

/// D rows of C: by the features' covariance.
Matrix fit_by_features(const Centred& data) {
    const Eigen::Index d = index_of(data.features());
    const Matrix sums = summed(
        data.rows(), d, d + index_of(data.classes()), data.threads(),
        [&](std::size_t first, std::size_t count, Matrix& sum) {
            const Matrix x = data.embeddings(first, count);
            sum.leftCols(d).selfadjointView<Eigen::Lower>().rankUpdate(x.transpose());
            sum.rightCols(sum.cols() - d).noalias() += x.transpose() * data.logits(first, count);
        });
    return solved(sums.leftCols(d), sums.rightCols(sums.cols() - d), spread_of_rounding(data));
}

/// The same where there are fewer samples than features: by the samples' products.
Matrix fit_by_samples(const Centred& data) {
    const Matrix x = data.embeddings(0, data.rows());
    Matrix gram = Matrix::Zero(x.rows(), x.rows());
    gram.selfadjointView<Eigen::Lower>().rankUpdate(x);
    return x.transpose() * solved(gram, data.logits(0, data.rows()), spread_of_rounding(data));
}

/// What tells classes from each other in rows of logits.
void drop_what_is_shared(Matrix& logits) {
    const Vector shared = logits.rowwise().mean();
    logits.colwise() -= shared;
}

/// See FittedHead::residual.
double residual_of(const Centred& data, const LinearHead& head) {
    const Matrix weight = rows_of(head.weight, 0, head.weight.rows());
    const Vector bias =
        Eigen::Map<const Eigen::VectorXf>(head.bias.data(), index_of(head.bias.size()))
            .cast<double>();
    // At the mean, so that what is summed is small.
    const Eigen::RowVectorXd off =
        data.mean_embedding * weight.transpose() + bias.transpose() - data.mean_logits;
    const Matrix squares = summed(
        data.rows(), 1, 2, data.threads(), [&](std::size_t first, std::size_t count, Matrix& sum) {
            Matrix logits = data.logits(first, count);
            Matrix misses = data.embeddings(first, count) * weight.transpose() - logits;
            misses.rowwise() += off;
            drop_what_is_shared(misses);
            drop_what_is_shared(logits);
            sum(0, 0) += misses.squaredNorm();
            sum(0, 1) += logits.squaredNorm();
        });
    // What single precision of weights and logits leaves is no miss.
    const double rounding = 1e-12 * static_cast<double>(data.rows()) *
                            (data.mean_logits.squaredNorm() + bias.squaredNorm());
    if (squares(0, 0) <= rounding) return 0;
    return squares(0, 1) > 0 ? std::sqrt(squares(0, 0) / squares(0, 1))
                             : std::numeric_limits<double>::infinity();
}

std::optional<FittedHead> fitted(const Centred& data) {
    if (std::min(data.rows(), data.features()) > head_fit_limit) return std::nullopt;
    const Matrix weight =
        data.rows() < data.features() ? fit_by_samples(data) : fit_by_features(data);
    const Eigen::RowVectorXd bias = data.mean_logits - data.mean_embedding * weight;
    FittedHead head;
    // Column after column of `weight` is row after row of the head's.
    for (const double value : weight.reshaped()) head.weight.push_back(static_cast<float>(value));
    for (const double value : bias) head.bias.push_back(static_cast<float>(value));
    const auto finite = [](float value) { return std::isfinite(value); };
    if (!std::all_of(head.weight.begin(), head.weight.end(), finite) ||
        !std::all_of(head.bias.begin(), head.bias.end(), finite))
        return std::nullopt;
    return head;
}

}  // namespace

LinearHead FittedHead::view() const {
    return {.weight = {weight, bias.empty() ? 0 : weight.size() / bias.size()}, .bias = bias};
}

std::optional<FittedHead> head_of(const Recording& recording, std::size_t epoch, int threads) {
    const RecordedEpoch& recorded = recording.epoch(epoch);
    if (!recorded.head && recorded.logits.empty()) return std::nullopt;
    check_values(recording, epoch);
    std::optional<FittedHead> head;
    if (recorded.head) {
        const auto& [weight, bias] = *recorded.head;
        head = FittedHead{.weight = {weight.values.begin(), weight.values.end()},
                          .bias = {bias.begin(), bias.end()},
                          .residual = 0,
                          .recorded = true};
        if (recorded.logits.empty()) return head;
    }
    const Centred data(recorded, threads);
    if (!head) head = fitted(data);
    if (head) head->residual = residual_of(data, head->view());
    return head;
}

}  // namespace epochscope
