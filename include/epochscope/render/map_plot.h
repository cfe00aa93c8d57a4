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

/// low < high.
struct PlotRange {
    double low = 0;
    double high = 1;
    friend bool operator==(const PlotRange&, const PlotRange&) = default;
};

/// The numbers of samples in equal bins of a range.
struct PlotHistogram {
    std::string name;
    PlotRange range;
    std::vector<std::size_t> counts;
};

/// A text in the plane, over the samples: right-aligned at x, vertically centred at y.
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

/// The content of a still picture of a data map, for callers with fonts (see cli/desktop.h). Texts
/// are English.
struct MapPlot {
    std::string title;
    /// Sentences that are needed to read the plot correctly; may be empty.
    std::string note;
    Axes axes;
    PlotRange across;
    PlotRange upwards;
    /// The position and the group of each sample that is drawn.
    std::vector<double> x;
    std::vector<double> y;
    std::vector<std::uint8_t> group;
    /// In the order of the legend, with the number of samples of each.
    std::vector<MapGroup> groups;
    std::vector<std::size_t> counts;
    std::string legend_title;
    /// The titles of the counts in the legend, and of their sum.
    std::string count_title = "samples";
    std::string total_title = "all";
    /// Whether the legend also shows the counts as bars: groups are the values of a signal.
    bool has_bars = false;
    std::vector<PlotBorder> borders;
    std::vector<PlotLabel> labels;
    std::vector<PlotHistogram> histograms;
};

/// The minimum size of a picture of a map.
inline constexpr Size min_map_size{320, 240};

/// The filter of a map, for its title: "forgetting_times >= 1"; empty if all samples pass.
std::string filter_text(const MapOptions& options);

/// Adds a sentence to the note of a plot.
void add_note(MapPlot& plot, const std::string& sentence);

/// A map in the style of TrustAI: groups by colour and marker. An axis has the range of its
/// samples, or the bounds of its signal (see SignalInfo) if samples fill at least 0.6 of them.
/// Histograms of both axes have 25 bins, or one for each of up to 50 whole numbers. Many samples at
/// whole numbers are spread by up to 0.35 around them, and the note says so. O(samples).
MapPlot trust_ai_plot(const DataMap& map);

/// A map in the style of Dataset Cartography: the samples of `map` by variability (0..0.5,
/// horizontal) and confidence (0..1, vertical) from its `table`, whatever the signals of the map
/// are. The colour is the correctness, from never (dark) to always (light), by value if there are
/// at most 11 values, or else rounded to tenths. Has the names and borders of the regions.
/// Histograms of confidence and variability have 25 bins; that of correctness is the legend.
/// O(samples).
MapPlot cartography_plot(const DataMap& map, const SignalTable& table);

}  // namespace epochscope
