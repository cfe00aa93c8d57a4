#include "app/datamap/map_picture.h"

#include "app/datamap/map_legend.h"
#include "app/datamap/plot_area.h"
#include "app/datamap/sample_marks.h"
#include "app/figure/svg_device.h"

#include <epochscope/export/frames.h>
#include <epochscope/model/error.h>

#include <QFontMetricsF>
#include <QImage>
#include <QPainter>

#include <algorithm>
#include <new>
#include <string>

namespace epochscope::app {

namespace {

constexpr double edge = 56;
constexpr double title_height = 46;
constexpr double title_gap = 40;
constexpr double note_height = 30;
constexpr double note_gap = 34;
/// Between the plane and what stands beside it.
constexpr double side_gap = 70;
constexpr double least_side = 640;
constexpr double histogram_gap = 44;
/// Where five numbers fit below.
constexpr double wide_histogram = 700;
constexpr double most_histogram_height = 420;
constexpr double place_height = 40;
constexpr double place_padding = 14;
/// What a name keeps from the plane's edges.
constexpr double place_gap = 16;
constexpr QColor bar_ink(124, 134, 150);
constexpr QColor border_ink(60, 60, 66, 150);
constexpr QColor plate(255, 255, 255, 225);

/// Where the parts of the picture lie.
struct Layout {
    QRectF plane;
    QRectF side;
};

class MapPicture {
  public:
    MapPicture(const MapPlot& plot, Size size)
        : plot_(plot),
          sheet_(size),
          axes_(sheet_, plot.across, plot.upwards,
                {QString::fromStdString(plot.axes.x).simplified(),
                 QString::fromStdString(plot.axes.y).simplified()}),
          legend_(sheet_, plot, sheet_.px(least_side)),
          layout_(layout()) {}

    void paint(QPainter& painter) const {
        painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
        const PlotArea area{layout_.plane, plot_.across, plot_.upwards};
        axes_.paint_grid(painter, area);
        paint_samples(painter, sheet_, plot_, area);
        paint_borders(painter, area);
        painter.setPen(ink);
        axes_.paint(painter, area);
        for (const PlotLabel& place : plot_.labels) paint_place(painter, area, place);
        legend_.paint(painter, layout_.side.topLeft());
        paint_histograms(painter);
        paint_title(painter);
    }

  private:
    [[nodiscard]] Layout layout() const {
        const QRectF room = sheet_.rect().adjusted(sheet_.px(edge), sheet_.px(edge),
                                                   -sheet_.px(edge), -sheet_.px(edge));
        const AreaRoom around = axes_.room();
        const double title = plot_.title.empty() ? 0 : sheet_.px(title_height + title_gap);
        const double note = plot_.note.empty() ? 0 : sheet_.px(note_height + note_gap);
        const double side = legend_.width();
        Layout layout;
        layout.plane =
            room.adjusted(around.left, title, -side - sheet_.px(side_gap), -around.below - note);
        layout.side = QRectF(room.right() - side, layout.plane.top(), side,
                             layout.plane.height() + around.below);
        return layout;
    }

    void paint_borders(QPainter& painter, const PlotArea& area) const {
        QPen pen(border_ink, sheet_.px(2.5));
        pen.setDashPattern({5, 4});
        painter.setPen(pen);
        for (const PlotBorder& line : plot_.borders)
            painter.drawLine(area.at(line.x0, line.y0), area.at(line.x1, line.y1));
    }

    void paint_place(QPainter& painter, const PlotArea& area, const PlotLabel& place) const {
        const QString words = QString::fromStdString(place.name);
        QFont font = sheet_.font(place_height, QFont::DemiBold);
        font.setItalic(true);
        painter.setFont(font);
        const QFontMetricsF metrics(font);
        const double padding = sheet_.px(place_padding);
        QRectF box(0, 0, metrics.horizontalAdvance(words) + 2 * padding,
                   metrics.capHeight() + 3 * padding);
        const double gap = sheet_.px(place_gap);
        box.moveCenter(area.at(place.x, place.y));
        box.moveRight(area.at(place.x, place.y).x() - gap);
        const QRectF room = area.rect.adjusted(gap, gap, -gap, -gap);
        box.moveLeft(std::max(room.left(), std::min(box.left(), room.right() - box.width())));
        box.moveTop(std::max(room.top(), std::min(box.top(), room.bottom() - box.height())));
        painter.setPen(QPen(border_ink, sheet_.px(2)));
        painter.setBrush(plate);
        painter.drawRoundedRect(box, padding, padding);
        painter.setPen(ink);
        paint_words(painter, words, box.center(), Qt::AlignHCenter);
    }

