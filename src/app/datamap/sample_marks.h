#pragma once

#include "app/datamap/plot_area.h"

#include <epochscope/render/map_plot.h>

#include <cstddef>

class QPainter;
class QPainterPath;

namespace epochscope::app {

/// The outline of a mark around (0, 0); all cover about as much as a disc of this radius.
QPainterPath outline_of(MapMarker marker, double radius);

/// The radius of marks in units of the sheet: the more samples there are, the smaller.
double mark_radius(std::size_t samples);

/// How opaque a mark is where so many lie upon each other: one that is alone is plain to see, and
/// of many each shines through.
double mark_opacity(double layers);

/// Paints a plot's samples, every one of them, in an order that favours no group.
/// O(samples).
void paint_samples(QPainter& painter, const Sheet& sheet, const MapPlot& plot,
                   const PlotArea& area);

}  // namespace epochscope::app
