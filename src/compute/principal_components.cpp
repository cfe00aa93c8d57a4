#include <epochscope/compute/principal_components.h>
#include <epochscope/compute/random.h>
#include <epochscope/compute/threads.h>

#include <oneapi/tbb/parallel_for.h>

#include <Eigen/Eigenvalues>
#include <Eigen/QR>
#include <algorithm>
#include <functional>
#include <vector>

namespace epochscope {

namespace {

/// Rows of a block: enough for a matrix product, few enough for a cache.
constexpr std::size_t block_rows = 256;
/// Blocks whose sums are held at the same time, and are one another's equals in size at D = 1024.
constexpr std::size_t blocks_at_once = 8;
/// Directions that are iterated beside the two wanted, and how often: with these the two are found
/// to about single precision unless the third varies as much.
constexpr Eigen::Index iterated_directions = 12;
constexpr int iterations = 8;

/// The mean of a recording's embeddings over some epochs, and sums around it. They do not depend on
/// the number of threads: blocks have a fixed size, and their sums are added in order.
class Moments {
  public:
    /// Keeps references to its arguments. Checks the epochs' values. Reports the first tenth of the
    /// progress.
    Moments(const Recording& recording, std::span<const std::size_t> epochs, int threads,
            const Job& job);

    [[nodiscard]] const Eigen::VectorXd& mean() const { return mean_; }
    [[nodiscard]] Eigen::Index dimension() const { return mean_.size(); }
    /// The sum of |x - mean|^2, divided by the number of rows.
    [[nodiscard]] double total_variance() const { return total_variance_; }

    /// The covariance, D x D. Reports the rest of the progress.
    [[nodiscard]] Eigen::MatrixXd covariance() const;
    /// The covariance times a few columns, without making it. Reports the progress up to `share`.
    [[nodiscard]] Eigen::MatrixXd covariance_times(const Eigen::MatrixXd& columns,
                                                   double share) const;

  private:
    /// A block of rows minus the mean.
    using Block = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    using Part = std::function<void(const Block& rows, Eigen::MatrixXd& sum)>;

    /// Adds up what `part` adds to `sum` for each block, starting with what `sum` is.
    void sum_over(Eigen::MatrixXd& sum, double share_before, double share_after,
                  const Part& part) const;

