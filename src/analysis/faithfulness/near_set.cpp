#include "analysis/faithfulness/near_set.h"

#include <algorithm>

namespace epochscope {

void find_near(std::span<const double> row, std::size_t k, NearMembers& near) {
    find_small(row, k, near.members);
    std::vector<double> distances;
    distances.reserve(near.members.size());
    for (const std::int32_t i : near.members) distances.push_back(row[static_cast<std::size_t>(i)]);
    const auto kth = distances.begin() + static_cast<std::ptrdiff_t>(k) - 1;
    std::nth_element(distances.begin(), kth, distances.end());
    const double limit = *kth;
    std::erase_if(near.members,
                  [&](std::int32_t i) { return row[static_cast<std::size_t>(i)] > limit; });
    const auto nearer = static_cast<std::size_t>(
        std::count_if(distances.begin(), kth, [&](double distance) { return distance < limit; }));
    near.set = {
        limit, static_cast<double>(k - nearer) / static_cast<double>(near.members.size() - nearer)};
}

double shared_weight(const NearMembers& near, std::span<const double> own_row, const NearSet& other,
                     std::span<const double> row) {
    double sum = 0;
    for (const std::int32_t member : near.members) {
        const auto i = static_cast<std::size_t>(member);
        sum += near.set.weight(own_row[i]) * other.weight(row[i]);
    }
    return sum;
}

double excess_ranks(const NearMembers& shown, std::span<const double> shown_row,
                    const NearSet& truly, std::span<const double> true_row, std::size_t k) {
    std::vector<double> beyond;
    std::vector<double> weights;
    for (const std::int32_t member : shown.members) {
        const auto i = static_cast<std::size_t>(member);
        const double weight = shown.set.weight(shown_row[i]);
        const double wrongly = weight * (1 - truly.weight(true_row[i]));
        if (wrongly <= 0) continue;
        beyond.push_back(true_row[i]);
        weights.push_back(wrongly);
    }
    const std::vector<Below> counts = count_below(true_row, beyond);
    double sum = 0;
    for (std::size_t i = 0; i < beyond.size(); ++i) {
        const auto first = static_cast<double>(std::max(counts[i].below, k) + 1);
        const auto last = static_cast<double>(counts[i].up_to);
        sum += weights[i] * ((first + last) / 2 - static_cast<double>(k));
    }
    return sum;
}

}  // namespace epochscope
