#include <epochscope/analysis/prototypes.h>

#include <algorithm>
#include <tuple>

namespace epochscope {

namespace {

struct Overlap {
    std::size_t samples;
    std::size_t before;
    std::size_t now;
};

/// All pairs of clusters with common samples, by decreasing overlap.
std::vector<Overlap> overlaps_of(const Clusters& before, const Clusters& now) {
    const std::size_t count = now.counts.size();
    std::vector<std::size_t> pairs;
    pairs.reserve(now.assignments.size());
    for (std::size_t i = 0; i < now.assignments.size(); ++i)
        pairs.push_back(static_cast<std::size_t>(before.assignments[i]) * count +
                        static_cast<std::size_t>(now.assignments[i]));
    std::sort(pairs.begin(), pairs.end());
    std::vector<Overlap> overlaps;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        if (i == 0 || pairs[i] != pairs[i - 1])
            overlaps.push_back({0, pairs[i] / count, pairs[i] % count});
        ++overlaps.back().samples;
    }
    std::sort(overlaps.begin(), overlaps.end(), [](const Overlap& a, const Overlap& b) {
        return std::tuple(b.samples, a.before, a.now) < std::tuple(a.samples, b.before, b.now);
    });
    return overlaps;
}

/// The name of each current cluster.
std::vector<std::size_t> names_of(const Clusters& before, const Clusters& now) {
    const std::size_t count = now.counts.size();
    constexpr auto nameless = static_cast<std::size_t>(-1);
    std::vector<std::size_t> names(count, nameless);
    std::vector<bool> taken(count);
    for (const Overlap& overlap : overlaps_of(before, now)) {
        if (taken[overlap.before] || names[overlap.now] != nameless) continue;
        names[overlap.now] = overlap.before;
        taken[overlap.before] = true;
    }
    std::size_t left = 0;
    for (std::size_t& name : names) {
        if (name != nameless) continue;
        while (taken[left]) ++left;
        name = left++;
    }
    return names;
}

void rename(Clusters& clusters, const std::vector<std::size_t>& names) {
    const Clusters old = clusters;
    for (std::size_t k = 0; k < names.size(); ++k) {
        const std::size_t to = names[k];
        clusters.counts[to] = old.counts[k];
        clusters.concentration[to] = old.concentration[k];
        std::copy_n(old.centres.begin() + static_cast<std::ptrdiff_t>(k * old.dimension),
                    old.dimension,
                    clusters.centres.begin() + static_cast<std::ptrdiff_t>(to * old.dimension));
    }
    for (std::int32_t& cluster : clusters.assignments)
        cluster = static_cast<std::int32_t>(names[static_cast<std::size_t>(cluster)]);
}

}  // namespace

void match_names(ClusterLevel& level) {
    for (std::size_t e = 1; e < level.epochs.size(); ++e)
        rename(level.epochs[e], names_of(level.epochs[e - 1], level.epochs[e]));
}

}  // namespace epochscope