    const Recording& recording_;
    std::span<const std::size_t> epochs_;
    int threads_;
    const Job& job_;
    Eigen::VectorXd mean_;
    double total_variance_ = 0;
    double rows_ = 0;
    mutable double share_done_ = 0;
};

/// The two directions in which embeddings vary most.
struct Components {
    /// D x 2, orthonormal; for D = 1 the second is zero.
    Eigen::MatrixXd directions;
    /// The variance along each.
    Eigen::Vector2d variances;
    /// The variance along all directions.
    double total = 0;
};

Moments::Moments(const Recording& recording, std::span<const std::size_t> epochs, int threads,
                 const Job& job)
    : recording_(recording),
      epochs_(epochs),
      threads_(threads),
      job_(job),
      mean_(Eigen::VectorXd::Zero(static_cast<Eigen::Index>(recording.dimension()))),
      rows_(static_cast<double>(recording.sample_count() * epochs.size())) {
    for (const std::size_t epoch : epochs_) check_values(recording_, epoch);
    const Eigen::Index width = dimension();
    Eigen::MatrixXd sums = Eigen::MatrixXd::Zero(width, 1);
    sum_over(sums, 0, 0.05, [](const Block& rows, Eigen::MatrixXd& sum) {
        sum.col(0) += rows.colwise().sum().transpose();
    });
    mean_ = sums.col(0) / rows_;
    Eigen::MatrixXd squares = Eigen::MatrixXd::Zero(1, 1);
    sum_over(squares, 0.05, 0.1,
             [](const Block& rows, Eigen::MatrixXd& sum) { sum(0, 0) += rows.squaredNorm(); });
    total_variance_ = squares(0, 0) / rows_;
}

void Moments::sum_over(Eigen::MatrixXd& sum, double share_before, double share_after,
                       const Part& part) const {
    std::vector<Eigen::MatrixXd> sums(blocks_at_once);
    for (std::size_t k = 0; k < epochs_.size(); ++k) {
        job_.reached(share_before + (share_after - share_before) * static_cast<double>(k) /
                                        static_cast<double>(epochs_.size()));
        const Table& table = recording_.epoch(epochs_[k]).embeddings;
        const std::size_t blocks = (table.rows() + block_rows - 1) / block_rows;
        for (std::size_t first = 0; first < blocks; first += blocks_at_once) {
            end_if_stopped(job_.stop);
            const std::size_t count = std::min(blocks_at_once, blocks - first);
            const auto add_block = [&](std::size_t b) {
                const std::size_t row = (first + b) * block_rows;
                const std::size_t rows = std::min(block_rows, table.rows() - row);
                const auto values = table.values.subspan(row * table.columns, rows * table.columns);
                using Floats =
                    Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
                Block block = Eigen::Map<const Floats>(values.data(),
                                                       static_cast<Eigen::Index>(rows), dimension())
                                  .cast<double>();
                block.rowwise() -= mean_.transpose();
                sums[b] = Eigen::MatrixXd::Zero(sum.rows(), sum.cols());
                part(block, sums[b]);
            };
            on_threads(threads_, [&] { tbb::parallel_for(std::size_t{0}, count, add_block); });
            for (std::size_t b = 0; b < count; ++b) sum += sums[b];
        }
        recording_.release(epochs_[k]);
    }
    job_.reached(share_after);
}

Eigen::MatrixXd Moments::covariance() const {
    Eigen::MatrixXd sum = Eigen::MatrixXd::Zero(dimension(), dimension());
    sum_over(sum, 0.1, 1, [](const Block& rows, Eigen::MatrixXd& part) {
        part.selfadjointView<Eigen::Lower>().rankUpdate(rows.transpose());
    });
    sum = sum.selfadjointView<Eigen::Lower>();
    return sum / rows_;
}

Eigen::MatrixXd Moments::covariance_times(const Eigen::MatrixXd& columns, double share) const {
    Eigen::MatrixXd sum = Eigen::MatrixXd::Zero(dimension(), columns.cols());
    sum_over(sum, share_done_, share, [&](const Block& rows, Eigen::MatrixXd& part) {
        part.noalias() += rows.transpose() * (rows * columns);
    });
    share_done_ = share;
    return sum / rows_;
}

/// By the eigenvectors of the covariance.
Components exact_components(const Moments& moments) {
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(moments.covariance());
    const Eigen::Index last = moments.dimension() - 1;
    Components found{Eigen::MatrixXd::Zero(moments.dimension(), 2), Eigen::Vector2d::Zero(),
                     moments.total_variance()};
    for (Eigen::Index axis = 0; axis < std::min<Eigen::Index>(2, moments.dimension()); ++axis) {
        found.directions.col(axis) = solver.eigenvectors().col(last - axis);
        found.variances[axis] = solver.eigenvalues()[last - axis];
    }
    return found;
}

/// By subspace iteration from a fixed start.
Components iterated_components(const Moments& moments) {
    RandomGenerator random(1);
    Eigen::MatrixXd basis(moments.dimension(), iterated_directions);
    for (double& value : basis.reshaped()) value = random.uniform() - 0.5;
    const auto orthonormal = [](const Eigen::MatrixXd& columns) -> Eigen::MatrixXd {
        return Eigen::HouseholderQR<Eigen::MatrixXd>(columns).householderQ() *
               Eigen::MatrixXd::Identity(columns.rows(), columns.cols());
    };
    basis = orthonormal(basis);
    const auto share = [](int done) { return 0.1 + 0.9 * done / (iterations + 1); };
    for (int i = 0; i < iterations; ++i)
        basis = orthonormal(moments.covariance_times(basis, share(i + 1)));
    const Eigen::MatrixXd small =
        basis.transpose() * moments.covariance_times(basis, share(iterations + 1));
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(
        Eigen::MatrixXd(0.5 * (small + small.transpose())));
    const Eigen::MatrixXd vectors = solver.eigenvectors().rightCols(2).rowwise().reverse();
    return {basis * vectors, solver.eigenvalues().tail(2).reverse(), moments.total_variance()};
}

}  // namespace

LinearMap principal_components(const Recording& recording, std::span<const std::size_t> epochs,
                               int threads, const Job& job) {
    const Moments moments(recording, epochs, threads, job);
    const Components found = recording.dimension() <= pca_exact_dimension
                                 ? exact_components(moments)
                                 : iterated_components(moments);
    LinearMap map;
    map.mean.assign(moments.mean().begin(), moments.mean().end());
    for (std::size_t axis = 0; axis < 2; ++axis) {
        Eigen::VectorXd direction = found.directions.col(static_cast<Eigen::Index>(axis));
        Eigen::Index greatest = 0;
        direction.cwiseAbs().maxCoeff(&greatest);
        if (direction[greatest] < 0) direction = -direction;
        map.axes[axis].assign(direction.begin(), direction.end());
        const double variance = found.variances[static_cast<Eigen::Index>(axis)];
        map.explained[axis] = found.total > 0 ? std::max(variance, 0.0) / found.total : 0;
    }
    return map;
}

}  // namespace epochscope
