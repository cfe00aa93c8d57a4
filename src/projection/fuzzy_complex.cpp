#include "projection/fuzzy_complex.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace epochscope {

namespace {

/// Of the mean distance, lest a point with near duplicates had no reach at all.
constexpr double least_reach = 1e-3;

double mean_of(std::span<const double> values) {
    if (values.empty()) return 0;
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double sum_of_memberships(std::span<const double> distances, double rho, double sigma) {
    double sum = 0;
    for (const double distance : distances) sum += membership(distance, rho, sigma);
    return sum;
}

/// The sum rises with sigma: by bisection, to the last bit that tells.
double sigma_of(std::span<const double> distances, double rho, double wanted) {
    constexpr int most_steps = 200;
    double low = 0;
    double high = std::numeric_limits<double>::infinity();
    const double spread = distances.back() - rho;
    double sigma = spread > 0 ? spread : 1;
    for (int step = 0; step < most_steps; ++step) {
        const double sum = sum_of_memberships(distances, rho, sigma);
        if (std::abs(sum - wanted) < 1e-12) break;
        (sum > wanted ? high : low) = sigma;
        const double next = std::isinf(high) ? 2 * sigma : low + (high - low) / 2;
        if (next == sigma) break;
        sigma = next;
    }
    return sigma;
}

}  // namespace

double membership(double distance, double rho, double sigma) {
    const double over = distance - rho;
    if (over <= 0) return 1;
    return sigma > 0 ? std::exp(-over / sigma) : 0;
}

Reaches reaches_of(const NearestPoints& nearest, bool itself) {
    Reaches reaches;
    if (nearest.count == 0) return reaches;
    const std::size_t points = nearest.points.size() / nearest.count;
    const double mean_of_all = mean_of(nearest.distances);
    const double wanted = std::log2(static_cast<double>(nearest.count + (itself ? 1 : 0)));
    for (std::size_t i = 0; i < points; ++i) {
        const auto distances = nearest.distances_of(i);
        const auto first = std::find_if(distances.begin(), distances.end(),
                                        [](double distance) { return distance > 0; });
        const double rho = first == distances.end() ? 0 : *first;
        const double mean = rho > 0 ? mean_of(distances) : mean_of_all;
        reaches.rho.push_back(rho);
        reaches.sigma.push_back(std::max(sigma_of(distances, rho, wanted), least_reach * mean));
    }
    return reaches;
}

std::vector<WeightedEdge> fuzzy_union(std::vector<WeightedEdge> directed) {
    for (WeightedEdge& edge : directed)
        if (edge.a > edge.b) std::swap(edge.a, edge.b);
    std::ranges::sort(directed, [](const WeightedEdge& x, const WeightedEdge& y) {
        return std::pair(x.a, x.b) < std::pair(y.a, y.b);
    });
    std::vector<WeightedEdge> joined;
    for (const WeightedEdge& edge : directed) {
        if (edge.a == edge.b) continue;
        if (joined.empty() || joined.back().a != edge.a || joined.back().b != edge.b) {
            joined.push_back(edge);
            continue;
        }
        float& weight = joined.back().weight;
        weight += edge.weight - weight * edge.weight;
    }
    return joined;
}

void add_edges(std::vector<WeightedEdge>& directed, const NearestPoints& nearest,
               const Reaches& reaches, std::uint32_t first_point, std::uint32_t first_neighbour) {
    for (std::size_t i = 0; i < reaches.rho.size(); ++i)
        for (std::size_t n = 0; n < nearest.count; ++n)
            directed.push_back({first_point + static_cast<std::uint32_t>(i),
                                first_neighbour + static_cast<std::uint32_t>(nearest.of(i)[n]),
                                static_cast<float>(membership(nearest.distances_of(i)[n],
                                                              reaches.rho[i], reaches.sigma[i]))});
}

void leave_out_rare(std::vector<WeightedEdge>& edges, double draws) {
    float heaviest = 0;
    for (const WeightedEdge& edge : edges) heaviest = std::max(heaviest, edge.weight);
    const double least = static_cast<double>(heaviest) / draws;
    std::erase_if(edges, [&](const WeightedEdge& edge) {
        return static_cast<double>(edge.weight) < least || edge.weight <= 0;
    });
}

}  // namespace epochscope
