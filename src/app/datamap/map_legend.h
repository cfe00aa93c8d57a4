#pragma once

#include "app/datamap/plot_area.h"

#include <epochscope/render/map_plot.h>

class QPainter;

namespace epochscope::app {

/// The legend of a plot: one row for each group with its mark, name, count and, if the plot has
/// them, a bar for the count; then the total.
class MapLegend {
  public:
    /// As wide as needed, at least `min_width`.
    MapLegend(const Sheet& sheet, const MapPlot& plot, double min_width);

    [[nodiscard]] double width() const { return columns_.count; }
    [[nodiscard]] double height() const;
    void paint(QPainter& painter, QPointF top_left) const;

  private:
    /// Offsets of a row's parts from the legend's left edge.
    struct Columns {
        double name = 0;
        double bar = 0;
        double bar_length = 0;
        /// The right edge of the counts.
        double count = 0;
    };

    [[nodiscard]] Columns columns() const;
    void paint_row(QPainter& painter, std::size_t group, QPointF at) const;

    const Sheet& sheet_;
    const MapPlot& plot_;
    Columns columns_;
};

/// A count with commas between thousands: "1,797".
QString count_words(std::size_t count);

}  // namespace epochscope::app
