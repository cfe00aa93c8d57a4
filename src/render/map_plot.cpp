#include <epochscope/render/colour_map.h>
#include <epochscope/render/map_plot.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <sstream>
#include <utility>

namespace epochscope {

namespace {

/// The margin around samples and bounds, as a fraction of the range.
constexpr double margin = 0.03;
/// Samples that fill less of the bounds get their own range.
constexpr double min_fraction = 0.6;
constexpr double near_zero = 0.1;
constexpr std::size_t parts = 25;
constexpr double max_numbers = 50;
/// Samples at integers are spread if there are more than `crowd` for each, by up to `farthest`.
constexpr double crowd = 10;
constexpr double farthest = 0.35;
constexpr std::size_t tenths = 11;
/// The lightest colours are too light on paper.
constexpr double lightest = 0.86;

PlotRange widened(PlotRange range) {
    const double extent = range.high - range.low;
    const double by = extent > 0 ? margin * extent : std::max(0.5, margin * std::abs(range.high));
    return {range.low - by, range.high + by};
}

/// The range of an axis, without a margin.
PlotRange range_of(Signal signal, std::span<const double> values) {
    const double bound = info_of(signal).bound;
    if (values.empty()) return {0, bound > 0 ? bound : 1};
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    PlotRange taken{*low, *high};
    // A range that nearly begins at 0 begins there.
    if (*low > 0 && *low < near_zero * *high) taken.low = 0;
    const bool fills = bound > 0 && taken.high - taken.low >= min_fraction * bound;
    return fills ? PlotRange{0, bound} : taken;
}

PlotHistogram histogram_of(std::string name, PlotRange range, std::size_t part_count,
                           std::span<const double> values) {
    PlotHistogram histogram{std::move(name), range, std::vector<std::size_t>(part_count, 0)};
    const auto last = static_cast<double>(part_count - 1);
    for (const double value : values) {
        const double fraction = (value - range.low) / (range.high - range.low);
        const double part =
            std::clamp(std::floor(fraction * static_cast<double>(part_count)), 0.0, last);
        ++histogram.counts[static_cast<std::size_t>(part)];
    }
    return histogram;
}

/// One bin for each integer, if there are few.
PlotHistogram histogram_of(Signal signal, PlotRange range, std::span<const double> values) {
    std::string name(name_of(signal));
    const double extent = range.high - range.low;
    if (info_of(signal).is_count && extent < max_numbers)
        return histogram_of(std::move(name), {range.low - 0.5, range.high + 0.5},
                            static_cast<std::size_t>(extent) + 1, values);
    return histogram_of(std::move(name), extent > 0 ? range : widened(range), parts, values);
}

/// Spreads samples evenly around integers by the additive recurrence of `step`, so that they do not
/// hide each other. Returns whether it did.
bool spread(Signal signal, PlotRange range, double step, std::vector<double>& values) {
    const double extent = range.high - range.low;
    if (!info_of(signal).is_count || extent >= max_numbers ||
        static_cast<double>(values.size()) < crowd * (extent + 1))
        return false;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double fraction = step * static_cast<double>(i);
        values[i] += (fraction - std::floor(fraction) - 0.5) * 2 * farthest;
    }
    return true;
}

std::size_t tenth_of(double ratio) {
    return static_cast<std::size_t>(std::lround(std::clamp(ratio, 0.0, 1.0) * 10));
}

/// The tenths that the correctness of the map's samples can have.
std::array<bool, tenths> possible_tenths(const DataMap& map, const SignalTable& table) {
    std::array<bool, tenths> possible{};
    const std::span<const double> evaluations = table[Signal::evaluations];
    double before = 0;
    for (const std::uint32_t sample : map.samples) {
        const double count = evaluations[sample];
        if (count == before) continue;
        before = count;
        // With ten or more evaluations, all tenths are possible.
        const double fractions = std::min(count, 10.0);
        for (double right = 0; right <= fractions; ++right)
            possible[tenth_of(right / fractions)] = true;
    }
    return possible;
}

void add_correctness(const DataMap& map, const SignalTable& table, MapPlot& plot) {
    const auto possible = possible_tenths(map, table);
    std::array<std::uint8_t, tenths> group{};
    for (std::size_t t = 0; t < tenths; ++t) {
        if (!possible[t]) continue;
        group[t] = static_cast<std::uint8_t>(plot.groups.size());
        std::string name = t == tenths - 1 ? "1.0" : "0." + std::to_string(t);
        plot.groups.push_back(
            {std::move(name), MapMarker::disc,
             mapped_colour(ColourMap::viridis, lightest * static_cast<double>(t) / (tenths - 1))});
    }
    plot.counts.assign(plot.groups.size(), 0);
    for (const std::uint32_t sample : map.samples) {
        const std::uint8_t its = group[tenth_of(table[Signal::correct_ratio][sample])];
        plot.group.push_back(its);
        ++plot.counts[its];
    }
}

void add_regions(MapPlot& plot) {
    const double right = plot.across.high;
    plot.borders = {{plot.across.low, high_confidence, low_variability, high_confidence},
                    {plot.across.low, low_confidence, low_variability, low_confidence},
                    {low_variability, high_confidence, low_variability, plot.upwards.high},
                    {low_variability, plot.upwards.low, low_variability, low_confidence}};
    // Variability is at most the root of c (1 - c): these positions are never crowded.
    plot.labels = {{std::string(name_of(MapRegion::easy_to_learn)), low_variability, 1},
                   {std::string(name_of(MapRegion::ambiguous)), right, high_confidence},
                   {std::string(name_of(MapRegion::hard_to_learn)), low_variability, 0}};
}

void note_unplaced(const DataMap& map, MapPlot& plot) {
    if (map.unplaced == 0) return;
    const bool is_one = map.unplaced == 1;
    add_note(plot, std::to_string(map.unplaced) + (is_one ? " sample is" : " samples are") +
                       " left out because a signal is unknown.");
}

}  // namespace

