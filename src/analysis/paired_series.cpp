#include <epochscope/analysis/paired_series.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>
#include <unordered_map>
#include <utility>

namespace epochscope {

namespace {

const Column* ids_of(const Dataset& dataset) {
    return dataset.metadata ? dataset.metadata->find("id") : nullptr;
}

void pair_by_id(const Column& first, const Column& second, SeriesPairs& pairs) {
    std::unordered_map<std::string, std::int32_t> places;
    for (std::size_t i = 0; i < second.size(); ++i)
        if (!second.is_missing(i)) places.emplace(second.words(i), static_cast<std::int32_t>(i));
    for (std::size_t i = 0; i < first.size(); ++i) {
        if (first.is_missing(i)) continue;
        const auto found = places.find(first.words(i));
        if (found == places.end()) continue;
        pairs.first.push_back(static_cast<std::int32_t>(i));
        pairs.second.push_back(found->second);
        // An id that occurs twice pairs once.
        places.erase(found);
    }
    pairs.by_id = true;
}

void pair_by_index(std::size_t samples, SeriesPairs& pairs) {
    pairs.first.resize(samples);
    std::iota(pairs.first.begin(), pairs.first.end(), 0);
    pairs.second = pairs.first;
}

void pair_samples(const Dataset& first, const Dataset& second, SeriesPairs& pairs) {
    const std::size_t n = first.series.sample_count();
    const std::size_t m = second.series.sample_count();
    const Column* const first_ids = ids_of(first);
    const Column* const second_ids = ids_of(second);
    if (first_ids != nullptr && second_ids != nullptr) {
        pair_by_id(*first_ids, *second_ids, pairs);
        if (pairs.first.empty())
            throw Error(second.path, "has no id of ", first.path,
                        ", expected folders of the same samples");
    } else if (n == m) {
        pair_by_index(n, pairs);
    } else {
        throw Error(second.path, "has ", m, " samples, ", first.path, " has ", n,
                    ", expected as many, or samples.csv with a column id in both");
    }
    pairs.first_alone = n - pairs.first.size();
    pairs.second_alone = m - pairs.first.size();
}

void pair_by_number(const EpochSeries& first, const EpochSeries& second, SeriesPairs& pairs) {
    for (std::size_t e = 0; e < first.epoch_count(); ++e)
        if (const auto found = second.find_epoch(first.epoch(e).number))
            pairs.epochs.emplace_back(e, *found);
    if (pairs.epochs.empty()) pairs.epochs_by = EpochPairing::share;
}

/// The epoch of `count` that is as far into its run as epoch `of` of `others`.
std::size_t as_far(std::size_t of, std::size_t others, std::size_t count) {
    if (others < 2) return count - 1;
    const double share = static_cast<double>(of) / static_cast<double>(others - 1);
    return static_cast<std::size_t>(std::lround(share * static_cast<double>(count - 1)));
}

void pair_by_share(std::size_t first, std::size_t second, SeriesPairs& pairs) {
    for (std::size_t e = 0; e < std::min(first, second); ++e)
        if (first <= second)
            pairs.epochs.emplace_back(e, as_far(e, first, second));
        else
            pairs.epochs.emplace_back(as_far(e, second, first), e);
}

void match_classes(const Classes& first, const Classes& second, SeriesPairs& pairs) {
    for (const std::string& name : second.names) {
        const auto found = std::ranges::find(first.names, name);
        const bool is_there = found != first.names.end();
        pairs.classes.push_back(is_there ? static_cast<std::int32_t>(found - first.names.begin())
                                         : -1);
        if (!is_there)
            pairs.warnings.push_back("the first folder has no class " + name +
                                     ", so that predictions of it never agree");
    }
}

void compare_labels(const EpochSeries& first, const EpochSeries& second, SeriesPairs& pairs) {
    std::size_t others = 0;
    for (std::size_t i = 0; i < pairs.first.size(); ++i) {
        const auto label =
            static_cast<std::size_t>(second.labels()[static_cast<std::size_t>(pairs.second[i])]);
        if (pairs.classes[label] != first.labels()[static_cast<std::size_t>(pairs.first[i])])
            ++others;
    }
    if (others > 0)
        pairs.warnings.push_back(std::to_string(others) + " of " +
                                 std::to_string(pairs.first.size()) +
                                 " samples have other labels in the second folder");
}

}  // namespace

SeriesPairs pair_series(const Dataset& first, const Dataset& second, EpochPairing epochs_by) {
    SeriesPairs pairs;
    pair_samples(first, second, pairs);
    pairs.epochs_by = epochs_by;
    if (epochs_by != EpochPairing::share) pair_by_number(first.series, second.series, pairs);
    if (pairs.epochs_by == EpochPairing::share)
        pair_by_share(first.series.epoch_count(), second.series.epoch_count(), pairs);
    match_classes(first.series.classes(), second.series.classes(), pairs);
    compare_labels(first.series, second.series, pairs);
    return pairs;
}

double second_playhead(const SeriesPairs& pairs, double first) {
    const auto after = std::ranges::find_if(pairs.epochs, [first](const auto& pair) {
        return static_cast<double>(pair.first) >= first;
    });
    if (after == pairs.epochs.begin()) return static_cast<double>(after->second);
    const auto before = std::prev(after);
    if (after == pairs.epochs.end()) return static_cast<double>(before->second);
    return std::lerp(static_cast<double>(before->second), static_cast<double>(after->second),
                     (first - static_cast<double>(before->first)) /
                         static_cast<double>(after->first - before->first));
}

}  // namespace epochscope
