#include <epochscope/analysis/prototype_batches.h>
#include <epochscope/compute/random.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

namespace epochscope {

namespace {

/// The multiplicity of each.
std::map<std::int32_t, std::size_t> occurrences(std::span<const std::int32_t> prototypes) {
    std::map<std::int32_t, std::size_t> times;
    for (const std::int32_t prototype : prototypes) ++times[prototype];
    return times;
}

}  // namespace

std::vector<std::int32_t> adjusted_labels(std::span<const std::int32_t> prototypes) {
    std::map<std::int32_t, std::int32_t> first;
    std::vector<std::int32_t> labels;
    labels.reserve(prototypes.size());
    for (const std::int32_t prototype : prototypes)
        labels.push_back(
            first.try_emplace(prototype, static_cast<std::int32_t>(labels.size())).first->second);
    return labels;
}

std::vector<std::size_t> multiplicities(std::span<const std::int32_t> prototypes) {
    std::vector<std::size_t> counts;
    for (const auto& [prototype, times] : occurrences(prototypes)) {
        counts.resize(std::max(counts.size(), times));
        ++counts[times - 1];
    }
    return counts;
}

std::size_t distinct_count(std::span<const std::int32_t> prototypes) {
    return occurrences(prototypes).size();
}

double expected_distinct(std::size_t prototypes, std::size_t batch) {
    if (prototypes == 0) return 0;
    const auto count = static_cast<double>(prototypes);
    return count * (1 - std::pow(1 - 1 / count, static_cast<double>(batch)));
}

double cross_entropy_floor(std::span<const std::int32_t> prototypes) {
    double sum = 0;
    for (const auto& [prototype, times] : occurrences(prototypes)) {
        const auto m = static_cast<double>(times);
        sum += m * std::log(m);
    }
    return prototypes.empty() ? 0 : sum / static_cast<double>(prototypes.size());
}

std::vector<std::vector<std::size_t>> batches_of(std::size_t samples, std::size_t batch,
                                                 std::uint64_t seed, std::int64_t epoch) {
    if (batch < 1 || batch > samples)
        throw Error("batch", "has ", batch, " samples, expected 1..", samples,
                    ": as many as there are at most");
    std::vector<std::size_t> order(samples);
    std::iota(order.begin(), order.end(), std::size_t{0});
    RandomGenerator draw(mixed_seed(seed, {static_cast<std::size_t>(epoch)}));
    for (std::size_t i = samples; i > 1; --i) std::swap(order[i - 1], order[draw.below(i)]);
    std::vector<std::vector<std::size_t>> batches;
    batches.reserve(samples / batch);
    for (std::size_t first = 0; first + batch <= samples; first += batch) {
        const auto from = order.begin() + static_cast<std::ptrdiff_t>(first);
        batches.emplace_back(from, from + static_cast<std::ptrdiff_t>(batch));
    }
    return batches;
}

}  // namespace epochscope
