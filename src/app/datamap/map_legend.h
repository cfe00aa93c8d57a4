#pragma once

#include "app/datamap/plot_area.h"

#include <epochscope/render/map_plot.h>

class QPainter;

namespace epochscope::app {

/// What a plot's groups are: a row for each with its mark, its name, its count and, where the plot
/// wants them, a bar as long as that is large; then their sum.
class MapLegend {
  public:
    /// As wide as need be, and at least `least_width`.
    MapLegend(const Sheet& sheet, const MapPlot& plot, double least_width);

    [[nodiscard]] double width() const { return columns_.count; }
    [[nodiscard]] double height() const;
    void paint(QPainter& painter, QPointF top_left) const;

  private:
    /// Where the parts of a row lie, from the legend's left edge.
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
