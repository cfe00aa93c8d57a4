#include "projection/temporal_complex.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace epochscope {

namespace {

double distance_between(std::span<const float> x, std::span<const float> y) {
    double square = 0;
    for (std::size_t d = 0; d < x.size(); ++d) {
        const double off = double{x[d]} - double{y[d]};
        square += off * off;
    }
    return std::sqrt(square);
}

/// Indices in the order of what they stand for; of equal ones the first.
std::vector<std::size_t> order_of(const std::vector<double>& values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return values[i]; });
    return order;
}

/// The ranks of values, each as an index.
std::vector<std::size_t> ranks_of(const std::vector<double>& values) {
    const std::vector<std::size_t> order = order_of(values);
    std::vector<std::size_t> ranks(values.size());
    for (std::size_t place = 0; place < order.size(); ++place) ranks[order[place]] = place;
    return ranks;
}

}  // namespace

std::vector<WeightedEdge> temporal_edges(const Journey& journey, const Table& points,
                                         const Reaches& reaches, std::size_t neighbours,
                                         std::size_t window, NearEpochs kind) {
    std::vector<WeightedEdge> edges;
    for (std::size_t t = 0; t < journey.epochs.size(); ++t) {
        std::vector<std::size_t> others;
        std::vector<double> distances;
        const std::uint32_t own = journey.points[t];
        for (std::size_t s = 0; s < journey.epochs.size(); ++s) {
            const std::size_t away = std::max(journey.epochs[s], journey.epochs[t]) -
                                     std::min(journey.epochs[s], journey.epochs[t]);
            if (s == t || (window > 0 && away > window / 2)) continue;
            others.push_back(s);
            distances.push_back(distance_between(points.row(own), points.row(journey.points[s])));
        }
        const std::vector<std::size_t> chosen =
            kind == NearEpochs::nearest ? order_of(distances) : ranks_of(distances);
        for (std::size_t n = 0; n < std::min(neighbours, chosen.size()); ++n)
            edges.push_back({own, journey.points[others[chosen[n]]],
                             static_cast<float>(membership(distances[chosen[n]], reaches.rho[own],
                                                           reaches.sigma[own]))});
    }
    return edges;
}

}  // namespace epochscope
