#include <epochscope/analysis/prototypes.h>

#include <algorithm>
#include <cmath>

namespace epochscope {

namespace {

constexpr double low_fraction = 0.1;
constexpr double high_fraction = 0.9;
constexpr double smoothing = 10;

/// The percentile of sorted values, linearly interpolated as in numpy.
double percentile(const std::vector<double>& sorted, double fraction) {
    const double place = fraction * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

}  // namespace

std::vector<float> concentrations(std::span<const float> distances,
                                  std::span<const std::int32_t> assignments, std::size_t count) {
    std::vector<double> phi(count);
    std::vector<double> sizes(count);
    for (std::size_t i = 0; i < assignments.size(); ++i) {
        const auto cluster = static_cast<std::size_t>(assignments[i]);
        phi[cluster] += static_cast<double>(distances[i]);
        ++sizes[cluster];
    }
    double max = 0;
    for (std::size_t k = 0; k < count; ++k) {
        phi[k] = sizes[k] > 1 ? phi[k] / sizes[k] / std::log(sizes[k] + smoothing) : 0;
        max = std::max(max, phi[k]);
    }
    for (std::size_t k = 0; k < count; ++k)
        if (sizes[k] <= 1) phi[k] = max;
    std::vector<double> sorted = phi;
    std::sort(sorted.begin(), sorted.end());
    const double low = percentile(sorted, low_fraction);
    const double high = percentile(sorted, high_fraction);
    std::vector<float> held;
    held.reserve(count);
    for (const double value : phi) held.push_back(static_cast<float>(std::clamp(value, low, high)));
    return held;
}

std::string sparse_clusters(const ClusterLevel& level) {
    std::size_t empty_at = 0;
    std::size_t single_at = 0;
    std::ptrdiff_t max_empty = 0;
    std::ptrdiff_t max_single = 0;
    for (const Clusters& clusters : level.epochs) {
        const auto& counts = clusters.counts;
        const auto empty = std::count(counts.begin(), counts.end(), 0);
        const auto single = std::count(counts.begin(), counts.end(), 1);
        empty_at += empty > 0 ? 1U : 0U;
        single_at += single > 0 ? 1U : 0U;
        max_empty = std::max(max_empty, empty);
        max_single = std::max(max_single, single);
    }
    if (empty_at + single_at == 0) return {};
    const auto part = [&](std::size_t at, std::ptrdiff_t max, const char* what) {
        return std::string("at ") + std::to_string(at) + " of " +
               std::to_string(level.epochs.size()) + " epochs some " + what + " (up to " +
               std::to_string(max) + ")";
    };
    std::string words = std::to_string(level.count) + " clusters: ";
    if (empty_at > 0) words += part(empty_at, max_empty, "have no sample");
    if (empty_at > 0 && single_at > 0) words += ", ";
    if (single_at > 0) words += part(single_at, max_single, "have a single one");
    return words;
}

}  // namespace epochscope
