#include "app/datamap/sample_marks.h"

#include "app/figure/svg_device.h"

#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <QTransform>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <vector>

namespace epochscope::app {

namespace {

/// A mark is painted once for each quarter of a pixel across and down, and copied.
constexpr int phases = 4;
/// Up to so many samples have marks of full size.
constexpr double few = 400;
// Units of the sheet.
constexpr double largest_radius = 12;
constexpr double smallest_radius = 3;
/// In pixels, however small the picture is.
constexpr double least_pixels = 1.1;
constexpr double most_opacity = 0.85;
constexpr double least_opacity = 0.12;
/// How far the corners of marks are from their middle, in radii.
constexpr double largest_reach = 1.6;

QPainterPath triangle(double radius, double degrees) {
    // Of a disc's area: pi r^2 = 3/4 sqrt 3 R^2.
    const double reach = 1.555 * radius;
    QPolygonF corners;
    for (const double angle : {-90.0, 30.0, 150.0}) {
        const double at = (angle + degrees) * M_PI / 180;
        corners << QPointF(reach * std::cos(at), reach * std::sin(at));
    }
    QPainterPath path;
    path.addPolygon(corners);
    path.closeSubpath();
    return path;
}

QPainterPath square(double half) {
    QPainterPath path;
    path.addRect(-half, -half, 2 * half, 2 * half);
    return path;
}

/// A cross of bars, before it is turned.
QPainterPath plus(double radius) {
    constexpr double bar = 0.42;
    const double reach = 1.2 * radius;
    const double half = bar * radius;
    QPainterPath across;
    across.addRect(-reach, -half, 2 * reach, 2 * half);
    QPainterPath down;
    down.addRect(-half, -reach, 2 * half, 2 * reach);
    return across.united(down);
}

/// A group's mark, opaque, at all phases.
class Stamp {
  public:
    Stamp(const MapGroup& group, double radius)
        : half_(static_cast<int>(std::ceil(largest_reach * radius)) + 1) {
        const QColor colour(group.colour.r, group.colour.g, group.colour.b);
        const QPainterPath outline = outline_of(group.marker, radius);
        const int side = 2 * half_ + 1;
        for (std::size_t i = 0; i < images_.size(); ++i) {
            QImage& image = images_[i];
            image = QImage(side, side, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::transparent);
            QPainter painter(&image);
            painter.setRenderHint(QPainter::Antialiasing);
            const std::size_t row = i / phases;
            const std::size_t column = i % phases;
            const auto middle = [this](std::size_t phase) {
                return half_ + (static_cast<double>(phase) + 0.5) / phases;
            };
            painter.translate(middle(column), middle(row));
            painter.fillPath(outline, colour);
        }
    }

    void paint(QPainter& painter, QPointF at) const {
        const QPointF whole(std::floor(at.x()), std::floor(at.y()));
        const auto phase = [](double share) {
            return static_cast<std::size_t>(std::min(share * phases, phases - 1.0));
        };
        const std::size_t i = phase(at.y() - whole.y()) * phases + phase(at.x() - whole.x());
        painter.drawImage(whole - QPointF(half_, half_), images_[i]);
    }

  private:
    int half_;
    std::array<QImage, phases * phases> images_;
};

/// How many samples lie in each square of two radii.
class Crowd {
  public:
    Crowd(const MapPlot& plot, const PlotArea& area, double radius)
        : area_(area),
          cell_(2 * radius),
          columns_(static_cast<std::size_t>(area.rect.width() / cell_) + 3),
          rows_(static_cast<std::size_t>(area.rect.height() / cell_) + 3),
          counts_(columns_ * rows_, 0) {
        for (std::size_t i = 0; i < plot.x.size(); ++i)
            ++counts_[cell_of(area.at(plot.x[i], plot.y[i]))];
    }

    /// How many marks lie over a point there, one upon the other, on average.
    [[nodiscard]] double layers_at(QPointF at) const {
        const std::size_t middle = cell_of(at);
        std::size_t count = 0;
        for (const std::size_t row : {middle - columns_, middle, middle + columns_})
            for (const std::size_t cell : {row - 1, row, row + 1}) count += counts_[cell];
        // The marks' area by that of nine squares.
        return static_cast<double>(count) * M_PI / 36;
    }

  private:
    /// One of those that have eight around them.
    [[nodiscard]] std::size_t cell_of(QPointF at) const {
        const auto index = [this](double from_edge, std::size_t count) {
            const double cell = std::floor(from_edge / cell_) + 1;
            return static_cast<std::size_t>(std::clamp(cell, 1.0, static_cast<double>(count - 2)));
        };
        return index(at.y() - area_.rect.top(), rows_) * columns_ +
               index(at.x() - area_.rect.left(), columns_);
    }

