#include <epochscope/compute/procrustes.h>

#include <Eigen/SVD>
#include <utility>

namespace epochscope {

namespace {

Eigen::Matrix2d rotation_of(const Eigen::Matrix2d& agreement) {
    const Eigen::JacobiSVD<Eigen::Matrix2d> parts(agreement,
                                                  Eigen::ComputeFullU | Eigen::ComputeFullV);
    return parts.matrixU() * parts.matrixV().transpose();
}

Eigen::MatrixX2d columns_of(std::span<const double> x, std::span<const double> y) {
    const auto count = static_cast<Eigen::Index>(x.size());
    Eigen::MatrixX2d columns(count, 2);
    columns << Eigen::Map<const Eigen::VectorXd>(x.data(), count),
        Eigen::Map<const Eigen::VectorXd>(y.data(), count);
    return columns;
}

/// Places around their mean, and the mean.
std::pair<Eigen::MatrixX2d, Eigen::RowVector2d> centred(Eigen::MatrixX2d places) {
    const Eigen::RowVector2d middle = places.colwise().mean();
    places.rowwise() -= middle;
    return {std::move(places), middle};
}

}  // namespace

Matrix2 nearest_rotation(const Matrix2& agreement) {
    Eigen::Matrix2d entries;
    entries << agreement[0][0], agreement[0][1], agreement[1][0], agreement[1][1];
    const Eigen::Matrix2d turn = rotation_of(entries);
    return {{{turn(0, 0), turn(0, 1)}, {turn(1, 0), turn(1, 1)}}};
}

Similarity nearest_similarity(std::span<const double> x, std::span<const double> y,
                              std::span<const double> other_x, std::span<const double> other_y) {
    Similarity nearest;
    if (x.empty()) return nearest;
    const auto [from, middle] = centred(columns_of(x, y));
    const auto [to, target] = centred(columns_of(other_x, other_y));
    const Eigen::Matrix2d agreement = to.transpose() * from;
    const Eigen::Matrix2d turn = rotation_of(agreement);
    const double spread = from.squaredNorm();
    const double together = (turn.transpose() * agreement).trace();
    if (spread > 0 && together > 0) {
        nearest.scale = together / spread;
        nearest.turn = {{{turn(0, 0), turn(0, 1)}, {turn(1, 0), turn(1, 1)}}};
    }
    const auto moved = nearest.of(middle[0], middle[1]);
    nearest.shift = {target[0] - moved[0], target[1] - moved[1]};
    return nearest;
}

void align(std::span<double> x, std::span<double> y, std::span<const double> other_x,
           std::span<const double> other_y) {
    const auto [from, middle] = centred(columns_of(x, y));
    const auto [to, target] = centred(columns_of(other_x, other_y));
    const Eigen::MatrixX2d turned = from * rotation_of(from.transpose() * to);
    for (std::size_t i = 0; i < x.size(); ++i) {
        x[i] = turned(static_cast<Eigen::Index>(i), 0) + target[0];
        y[i] = turned(static_cast<Eigen::Index>(i), 1) + target[1];
    }
}

}  // namespace epochscope
