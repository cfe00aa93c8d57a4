#pragma once

#include <epochscope/analysis/data_map.h>
#include <epochscope/analysis/training_signals.h>
#include <epochscope/model/axes.h>
#include <epochscope/model/image.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace epochscope {

/// From low up to high; low < high.
struct PlotRange {
    double low = 0;
    double high = 1;
    friend bool operator==(const PlotRange&, const PlotRange&) = default;
};

/// How many samples have a value in each of equally wide parts of a range.
struct PlotHistogram {
    std::string name;
    PlotRange range;
    std::vector<std::size_t> counts;
};

/// A name that stands in the plane, over the samples: it ends at x and has its middle at y.
struct PlotLabel {
    std::string name;
    double x = 0;
    double y = 0;
};

/// A line in the plane, over the samples.
struct PlotBorder {
    double x0 = 0;
    double y0 = 0;
    double x1 = 0;
    double y1 = 0;
};

/// All that a still picture of a data map says, for whoever has fonts to paint it (see
/// cli/desktop.h). Words are English.
struct MapPlot {
    std::string title;
    /// What has to be known to read it right; sentences or none.
    std::string note;
    Axes axes;
    PlotRange across;
    PlotRange upwards;
    /// A place and a group for each sample that is drawn.
    std::vector<double> x;
    std::vector<double> y;
    std::vector<std::uint8_t> group;
    /// In the order of the legend, with how many samples each has.
    std::vector<MapGroup> groups;
    std::vector<std::size_t> counts;
    std::string legend_title;
    /// What the legend's counts are, and what their sum is called.
    std::string count_title = "samples";
    std::string total_title = "all";
    /// Whether the legend's counts are bars besides: the groups are the values of a signal.
    bool has_bars = false;
    std::vector<PlotBorder> borders;
    std::vector<PlotLabel> labels;
    std::vector<PlotHistogram> histograms;
};

/// The least that a picture of a map may be across and down.
inline constexpr Size min_map_size{320, 240};

/// Which samples a map keeps, for its title: "forgetting_times >= 1"; empty where it keeps all.
std::string filter_text(const MapOptions& options);

/// Adds a sentence to a plot's note.
void add_note(MapPlot& plot, const std::string& sentence);

/// A map as TrustAI draws it: groups by colour and marker. Signals that are bounded (probabilities,
/// shares, variances) are laid out between their bounds, unless the samples take up less than 0.6
/// of that; others as far as samples lie. Histograms of both have 25
/// parts, or one for each of up to 50 whole numbers; many samples of such a signal are spread by up
/// to 0.35 around its numbers, and the note says so. O(samples).
MapPlot trust_ai_plot(const DataMap& map);

/// The map as Dataset Cartography draws it: the samples of `map` by their variability (across, 0 to
/// 0.5) and confidence (upwards, 0 to 1) in `table`, which it was made of, whatever the map's own
/// signals are. Colour is how often the label was predicted, by value where there are at most 11 of
/// them, else rounded to tenths; light is always. The regions are named, and their borders drawn;
/// histograms of confidence and variability have 25 parts, that of correctness is the legend.
/// O(samples).
MapPlot cartography_plot(const DataMap& map, const SignalTable& table);

}  // namespace epochscope