    const PlotArea& area_;
    double cell_;
    std::size_t columns_;
    std::size_t rows_;
    std::vector<std::uint32_t> counts_;
};

/// A step that leads through all of `count` in an order of its own.
std::size_t scattering_step(std::size_t count) {
    auto step = static_cast<std::size_t>(0.618 * static_cast<double>(count)) + 1;
    while (std::gcd(step, count) != 1) ++step;
    return step;
}

/// Calls paint(sample, place, opacity) for all samples, in an order that favours no group.
template <typename Paint>
void for_each_sample(const MapPlot& plot, const PlotArea& area, double radius, const Paint& paint) {
    const Crowd crowd(plot, area, radius);
    const std::size_t count = plot.x.size();
    const std::size_t step = scattering_step(count);
    for (std::size_t k = 0, i = 0; k < count; ++k, i = (i + step) % count) {
        const QPointF at = area.at(plot.x[i], plot.y[i]);
        paint(i, at, mark_opacity(crowd.layers_at(at)));
    }
}

void stamp_samples(QPainter& painter, const MapPlot& plot, const PlotArea& area, double radius) {
    std::vector<Stamp> stamps;
    stamps.reserve(plot.groups.size());
    for (const MapGroup& group : plot.groups) stamps.emplace_back(group, radius);
    for_each_sample(plot, area, radius, [&](std::size_t i, QPointF at, double opacity) {
        painter.setOpacity(opacity);
        stamps[plot.group[i]].paint(painter, at);
    });
}

/// As shapes.
void draw_samples(QPainter& painter, const MapPlot& plot, const PlotArea& area, double radius) {
    std::vector<QPainterPath> outlines;
    outlines.reserve(plot.groups.size());
    for (const MapGroup& group : plot.groups) outlines.push_back(outline_of(group.marker, radius));
    for_each_sample(plot, area, radius, [&](std::size_t i, QPointF at, double opacity) {
        const Colour colour = plot.groups[plot.group[i]].colour;
        painter.setOpacity(opacity);
        painter.fillPath(outlines[plot.group[i]].translated(at),
                         QColor(colour.r, colour.g, colour.b));
    });
}

/// On a transparent sheet.
QImage picture_of_samples(const Sheet& sheet, const MapPlot& plot, const PlotArea& area,
                          double radius) {
    QImage image(sheet.rect().size().toSize(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    stamp_samples(painter, plot, area, radius);
    painter.end();
    return image;
}

}  // namespace

QPainterPath outline_of(MapMarker marker, double radius) {
    switch (marker) {
        case MapMarker::cross:
            return QTransform().rotate(45).map(plus(radius));
        case MapMarker::down:
            return triangle(radius, 180);
        case MapMarker::up:
            return triangle(radius, 0);
        case MapMarker::left:
            return triangle(radius, -90);
        case MapMarker::right:
            return triangle(radius, 90);
        case MapMarker::diamond:
            return QTransform().rotate(45).map(square(0.886 * radius));
        case MapMarker::disc:
            break;
    }
    QPainterPath disc;
    disc.addEllipse(QPointF(0, 0), radius, radius);
    return disc;
}

double mark_radius(std::size_t samples) {
    const double crowd = std::max(static_cast<double>(samples) / few, 1.0);
    return std::max(largest_radius / std::pow(crowd, 0.2), smallest_radius);
}

double mark_opacity(double layers) {
    return std::max(most_opacity / std::sqrt(std::max(layers, 1.0)), least_opacity);
}

void paint_samples(QPainter& painter, const Sheet& sheet, const MapPlot& plot,
                   const PlotArea& area) {
    const std::size_t count = plot.x.size();
    if (count == 0) return;
    const double radius = std::max(sheet.px(mark_radius(count)), least_pixels);
    const double reach = largest_reach * radius;
    const QRectF room = area.rect.adjusted(-reach, -reach, reach, reach);
    painter.save();
    painter.setClipRect(room);
    const SvgDevice* svg = svg_device(painter);
    if (svg == nullptr)
        stamp_samples(painter, plot, area, radius);
    else if (count <= svg->max_marks())
        draw_samples(painter, plot, area, radius);
    else
        painter.drawImage(sheet.rect(), picture_of_samples(sheet, plot, area, radius));
    painter.restore();
}

}  // namespace epochscope::app
