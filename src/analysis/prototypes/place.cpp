#include "analysis/prototypes/place.h"

#include <limits>

namespace epochscope {

namespace {

constexpr float nowhere = std::numeric_limits<float>::quiet_NaN();

/// The means of unnormalised embeddings; 0 for clusters without samples.
std::vector<float> means_of(const Table& embeddings, const Clusters& clusters) {
    const std::size_t dimension = embeddings.columns;
    std::vector<double> sums(clusters.counts.size() * dimension);
    for (std::size_t i = 0; i < embeddings.rows(); ++i) {
        const auto row = embeddings.row(i);
        double* const sum =
            sums.data() + static_cast<std::size_t>(clusters.assignments[i]) * dimension;
        for (std::size_t d = 0; d < dimension; ++d) sum[d] += static_cast<double>(row[d]);
    }
    std::vector<float> means;
    means.reserve(sums.size());
    for (std::size_t i = 0; i < sums.size(); ++i) {
        const std::int32_t count = clusters.counts[i / dimension];
        means.push_back(count > 0 ? static_cast<float>(sums[i] / count) : 0);
    }
    return means;
}

std::vector<Point> places_by_samples(std::span<const Point> positions, const Clusters& clusters) {
    const std::size_t count = clusters.counts.size();
    std::vector<double> spread(count);
    for (std::size_t i = 0; i < positions.size(); ++i) {
        const auto k = static_cast<std::size_t>(clusters.assignments[i]);
        const auto far = static_cast<double>(clusters.distances[i]);
        spread[k] += far * far / clusters.counts[k];
    }
    struct Sum {
        double x = 0;
        double y = 0;
        double weight = 0;
    };
    std::vector<Sum> sums(count);
    for (std::size_t i = 0; i < positions.size(); ++i) {
        const auto k = static_cast<std::size_t>(clusters.assignments[i]);
        const auto far = static_cast<double>(clusters.distances[i]);
        const double weight = spread[k] > 0 ? 1 / (1 + far * far / spread[k]) : 1;
        sums[k].x += weight * static_cast<double>(positions[i].x);
        sums[k].y += weight * static_cast<double>(positions[i].y);
        sums[k].weight += weight;
    }
    std::vector<Point> places;
    places.reserve(count);
    for (const Sum& sum : sums)
        places.push_back(
            {static_cast<float>(sum.x / sum.weight), static_cast<float>(sum.y / sum.weight)});
    return places;
}

}  // namespace

std::vector<Point> prototype_places(const PrototypePlane& plane, std::size_t epoch,
                                    const Table& embeddings, const Clusters& clusters,
                                    int threads) {
    const EpochMap* map = plane.map.at(epoch);
    std::vector<Point> places =
        map != nullptr ? map->place({means_of(embeddings, clusters), embeddings.columns}, threads)
                       : places_by_samples(plane.series.positions(epoch), clusters);
    for (std::size_t k = 0; k < places.size(); ++k)
        if (clusters.counts[k] == 0) places[k] = {nowhere, nowhere};
    return places;
}

}  // namespace epochscope
