#pragma once

#include <epochscope/export/figure.h>

#include <QByteArray>

#include <cstddef>

namespace epochscope::app {

/// A figure as SVG of a size on paper: lines, marks and letters as shapes and texts, landscapes,
/// density and pictures of samples as embedded pictures. Of more than `max_discs` samples (see
/// disc_count) all are in these pictures. Needs a QGuiApplication, but no display. Throws Error if
/// the series lost data.
QByteArray svg_of(const Figure& figure, const FigureSize& size, bool with_texts,
                  std::size_t max_discs = default_max_discs);

}  // namespace epochscope::app