    void paint_histograms(QPainter& painter) const {
        const std::size_t count = plot_.histograms.size();
        if (count == 0) return;
        QRectF room = layout_.side;
        room.setTop(room.top() + legend_.height() + sheet_.px(histogram_gap));
        const double gaps = sheet_.px(histogram_gap) * static_cast<double>(count - 1);
        const double height = std::min((room.height() - gaps) / static_cast<double>(count),
                                       sheet_.px(most_histogram_height));
        // They end where the plane does with its names.
        double top = room.bottom() - height * static_cast<double>(count) - gaps;
        for (const PlotHistogram& histogram : plot_.histograms) {
            paint_histogram(painter, histogram, {room.left(), top, room.width(), height});
            top += height + sheet_.px(histogram_gap);
        }
    }

    void paint_histogram(QPainter& painter, const PlotHistogram& histogram, QRectF room) const {
        const auto& counts = histogram.counts;
        const double most = static_cast<double>(
            std::max<std::size_t>(1, *std::max_element(counts.begin(), counts.end())));
        const PlotRange upwards{0, 1.04 * most};
        const AreaAxes axes(sheet_, histogram.range, upwards,
                            {QString::fromStdString(histogram.name), {}},
                            room.width() < sheet_.px(wide_histogram) ? 4 : 5, 3);
        const AreaRoom around = axes.room();
        const PlotArea area{room.adjusted(around.left, 0, 0, -around.below), histogram.range,
                            upwards};
        if (area.rect.height() <= 0 || area.rect.width() <= 0) return;
        axes.paint_grid(painter, area);
        painter.setPen(Qt::NoPen);
        painter.setBrush(bar_ink);
        const double width =
            (histogram.range.high - histogram.range.low) / static_cast<double>(counts.size());
        for (std::size_t i = 0; i < counts.size(); ++i) {
            const double left = histogram.range.low + width * static_cast<double>(i);
            painter.drawRect(
                QRectF(area.at(left, static_cast<double>(counts[i])), area.at(left + width, 0))
                    .adjusted(sheet_.px(1), 0, -sheet_.px(1), 0));
        }
        axes.paint(painter, area);
    }

    void paint_title(QPainter& painter) const {
        painter.setFont(sheet_.font(title_height, QFont::DemiBold));
        painter.setPen(ink);
        const double width = sheet_.rect().width() - sheet_.px(edge) - layout_.plane.left();
        const auto elided = [&](const std::string& words) {
            return QFontMetricsF(painter.font())
                .elidedText(QString::fromStdString(words).simplified(), Qt::ElideRight, width);
        };
        paint_words(painter, elided(plot_.title),
                    {layout_.plane.left(), sheet_.px(edge + title_height / 2)}, Qt::AlignLeft);
        painter.setFont(sheet_.font(note_height));
        painter.setPen(light_ink);
        paint_words(painter, elided(plot_.note),
                    {layout_.plane.left(), sheet_.rect().bottom() - sheet_.px(edge)},
                    Qt::AlignLeft);
    }

    const MapPlot& plot_;
    Sheet sheet_;
    AreaAxes axes_;
    MapLegend legend_;
    Layout layout_;
};

void check_map_size(Size size) {
    check_size(size);
    if (size.width < min_map_size.width || size.height < min_map_size.height)
        throw Error("size", "is ", size.width, "x", size.height, ", expected at least ",
                    min_map_size.width, "x", min_map_size.height);
}

}  // namespace

Image paint_map(const MapPlot& plot, Size size) {
    check_map_size(size);
    // The format that QPainter is quickest in, and opaque: with an alpha its rounding would leave a
    // little less than all of it.
    QImage image(size.width, size.height, QImage::Format_RGB32);
    if (image.isNull()) throw std::bad_alloc();
    image.fill(Qt::white);
    QPainter painter(&image);
    MapPicture(plot, size).paint(painter);
    painter.end();
    image.convertTo(QImage::Format_RGBX8888);
    Image picture(size);
    std::copy_n(image.constBits(), picture.rgba.size(), picture.rgba.begin());
    return picture;
}

QByteArray svg_of(const MapPlot& plot, const FigureSize& size, std::size_t max_discs) {
    check_map_size(size.pixels);
    SvgDevice device(QSizeF(size.pixels.width, size.pixels.height), {size.width, size.height},
                     max_discs);
    QPainter painter(&device);
    painter.fillRect(QRect(0, 0, size.pixels.width, size.pixels.height), Qt::white);
    MapPicture(plot, size.pixels).paint(painter);
    painter.end();
    return device.svg();
}

}  // namespace epochscope::app
