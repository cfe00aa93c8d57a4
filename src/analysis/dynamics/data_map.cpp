#include <epochscope/analysis/data_map.h>
#include <epochscope/model/error.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <utility>

namespace epochscope {

namespace {

// The colours of matplotlib's letters.
constexpr Colour red{255, 0, 0, 255};
constexpr Colour magenta{191, 0, 191, 255};
constexpr Colour orange{255, 165, 0, 255};
constexpr Colour green{0, 128, 0, 255};
constexpr Colour cyan{0, 191, 191, 255};
constexpr Colour blue{0, 0, 255, 255};
constexpr Colour black{0, 0, 0, 255};

std::vector<MapGroup> groups_by_ratio() {
    using enum MapMarker;
    return {{"correct_ratio < 0.2", cross, red}, {"correct_ratio < 0.4", down, magenta},
            {"correct_ratio < 0.6", up, orange}, {"correct_ratio < 0.8", left, green},
            {"correct_ratio < 1", right, cyan},  {"correct_ratio = 1", diamond, blue}};
}

std::size_t group_by_ratio(double ratio) {
    constexpr std::array bounds{0.2, 0.4, 0.6, 0.8, 1.0};
    return static_cast<std::size_t>(
        std::count_if(bounds.begin(), bounds.end(), [&](double bound) { return ratio >= bound; }));
}

std::vector<MapGroup> groups_by_times(Signal times) {
    using enum MapMarker;
    const std::string name(name_of(times));
    return {{name + " = 0, never right", down, cyan},
            {name + " = 0, at times right", cross, black},
            {name + " = 0, always right", right, blue},
            {name + " = 1", left, red},
            {name + " = 2", diamond, green},
            {name + " >= 3", up, orange}};
}

std::size_t group_by_times(double times, double ratio) {
    if (times > 0) return 2 + static_cast<std::size_t>(std::min(times, 3.0));
    if (ratio <= 0) return 0;
    return ratio < 1 ? 1 : 2;
}

std::vector<MapGroup> groups_by_mark() {
    using enum MapMarker;
    return {{"s_label = 2, mislabelled on purpose", cross, red},
            {"s_label = 1, hard on purpose", up, orange},
            {"others", diamond, blue}};
}

std::size_t group_by_mark(double mark) {
    if (mark == 2) return 0;
    return mark == 1 ? 1 : 2;
}

/// The signal of the groups.
Signal grouping_of(const MapOptions& options) {
    if (options.by_mark) {
        if (options.min_learnt || options.min_forgotten)
            throw Error("data map",
                        "samples are to be grouped by their marks and by how often they were "
                        "learnt or forgotten, expected one of both");
        return Signal::s_label;
    }
    if (options.min_learnt && options.min_forgotten)
        throw Error("data map",
                    "samples are to be grouped by how often they were learnt and by "
                    "how often they were forgotten, expected one of both");
    if (options.min_learnt) return Signal::learnt_times;
    return options.min_forgotten ? Signal::forgetting_times : Signal::correct_ratio;
}

std::vector<MapGroup> groups_by(Signal grouping) {
    if (grouping == Signal::s_label) return groups_by_mark();
    return grouping == Signal::correct_ratio ? groups_by_ratio() : groups_by_times(grouping);
}

std::size_t group_by(Signal grouping, double value, double ratio) {
    if (grouping == Signal::s_label) return group_by_mark(value);
    return grouping == Signal::correct_ratio ? group_by_ratio(ratio) : group_by_times(value, ratio);
}

bool passes(const SignalTable& table, const MapOptions& options, std::size_t i) {
    const auto reaches = [&](Signal signal, double min) { return table[signal][i] >= min; };
    return (!options.criterion || reaches(*options.criterion, options.threshold)) &&
           (!options.min_learnt || reaches(Signal::learnt_times, *options.min_learnt)) &&
           (!options.min_forgotten || reaches(Signal::forgetting_times, *options.min_forgotten));
}

/// Calls tell(i, is member of the preset) for all samples in order.
template <typename Tell>
void tell_meant(const SignalTable& table, MapPreset preset, double times, const Tell& tell) {
    const std::span<const double> confidence = table[Signal::avg_probs];
    const std::span<const double> variability = table[Signal::variability];
    const auto of_each = [&](const auto& is_meant) {
        for (std::size_t i = 0; i < table.sample_count(); ++i) tell(i, is_meant(i));
    };
    const auto in_region = [&](MapRegion region) {
        of_each([&](std::size_t i) { return region_of(confidence[i], variability[i]) == region; });
    };
    switch (preset) {
        case MapPreset::mislabelled:
            return in_region(MapRegion::hard_to_learn);
        case MapPreset::ambiguous:
            return in_region(MapRegion::ambiguous);
        case MapPreset::easy:
            return in_region(MapRegion::easy_to_learn);
        case MapPreset::forgotten:
            return of_each([forgotten = table[Signal::forgetting_times], times](std::size_t i) {
                return forgotten[i] >= times;
            });
        case MapPreset::never_learnt:
            return of_each([evaluations = table[Signal::evaluations],
                            right = table[Signal::correct_times]](std::size_t i) {
                return evaluations[i] > 0 && right[i] == 0;
            });
    }
}

}  // namespace

DataMap data_map(const SignalTable& table, const MapOptions& options) {
    const Signal grouping = grouping_of(options);
    DataMap map;
    map.vertical = options.vertical;
    map.horizontal = options.horizontal;
    map.groups = groups_by(grouping);
    map.counts.assign(map.groups.size(), 0);
    map.samples.reserve(table.sample_count());
    map.x.reserve(table.sample_count());
    map.y.reserve(table.sample_count());
    map.group.reserve(table.sample_count());
    for (std::size_t i = 0; i < table.sample_count(); ++i) {
        if (!passes(table, options, i)) continue;
        const double x = table[options.horizontal][i];
        const double y = table[options.vertical][i];
        const double ratio = table[Signal::correct_ratio][i];
        if (!std::isfinite(x) || !std::isfinite(y) || std::isnan(ratio)) {
            ++map.unplaced;
            continue;
        }
        const std::size_t group = group_by(grouping, table[grouping][i], ratio);
        map.samples.push_back(static_cast<std::uint32_t>(i));
        map.x.push_back(x);
        map.y.push_back(y);
        map.group.push_back(static_cast<std::uint8_t>(group));
        ++map.counts[group];
    }
    return map;
}

std::vector<MapRegion> regions_of(const SignalTable& table) {
    std::vector<MapRegion> regions;
    regions.reserve(table.sample_count());
    for (std::size_t i = 0; i < table.sample_count(); ++i)
        regions.push_back(region_of(table[Signal::avg_probs][i], table[Signal::variability][i]));
    return regions;
}

std::string_view name_of(MapRegion region) {
    switch (region) {
        case MapRegion::easy_to_learn:
            return "easy-to-learn";
        case MapRegion::ambiguous:
            return "ambiguous";
        case MapRegion::hard_to_learn:
            return "hard-to-learn";
        case MapRegion::unknown:
            break;
    }
    return "unknown";
}

std::vector<std::uint32_t> samples_of(const SignalTable& table, MapPreset preset, double times) {
    std::vector<std::uint32_t> samples;
    tell_meant(table, preset, times, [&](std::size_t i, bool meant) {
        if (meant) samples.push_back(static_cast<std::uint32_t>(i));
    });
    return samples;
}

std::vector<std::uint32_t> most_suspicious(const SignalTable& table, std::size_t most) {
    const std::span<const double> suspicion = table[Signal::suspicion];
    std::vector<std::uint32_t> found;
    for (std::size_t i = 0; i < suspicion.size(); ++i)
        if (suspicion[i] > 0.5) found.push_back(static_cast<std::uint32_t>(i));
    const std::size_t count = std::min(found.size(), most);
    std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(count),
                      found.end(), [&](std::uint32_t a, std::uint32_t b) {
                          return std::pair(-suspicion[a], a) < std::pair(-suspicion[b], b);
                      });
    found.resize(count);
    return found;
}

