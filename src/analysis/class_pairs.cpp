#include <epochscope/analysis/class_pairs.h>

#include <algorithm>
#include <span>
#include <tuple>
#include <unordered_map>

namespace epochscope {

namespace {

using PairKey = std::uint64_t;

PairKey key_of(std::int32_t from, std::int32_t to) {
    return PairKey{static_cast<std::uint32_t>(from)} << 32U | static_cast<std::uint32_t>(to);
}

bool is_class_of(const EpochSeries& series, std::int32_t code) {
    return code >= 0 && static_cast<std::size_t>(code) < series.class_count();
}

/// Calls add(from, to) for what is confused at an epoch.
struct ConfusedAt {
    template <typename Add>
    void operator()(const EpochSeries& series, std::size_t epoch, const Add& add) const {
        const std::span<const std::int32_t> labels = series.labels();
        const std::span<const std::int32_t> predictions = series.epoch(epoch).predictions;
        for (std::size_t i = 0; i < predictions.size(); ++i)
            if (predictions[i] != labels[i] && is_class_of(series, predictions[i]) &&
                series.classes().is_labelled(labels[i]))
                add(labels[i], predictions[i]);
    }
};

/// Calls add(from, to) for what flipped since the epoch before.
struct FlippedAt {
    template <typename Add>
    void operator()(const EpochSeries& series, std::size_t epoch, const Add& add) const {
        if (epoch == 0) return;
        const std::span<const std::int32_t> before = series.epoch(epoch - 1).predictions;
        const std::span<const std::int32_t> after = series.epoch(epoch).predictions;
        for (std::size_t i = 0; i < std::min(before.size(), after.size()); ++i)
            if (before[i] != after[i] && is_class_of(series, before[i]) &&
                is_class_of(series, after[i]))
                add(before[i], after[i]);
    }
};

/// The most frequent pairs, without their epochs.
CountedPairs most_frequent(const std::unordered_map<PairKey, std::size_t>& totals,
                           std::size_t most) {
    CountedPairs found{.pairs = {}, .pair_count = totals.size()};
    for (const auto& [key, total] : totals) {
        found.pairs.push_back({.from = static_cast<std::int32_t>(key >> 32U),
                               .to = static_cast<std::int32_t>(key & 0xFFFF'FFFFU),
                               .total = total});
        found.total += total;
    }
    const auto rank = [](const CountedPair& pair) {
        return std::tuple(-static_cast<std::int64_t>(pair.total), pair.from, pair.to);
    };
    const auto listed = static_cast<std::ptrdiff_t>(std::min(most, found.pairs.size()));
    std::partial_sort(
        found.pairs.begin(), found.pairs.begin() + listed, found.pairs.end(),
        [&](const CountedPair& a, const CountedPair& b) { return rank(a) < rank(b); });
    found.pairs.resize(static_cast<std::size_t>(listed));
    return found;
}

/// Goes through the epochs twice: which pairs are the most frequent, and when they occur.
template <typename EpochPairs>
CountedPairs counted(const EpochSeries& series, std::size_t most, const EpochPairs& pairs_at,
                     const Job& job) {
    const std::size_t epochs = series.epoch_count();
    const auto reached = [&](std::size_t done) {
        job.reached(static_cast<double>(done) / static_cast<double>(2 * epochs));
    };
    std::unordered_map<PairKey, std::size_t> totals;
    for (std::size_t e = 0; e < epochs; ++e) {
        reached(e);
        pairs_at(series, e,
                 [&](std::int32_t from, std::int32_t to) { ++totals[key_of(from, to)]; });
    }
    CountedPairs found = most_frequent(totals, most);
    std::unordered_map<PairKey, CountedPair*> listed;
    for (CountedPair& pair : found.pairs) {
        pair.counts.assign(epochs, 0);
        listed.emplace(key_of(pair.from, pair.to), &pair);
    }
    for (std::size_t e = 0; e < epochs; ++e) {
        reached(epochs + e);
        pairs_at(series, e, [&](std::int32_t from, std::int32_t to) {
            const auto pair = listed.find(key_of(from, to));
            if (pair != listed.end()) ++pair->second->counts[e];
        });
    }
    return found;
}

}  // namespace

CountedPairs confused_classes(const EpochSeries& series, std::size_t most, const Job& job) {
    return counted(series, most, ConfusedAt{}, job);
}

CountedPairs flipped_classes(const EpochSeries& series, std::size_t most, const Job& job) {
    return counted(series, most, FlippedAt{}, job);
}

}  // namespace epochscope
