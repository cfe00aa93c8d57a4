#pragma once

#include <epochscope/model/geometry.h>
#include <epochscope/model/head.h>
#include <epochscope/model/linear_map.h>
#include <epochscope/model/recording.h>

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace epochscope {

/// A map from a feature space of D dimensions to the plane and back, of whatever kind. Results are
/// the same for any number of threads (0: all there are). May be used from several threads.
class EpochMap {
  public:
    EpochMap() = default;
    EpochMap(const EpochMap&) = delete;
    EpochMap& operator=(const EpochMap&) = delete;
    virtual ~EpochMap() = default;

    /// D.
    [[nodiscard]] virtual std::size_t dimension() const = 0;
    /// Whether it is linear both ways: a linear head then has logits that are planes.
    [[nodiscard]] virtual bool is_linear() const { return false; }

    /// Maps embeddings to the plane. O(rows x weights).
    [[nodiscard]] virtual std::vector<Point> place(const Table& embeddings,
                                                   int threads = 0) const = 0;
    /// Maps points back to feature space: a row of D for each. O(points x weights).
    [[nodiscard]] virtual std::vector<float> embedding(std::span<const Point> points,
                                                       int threads = 0) const = 0;
    /// The logits that a known head makes of the points' embeddings: a row of C for each. Throws
    /// Error if the head fails. O(points x weights of the map and the head).
    [[nodiscard]] virtual std::vector<float> logits(const Head& head, std::span<const Point> points,
                                                    int threads = 0) const = 0;
    /// The same logits of a linear head in closed form, one plane a class. Empty if the map is not
    /// linear. O(C D).
    [[nodiscard]] virtual std::vector<LogitPlane> planes(const DenseLayer& /*head*/) const {
        return {};
    }
};

/// What makes the logits of a point at one epoch.
struct EpochLogits {
    /// A head for the point's embedding.
    Head head = {};
    /// One plane a class, if map and head are linear. They come first.
    std::vector<LogitPlane> planes = {};

    [[nodiscard]] bool is_known() const { return head.is_known() || !planes.empty(); }
    friend bool operator==(const EpochLogits&, const EpochLogits&) = default;
};

/// The map between feature space and the plane of a series: one map for all epochs or one an epoch,
/// and what makes logits of points. Any part may be unknown. Cheap to copy.
class PlaneMap {
  public:
    using Maps = std::vector<std::shared_ptr<const EpochMap>>;

    PlaneMap() = default;
    /// `maps`: none, one, or one an epoch, of one kind and dimension. `logits`: none, or one an
    /// epoch.
    explicit PlaneMap(Maps maps, std::vector<EpochLogits> logits = {});

    [[nodiscard]] bool has_maps() const { return !maps_.empty(); }
    [[nodiscard]] bool is_per_epoch() const { return maps_.size() > 1; }
    [[nodiscard]] const Maps& maps() const { return maps_; }
    /// The map of an epoch; null if it is not known.
    [[nodiscard]] const EpochMap* at(std::size_t epoch) const;
    /// D; 0 without maps.
    [[nodiscard]] std::size_t dimension() const { return has_maps() ? maps_[0]->dimension() : 0; }

    /// One an epoch, or none.
    [[nodiscard]] std::span<const EpochLogits> logits() const { return *logits_; }
    [[nodiscard]] const EpochLogits& logits(std::size_t epoch) const;
    /// Whether points have logits at an epoch: by planes, or by a head of their embeddings. Linear
    /// heads of linear maps count by their planes alone.
    [[nodiscard]] bool has_logits(std::size_t epoch) const;

    /// The maps of these epochs, in this order, without logits. Throws Error if an epoch has none.
    [[nodiscard]] PlaneMap picked(std::span<const std::size_t> epochs) const;
    [[nodiscard]] PlaneMap with_logits(std::vector<EpochLogits> logits) const;
    /// The map with one head an epoch, and planes if both are linear. Planes replace the head if
    /// one map serves all epochs. Epochs whose head is unknown keep the logits they have.
    [[nodiscard]] PlaneMap with_heads(const Heads& heads) const;

  private:
    Maps maps_;
    /// Never null.
    std::shared_ptr<const std::vector<EpochLogits>> logits_ =
        std::make_shared<const std::vector<EpochLogits>>();
};

}  // namespace epochscope
