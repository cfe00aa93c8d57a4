#include "projection/moments.h"

#include <epochscope/model/error.h>
#include <epochscope/projection/pca.h>

#include <Eigen/Eigenvalues>
#include <Eigen/SVD>
#include <algorithm>
#include <cmath>
#include <numeric>

namespace epochscope {

namespace {

/// Turns a map so that the samples lie as near as can be to where they lie by another.
void turn_towards(LinearMap& map, const Table& samples, const LinearMap& other,
                  const Table& samples_of_other) {
    Eigen::Matrix2d agreement = Eigen::Matrix2d::Zero();
    for (std::size_t i = 0; i < samples.rows(); ++i) {
        const Point a = other.place(samples_of_other.row(i));
        const Point b = map.place(samples.row(i));
        agreement += Eigen::Vector2d(a.x, a.y) * Eigen::RowVector2d(b.x, b.y);
    }
    const Eigen::JacobiSVD<Eigen::Matrix2d> parts(agreement,
                                                  Eigen::ComputeFullU | Eigen::ComputeFullV);
    const Eigen::Matrix2d turn = parts.matrixU() * parts.matrixV().transpose();
    for (std::size_t d = 0; d < map.mean.size(); ++d) {
        const Eigen::Vector2d turned = turn * Eigen::Vector2d(map.axes[0][d], map.axes[1][d]);
        map.axes[0][d] = turned[0];
        map.axes[1][d] = turned[1];
    }
    // What each axis shows, mixed as the axes are: components do not vary together.
    const Eigen::Vector2d shares =
        turn.cwiseAbs2() * Eigen::Vector2d(map.explained[0], map.explained[1]);
    map.explained = {shares[0], shares[1]};
}

}  // namespace

LinearMap principal_map(const Recording& recording, std::span<const std::size_t> epochs,
                        const PcaOptions& options, const Job& job) {
    const Moments moments(recording, epochs, options.threads, job);
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

std::vector<LinearMap> pca(const Recording& recording, const PcaOptions& options, const Job& job) {
    std::vector<std::size_t> epochs(recording.epoch_count());
    std::iota(epochs.begin(), epochs.end(), std::size_t{0});
    if (!options.per_epoch) return {principal_map(recording, epochs, options, job)};
    std::vector<LinearMap> maps;
    for (const std::size_t epoch : epochs) {
        const Job part = job.part(epoch, epochs.size());
        maps.push_back(principal_map(recording, {&epochs[epoch], 1}, options, part));
        if (epoch == 0) continue;
        turn_towards(maps[epoch], recording.epoch(epoch).embeddings, maps[epoch - 1],
                     recording.epoch(epoch - 1).embeddings);
        recording.release(epoch - 1);
    }
    return maps;
}

std::vector<std::vector<Point>> places_by(std::span<const LinearMap> maps,
                                          const Recording& recording, const std::stop_token& stop) {
    std::vector<std::vector<Point>> places(recording.epoch_count());
    for (std::size_t e = 0; e < places.size(); ++e) {
        if (stop.stop_requested()) throw Cancelled();
        const LinearMap& map = maps[maps.size() == 1 ? 0 : e];
        const Table& samples = recording.epoch(e).embeddings;
        places[e].reserve(samples.rows());
        for (std::size_t i = 0; i < samples.rows(); ++i)
            places[e].push_back(map.place(samples.row(i)));
        recording.release(e);
    }
    return places;
}

}  // namespace epochscope
