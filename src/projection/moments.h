#pragma once

#include <epochscope/model/job.h>
#include <epochscope/model/recording.h>

#include <Eigen/Core>
#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace epochscope {

/// The mean of a recording's embeddings over some of its epochs, and what can be summed over them
/// around it. Sums are the same for any number of threads: rows are taken in blocks of fixed size,
/// and the blocks' sums are added in their order.
class Moments {
  public:
    /// All that is given must outlive it. Checks the epochs' values. Tells the first tenth of the
    /// progress.
    Moments(const Recording& recording, std::span<const std::size_t> epochs, int threads,
            const Job& job);

    [[nodiscard]] const Eigen::VectorXd& mean() const { return mean_; }
    [[nodiscard]] Eigen::Index dimension() const { return mean_.size(); }
    /// The sum of |x - mean|^2, divided by the number of rows.
    [[nodiscard]] double total_variance() const { return total_variance_; }

    /// The covariance, D x D. Tells the rest of the progress.
    [[nodiscard]] Eigen::MatrixXd covariance() const;
    /// The covariance times a few columns, without making it. Tells the progress up to `share`.
    [[nodiscard]] Eigen::MatrixXd covariance_times(const Eigen::MatrixXd& columns,
                                                   double share) const;

  private:
    /// A block of rows, with the mean taken off.
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

/// By the eigenvectors of the covariance.
Components exact_components(const Moments& moments);
/// By subspace iteration from a fixed start.
Components iterated_components(const Moments& moments);

}  // namespace epochscope
