#pragma once

#include "projection/attention.h"
#include "projection/edge_training.h"
#include "projection/fuzzy_complex.h"
#include "projection/map_check.h"

#include <epochscope/model/epoch_warnings.h>
#include <epochscope/model/recording.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <stop_token>
#include <utility>
#include <vector>

namespace epochscope {

/// What a map is learned from: points of feature space, and which of them belong together.
class MapComplex {
  public:
    struct Options {
        std::size_t neighbours = 15;
        /// How often the strongest edges of each kind are drawn in a pass.
        double spatial_draws = 5;
        double boundary_draws = 5;
        /// Whether each point counts as one of its neighbours.
        bool itself = false;
        /// Of the boundary points.
        std::uint64_t seed = 0;
        int threads = 0;
    };
    /// Tells `warnings` of epochs without boundary points. Refers to it.
    MapComplex(const Recording& recording, const Options& options, EpochWarnings& warnings);
    MapComplex(const MapComplex&) = delete;
    MapComplex& operator=(const MapComplex&) = delete;

    /// Adds some samples of an epoch and its boundary points: samples are joined to their nearest,
    /// and all to the nearest boundary points. Throws Error for values that are not finite.
    void add_epoch(std::size_t epoch, std::span<const std::size_t> samples,
                   const std::stop_token& stop);
    /// Adds edges of points that are there, by how often they are drawn; those that hardly ever
    /// would be are left out.
    void add_edges(std::vector<WeightedEdge> edges, double draws);

    /// The point at which the samples of the epoch that was added last begin.
    [[nodiscard]] std::uint32_t first_point() const { return first_point_; }
    /// How far the samples' neighbours are, one a point; zeros for boundary points.
    [[nodiscard]] const Reaches& reaches() const { return reaches_; }

    /// The neighbours of those samples.
    [[nodiscard]] const NearestPoints& nearest() const { return nearest_; }

    [[nodiscard]] TrainingPoints& points() { return points_; }
    /// Of all samples.
    [[nodiscard]] const MapCheck& check() const { return check_; }
    /// Weighted by how often they are to be drawn in a pass. Gives them away.
    [[nodiscard]] std::vector<WeightedEdge> take_edges() { return std::move(edges_); }

  private:
    void add_rows(const Table& rows, const Head& head);
    void join_samples(const Table& samples, const std::stop_token& stop);
    void join_boundary(const Table& samples, const Table& boundary, const std::stop_token& stop);
    [[nodiscard]] NearestOptions nearest_options() const;

    const Recording& recording_;
    Options options_;
    TrainingPoints points_;
    Attention attention_;
    MapCheck check_;
    std::vector<WeightedEdge> edges_;
    Reaches reaches_;
    NearestPoints nearest_;
    std::uint32_t first_point_ = 0;
    EpochWarnings& warnings_;
};

}  // namespace epochscope
