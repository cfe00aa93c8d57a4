#pragma once

#include <epochscope/model/geometry.h>
#include <epochscope/model/head.h>
#include <epochscope/model/learned_map.h>
#include <epochscope/model/linear_map.h>
#include <epochscope/model/plane_map.h>
#include <epochscope/model/recording.h>

#include <cstddef>
#include <memory>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

namespace epochscope {

// What EpochMap is asked for, by each kind of map.
std::vector<Point> places_by(const LinearMap& map, const Table& embeddings, int threads = 0);
std::vector<Point> places_by(const LearnedMap& map, const Table& embeddings, int threads = 0);
std::vector<float> embeddings_by(const LinearMap& map, std::span<const Point> points,
                                 int threads = 0);
std::vector<float> embeddings_by(const LearnedMap& map, std::span<const Point> points,
                                 int threads = 0);
std::vector<float> logits_by(const LinearMap& map, const Head& head, std::span<const Point> points,
                             int threads = 0);
std::vector<float> logits_by(const LearnedMap& map, const Head& head, std::span<const Point> points,
                             int threads = 0);

/// A map of a kind that is plain data: LinearMap or LearnedMap.
template <typename Map>
class KnownMap final : public EpochMap {
  public:
    explicit KnownMap(Map map) : map_(std::move(map)) {}

    [[nodiscard]] const Map& map() const { return map_; }
    [[nodiscard]] std::size_t dimension() const override { return map_.dimension(); }
    [[nodiscard]] bool is_linear() const override { return std::is_same_v<Map, LinearMap>; }
    [[nodiscard]] std::vector<Point> place(const Table& embeddings, int threads) const override {
        return places_by(map_, embeddings, threads);
    }
    [[nodiscard]] std::vector<float> embedding(std::span<const Point> points,
                                               int threads) const override {
        return embeddings_by(map_, points, threads);
    }
    [[nodiscard]] std::vector<float> logits(const Head& head, std::span<const Point> points,
                                            int threads) const override {
        return logits_by(map_, head, points, threads);
    }
    [[nodiscard]] std::vector<LogitPlane> planes(const DenseLayer& head) const override {
        if constexpr (std::is_same_v<Map, LinearMap>) return map_.planes(head);
        return EpochMap::planes(head);
    }

  private:
    Map map_;
};

/// A plane map of one map for all epochs or one an epoch.
template <typename Map>
PlaneMap plane_map_of(std::vector<Map> maps, std::vector<EpochLogits> logits = {}) {
    PlaneMap::Maps known;
    for (Map& map : maps) known.push_back(std::make_shared<KnownMap<Map>>(std::move(map)));
    return PlaneMap(std::move(known), std::move(logits));
}

/// The maps of this kind; empty if they are of another.
template <typename Map>
std::vector<const Map*> maps_of(const PlaneMap& plane_map) {
    std::vector<const Map*> maps;
    for (const auto& map : plane_map.maps())
        if (const auto* known = dynamic_cast<const KnownMap<Map>*>(map.get()))
            maps.push_back(&known->map());
    return maps;
}

}  // namespace epochscope
