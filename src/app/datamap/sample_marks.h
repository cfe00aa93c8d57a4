#pragma once

#include "app/datamap/plot_area.h"

#include <epochscope/render/map_plot.h>

#include <cstddef>

class QPainter;
class QPainterPath;

namespace epochscope::app {

/// The outline of a mark around (0, 0), with about the area of a disc of this radius.
QPainterPath outline_of(MapMarker marker, double radius);

/// The radius of marks in units of the sheet; smaller for more samples.
double mark_radius(std::size_t samples);

/// The opacity of marks of which so many overlap.
double mark_opacity(double layers);

/// Paints all samples of a plot in an order that favours no group. O(samples).
void paint_samples(QPainter& painter, const Sheet& sheet, const MapPlot& plot,
                   const PlotArea& area);

}  // namespace epochscope::app