std::string filter_text(const MapOptions& options) {
    std::ostringstream words;
    const auto add = [&](Signal signal, double min) {
        words << (words.tellp() > 0 ? ", " : "") << name_of(signal) << " >= " << min;
    };
    if (options.criterion) add(*options.criterion, options.threshold);
    // A limit of 0 does not filter.
    if (options.min_learnt.value_or(0) > 0) add(Signal::learnt_times, *options.min_learnt);
    if (options.min_forgotten.value_or(0) > 0)
        add(Signal::forgetting_times, *options.min_forgotten);
    return words.str();
}

void add_note(MapPlot& plot, const std::string& sentence) {
    if (!plot.note.empty()) plot.note += ' ';
    plot.note += sentence;
}

MapPlot trust_ai_plot(const DataMap& map) {
    MapPlot plot;
    plot.axes = {std::string(name_of(map.horizontal)), std::string(name_of(map.vertical))};
    const PlotRange across = range_of(map.horizontal, map.x);
    const PlotRange upwards = range_of(map.vertical, map.y);
    plot.across = widened(across);
    plot.upwards = widened(upwards);
    plot.x = map.x;
    plot.y = map.y;
    plot.group = map.group;
    plot.groups = map.groups;
    plot.counts = map.counts;
    note_unplaced(map, plot);
    plot.legend_title = "group";
    plot.histograms = {histogram_of(map.vertical, upwards, plot.y),
                       histogram_of(map.horizontal, across, plot.x)};
    // Powers of the inverse of the plastic number: together they fill the plane evenly.
    const bool spreads_x = spread(map.horizontal, across, 0.7548776662466927, plot.x);
    const bool spreads_y = spread(map.vertical, upwards, 0.5698402909980532, plot.y);
    if (spreads_x) plot.across = widened({across.low - farthest, across.high + farthest});
    if (spreads_y) plot.upwards = widened({upwards.low - farthest, upwards.high + farthest});
    if (spreads_x || spreads_y)
        add_note(plot,
                 "Samples are spread by up to 0.35 around whole numbers to keep them visible.");
    return plot;
}

MapPlot cartography_plot(const DataMap& map, const SignalTable& table) {
    constexpr PlotRange fractions{0, 1};
    constexpr PlotRange deviations{0, info_of(Signal::variability).bound};
    MapPlot plot;
    plot.axes = {"variability", "confidence"};
    plot.across = widened(deviations);
    plot.upwards = widened(fractions);
    for (const std::uint32_t sample : map.samples) {
        plot.x.push_back(table[Signal::variability][sample]);
        plot.y.push_back(table[Signal::avg_probs][sample]);
    }
    add_correctness(map, table, plot);
    note_unplaced(map, plot);
    plot.legend_title = "correctness";
    plot.has_bars = true;
    add_regions(plot);
    plot.histograms = {histogram_of("confidence", fractions, parts, plot.y),
                       histogram_of("variability", deviations, parts, plot.x)};
    return plot;
}

}  // namespace epochscope
