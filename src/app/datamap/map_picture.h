#pragma once

#include <epochscope/export/figure.h>
#include <epochscope/model/image.h>
#include <epochscope/render/map_plot.h>

#include <QByteArray>

#include <cstddef>

namespace epochscope::app {

/// A still picture of a data map for print, on white: the samples with axes, ticks and names, the
/// legend and the histograms beside. Alike at any size: lengths grow with it. Needs a
/// QGuiApplication, but no display. Throws Error for a size that is less than min_map_size or
/// more than check_size (export/frames.h) allows. 0.2 s for 100,000 samples at 2400 x 1800.
Image paint_map(const MapPlot& plot, Size size);

/// The same as SVG of a size on paper. Of more than `max_discs` samples all are a picture in it.
QByteArray svg_of(const MapPlot& plot, const FigureSize& size,
                  std::size_t max_discs = default_max_discs);

}  // namespace epochscope::app
