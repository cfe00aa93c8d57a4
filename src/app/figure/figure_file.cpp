#include "app/figure/figure_file.h"

#include "app/figure/pdf.h"
#include "app/figure/svg_device.h"

#include <epochscope/export/figure.h>
#include <epochscope/export/formats.h>
#include <epochscope/io/file.h>
#include <epochscope/model/error.h>

#include <QBuffer>
#include <QCoreApplication>
#include <QImage>
#include <QPainter>
#include <QStringList>

#include <cstdint>
#include <string>
#include <string_view>

namespace epochscope::app {

namespace {

/// Of a picture in pixels, relative to the screen.
constexpr int picture_scale = 2;

const ExportFormat& format_for(const std::filesystem::path& file) {
    if (const ExportFormat* format = format_of(file, picture_formats())) return *format;
    throw Error(file.string(), "ends in \"", file.extension().string(), "\", expected ",
                list_endings(picture_formats()));
}

void write_bytes(const std::filesystem::path& file, std::string_view bytes) {
    write_file(file, {reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
}

QByteArray png_of(QSize size, const QColor& canvas, const std::function<void(QPainter&)>& paint) {
    QImage image(size * picture_scale, QImage::Format_RGB32);
    image.fill(canvas);
    QPainter painter(&image);
    painter.scale(picture_scale, picture_scale);
    paint(painter);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray svg_of(QSize size, const QColor& canvas, const std::function<void(QPainter&)>& paint) {
    SvgDevice device(size, QSizeF(size) * millimetres_an_inch / screen_resolution,
                     default_max_discs);
    QPainter painter(&device);
    painter.fillRect(QRect(QPoint(), size), canvas);
    paint(painter);
    painter.end();
    return device.svg();
}

}  // namespace

bool is_figure_file(const std::filesystem::path& file) {
    const ExportFormat* format = format_of(file, picture_formats());
    return format != nullptr && (format->codec == "SVG" || format->codec == "PDF");
}

QString picture_filter() {
    QStringList endings;
    for (const ExportFormat& format : picture_formats())
        endings << '*' + QString::fromUtf8(format.ending.data(), qsizetype(format.ending.size()));
    return QCoreApplication::translate("epochscope::app::FigureFile", "Pictures (%1)")
        .arg(endings.join(' '));
}

void write_figure(const std::filesystem::path& file, const QByteArray& svg) {
    const std::string_view bytes(svg.constData(), static_cast<std::size_t>(svg.size()));
    if (format_for(file).codec == "PDF")
        write_bytes(file, pdf_of(bytes));
    else
        write_bytes(file, bytes);
}

void write_painting(const std::filesystem::path& file, QSize size, const QColor& canvas,
                    const std::function<void(QPainter&)>& paint) {
    if (format_for(file).codec != "PNG") return write_figure(file, svg_of(size, canvas, paint));
    const QByteArray png = png_of(size, canvas, paint);
    write_bytes(file, {png.constData(), static_cast<std::size_t>(png.size())});
}

}  // namespace epochscope::app