std::size_t count_of(const SignalTable& table, MapPreset preset, double times) {
    std::size_t count = 0;
    tell_meant(table, preset, times,
               [&](std::size_t /*sample*/, bool meant) { count += meant ? 1 : 0; });
    return count;
}

std::vector<std::uint32_t> ranked(const SignalTable& table, Signal metric, bool worst) {
    const std::span<const double> values = table[metric];
    std::vector<std::uint32_t> order(values.size());
    std::iota(order.begin(), order.end(), 0U);
    const double sign = info_of(metric).small_first != worst ? 1 : -1;
    // NaN comes last.
    const auto rank = [&](std::uint32_t i) {
        const bool unknown = std::isnan(values[i]);
        return std::pair(unknown, unknown ? 0 : sign * values[i]);
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return rank(a) < rank(b); });
    return order;
}

std::vector<std::uint32_t> chosen(const SignalTable& table, const SampleChoice& choice) {
    if (!(choice.fraction >= 0 && choice.fraction <= 1))
        throw Error("fraction", "is ", choice.fraction, ", expected 0..1");
    const auto samples = static_cast<double>(table.sample_count());
    const auto count = static_cast<std::size_t>(std::round(choice.fraction * samples));
    const std::span<const double> values = table[choice.metric];
    const auto known = static_cast<std::size_t>(
        std::count_if(values.begin(), values.end(), [](double v) { return !std::isnan(v); }));
    if (count > known)
        throw Error(name_of(choice.metric), "is known of ", known, " samples, of which ", count,
                    " cannot be chosen");
    std::vector<std::uint32_t> order = ranked(table, choice.metric, choice.worst);
    order.resize(known);
    // In integers, since 0.7 x 10 is slightly less than 7.
    const std::size_t head = choice.both_ends ? count * 7 / 10 : count;
    const auto end_of_head = order.begin() + static_cast<std::ptrdiff_t>(head);
    order.erase(end_of_head, order.end() - static_cast<std::ptrdiff_t>(count - head));
    return order;
}

}  // namespace epochscope
