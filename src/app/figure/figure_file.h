#pragma once

#include <QByteArray>
#include <QColor>
#include <QSize>
#include <QString>

#include <filesystem>
#include <functional>

class QPainter;

namespace epochscope::app {

/// Whether a file's ending is that of shapes, .svg or .pdf.
[[nodiscard]] bool is_figure_file(const std::filesystem::path& file);

/// The filter of a file dialog for what write_painting writes: "Pictures (*.png *.svg *.pdf)".
[[nodiscard]] QString picture_filter();

/// Writes an SVG as it is, or as PDF if the file ends in .pdf, completely or not at all. Throws
/// Error.
void write_figure(const std::filesystem::path& file, const QByteArray& svg);

/// Writes what is painted on so many logical pixels of a colour, by the ending of the file: twice
/// as large in pixels (.png), or as shapes. Throws Error for another ending, and if it cannot be
/// written.
void write_painting(const std::filesystem::path& file, QSize size, const QColor& canvas,
                    const std::function<void(QPainter&)>& paint);

}  // namespace epochscope::app
