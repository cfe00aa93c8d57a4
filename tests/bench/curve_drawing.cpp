#include "curve_drawing.h"

#include "bench.h"

#include <epochscope/render/curve_line.h>

#include <QImage>
#include <QPainter>
#include <QPolygonF>

#include <cmath>
#include <cstddef>
#include <vector>

namespace epochscope::bench {

namespace {

constexpr std::size_t points = 1'000'000;
constexpr int width = 1200;
constexpr int height = 300;

QPointF on_canvas(double x, double y) {
    return {x * width / static_cast<double>(points), (y + 1.2) * height / 2.4};
}

double seconds_to_draw(const std::function<QPolygonF()>& line, int repeats) {
    QImage canvas(width, height, QImage::Format_ARGB32_Premultiplied);
    return seconds_of(
        [&] {
            canvas.fill(Qt::white);
            QPainter painter(&canvas);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(Qt::blue, 1));
            painter.drawPolyline(line());
        },
        repeats);
}

}  // namespace

void bench_curve_drawing() {
    std::vector<double> x(points);
    std::vector<double> y(points);
    QPolygonF all;
    all.reserve(static_cast<qsizetype>(points));
    for (std::size_t i = 0; i < points; ++i) {
        x[i] = static_cast<double>(i);
        y[i] = std::sin(x[i] * 1e-5) + 0.1 * std::sin(x[i]);
        all << on_canvas(x[i], y[i]);
    }
    const double thin = seconds_to_draw(
        [&] {
            QPolygonF line;
            for (const LineVertex& vertex :
                 thinned(x, y, 0, static_cast<double>(points), std::size_t{width}))
                line << on_canvas(vertex.x, vertex.y);
            return line;
        },
        7);
    const double whole = seconds_to_draw([&] { return all; }, 1);
    report("drawn curve", {{"points", points},
                           {"thinned_seconds", thin},
                           {"all_points_seconds", whole},
                           {"times_faster_thinned", whole / thin}});
}

}  // namespace epochscope::bench
