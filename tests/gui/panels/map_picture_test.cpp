#include "app/datamap/map_picture.h"

#include "app/datamap/map_legend.h"
#include "app/datamap/plot_area.h"
#include "app/datamap/sample_marks.h"
#include "support/catch.h"

#include <epochscope/model/error.h>

#include <QImage>
#include <QPainter>
#include <QPainterPath>

#include <cmath>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using namespace epochscope;
using namespace epochscope::app;

namespace {

constexpr Size size{800, 600};
constexpr Colour red{255, 0, 0};
constexpr Colour blue{0, 0, 255};

/// Samples of one red group, in a plane from (0, 0) to (1, 1). Its legend has a row of its own for
/// nobody, without red.
MapPlot plot_of(const std::vector<std::pair<double, double>>& places) {
    MapPlot plot;
    plot.axes = {"across", "upwards"};
    plot.groups = {{"a", MapMarker::disc, red}};
    plot.counts = {places.size()};
    for (const auto& [x, y] : places) {
        plot.x.push_back(x);
        plot.y.push_back(y);
        plot.group.push_back(0);
    }
    return plot;
}

Colour pixel(const Image& image, int x, int y) {
    const std::uint8_t* at =
        &image.rgba[4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.size.width) +
                         static_cast<std::size_t>(x))];
    return {at[0], at[1], at[2], at[3]};
}

bool is_reddish(Colour c) { return c.r > 200 && c.r - c.g > 60 && c.r - c.b > 60; }

/// The middle of the red that one picture has and the other has not.
QPointF place_of_red(const Image& image, const Image& without) {
    double count = 0;
    QPointF sum;
    for (int y = 0; y < image.size.height; ++y)
        for (int x = 0; x < image.size.width; ++x)
            if (is_reddish(pixel(image, x, y)) && !is_reddish(pixel(without, x, y))) {
                sum += QPointF(x + 0.5, y + 0.5);
                ++count;
            }
    REQUIRE(count > 0);
    return sum / count;
}

QPointF place_of(double x, double y) {
    return place_of_red(paint_map(plot_of({{x, y}}), size), paint_map(plot_of({}), size));
}

/// The plane on the picture, by where two samples lie on it.
class Plane {
  public:
    [[nodiscard]] QPointF at(double x, double y) const {
        const QPointF extent = (high_ - low_) / 0.8;
        return {low_.x() + (x - 0.1) * extent.x(), low_.y() + (y - 0.1) * extent.y()};
    }

  private:
    QPointF low_ = place_of(0.1, 0.1);
    QPointF high_ = place_of(0.9, 0.9);
};

double area_of(const QPainterPath& path) {
    double area = 0;
    const QPolygonF polygon = path.simplified().toFillPolygon();
    for (qsizetype i = 0; i + 1 < polygon.size(); ++i)
        area += polygon[i].x() * polygon[i + 1].y() - polygon[i + 1].x() * polygon[i].y();
    return std::abs(area) / 2;
}

}  // namespace

TEST_CASE("A lone sample lies where the axes say") {
    const Plane plane;
    CHECK(plane.at(1, 1).x() > plane.at(0, 0).x() + 300);
    CHECK(plane.at(1, 1).y() < plane.at(0, 0).y() - 300);
    for (const auto& [x, y] : {std::pair(0.25, 0.5), std::pair(0.9, 0.1), std::pair(0.33, 0.77)}) {
        const QPointF at = place_of(x, y);
        CHECK(at.x() == Approx(plane.at(x, y).x()).margin(0.3));
        CHECK(at.y() == Approx(plane.at(x, y).y()).margin(0.3));
    }
}

TEST_CASE("An area's ticks stand at their places, with as much room as it says") {
    const Sheet sheet({2400, 1800});
    const AreaAxes axes(sheet, {0, 1}, {0, 1}, {"x", "y"});
    const PlotArea area{QRectF(400, 300, 1000, 1000), {0, 1}, {0, 1}};
    CHECK(area.at(0.2, 0.25) == QPointF(600, 1050));
    QImage image(2400, 1800, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    axes.paint(painter, area);
    painter.end();
    const auto is_dark = [&](int x, int y) { return qGray(image.pixel(x, y)) < 140; };
    for (int tick = 0; tick <= 5; ++tick) {
        CHECK(is_dark(400 + 200 * tick, 1308));
        CHECK(is_dark(392, 300 + 200 * tick));
    }
    CHECK_FALSE(is_dark(500, 1308));
    CHECK_FALSE(is_dark(392, 400));
    QRect inked;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (is_dark(x, y)) inked |= QRect(x, y, 1, 1);
    CHECK(inked.left() >= 400 - axes.room().left - 4);
    CHECK(inked.bottom() <= 1300 + axes.room().below + 4);
}

TEST_CASE("Marks have their shapes, and cover about the same") {
    for (const MapMarker marker :
         {MapMarker::cross, MapMarker::down, MapMarker::up, MapMarker::left, MapMarker::right,
          MapMarker::diamond, MapMarker::disc}) {
        const QPainterPath outline = outline_of(marker, 10);
        CHECK(outline.contains(QPointF(0, 0)));
        CHECK(area_of(outline) == Approx(M_PI * 100).epsilon(0.2));
    }
    // A triangle reaches farther to where it points, and is wider on the other side.
    CHECK(outline_of(MapMarker::up, 10).contains(QPointF(0, -13)));
    CHECK(outline_of(MapMarker::up, 10).contains(QPointF(11, 7)));
    CHECK_FALSE(outline_of(MapMarker::up, 10).contains(QPointF(0, 13)));
    CHECK(outline_of(MapMarker::down, 10).contains(QPointF(0, 13)));
    CHECK(outline_of(MapMarker::left, 10).contains(QPointF(-13, 0)));
    CHECK(outline_of(MapMarker::right, 10).contains(QPointF(13, 0)));
    CHECK(outline_of(MapMarker::diamond, 10).contains(QPointF(0, 12)));
    CHECK_FALSE(outline_of(MapMarker::diamond, 10).contains(QPointF(8, 8)));
    CHECK(outline_of(MapMarker::cross, 10).contains(QPointF(8, 8)));
    CHECK_FALSE(outline_of(MapMarker::cross, 10).contains(QPointF(0, 9)));
}

TEST_CASE("Marks are smaller and more transparent where there are more of them") {
    CHECK(mark_radius(100) == mark_radius(400));
    CHECK(mark_radius(100000) < mark_radius(1000) / 2);
    CHECK(mark_radius(100000000) >= 3);
    CHECK(mark_opacity(0) == mark_opacity(1));
    CHECK(mark_opacity(4) == Approx(mark_opacity(1) / 2));
    CHECK(mark_opacity(1e9) > 0.1);
}

TEST_CASE("Every sample is drawn, and none of a crowd's groups hides another") {
    std::vector<std::pair<double, double>> places;
    for (int i = 0; i < 20; ++i)
        for (int j = 0; j < 20; ++j) places.emplace_back((i + 0.5) / 20, (j + 0.5) / 20);
    const Image many = paint_map(plot_of(places), size);
    const Plane plane;
    const auto pixel_at = [&](const Image& image, double x, double y) {
        return pixel(image, static_cast<int>(plane.at(x, y).x()),
                     static_cast<int>(plane.at(x, y).y()));
    };
    for (const auto& [x, y] : places) CHECK(is_reddish(pixel_at(many, x, y)));

    MapPlot crowd = plot_of(std::vector<std::pair<double, double>>(2000, {0.5, 0.5}));
    crowd.groups.push_back({"b", MapMarker::disc, blue});
    for (std::size_t i = 1000; i < 2000; ++i) crowd.group[i] = 1;
    crowd.counts = {1000, 1000};
    const Colour mixed = pixel_at(paint_map(crowd, size), 0.5, 0.5);
    CHECK(mixed.r > 60);
    CHECK(mixed.b > 60);
    CHECK(mixed.g < 30);
}

TEST_CASE("The same plot is the same bytes, on any thread, and opaque") {
    MapPlot plot = plot_of({{0.1, 0.2}, {0.5, 0.5}, {0.9, 0.3}});
    plot.title = "Title";
    plot.note = "Note";
    plot.labels = {{"place", 0.5, 0.5}};
    plot.borders = {{0, 0.5, 1, 0.5}};
    plot.histograms = {{"h", {0, 1}, {1, 5, 2}}};
    const Image first = paint_map(plot, size);
    for (std::size_t i = 3; i < first.rgba.size(); i += 4) REQUIRE(first.rgba[i] == 255);
    paint_map(plot, {1000, 900});
    CHECK((paint_map(plot, size).rgba == first.rgba));
    Image elsewhere;
    std::thread([&] { elsewhere = paint_map(plot, size); }).join();
    CHECK((elsewhere.rgba == first.rgba));
}

TEST_CASE("What is written stays on the picture") {
    MapPlot plot = plot_of({{0.5, 0.5}});
    const std::string endless(3000, 'W');
    plot.title = endless;
    plot.note = endless;
    plot.axes = {endless, endless};
    plot.labels = {{"off the plane", 9, 9}, {"and below", -9, -9}};
    const Image picture = paint_map(plot, size);
    for (int x = 0; x < size.width; ++x) {
        CHECK(pixel(picture, x, 0) == Colour{255, 255, 255});
        CHECK(pixel(picture, x, size.height - 1) == Colour{255, 255, 255});
    }
    for (int y = 0; y < size.height; ++y) {
        CHECK(pixel(picture, 0, y) == Colour{255, 255, 255});
        CHECK(pixel(picture, size.width - 1, y) == Colour{255, 255, 255});
    }
}

TEST_CASE("A picture of a map has a size that can be") {
    const MapPlot plot = plot_of({{0.5, 0.5}});
    CHECK_THROWS_WITH(paint_map(plot, {319, 600}), "size: is 319x600, expected at least 320x240");
    CHECK_THROWS_AS(paint_map(plot, {0, 0}), Error);
    CHECK_THROWS_AS(paint_map(plot, {1 << 20, 1 << 20}), Error);
    CHECK(paint_map(plot, {320, 240}).rgba.size() == 320U * 240U * 4U);
    CHECK(paint_map(plot, {2000, 240}).size == Size{2000, 240});
    CHECK(paint_map(plot, {320, 2000}).size == Size{320, 2000});
}

TEST_CASE("Counts are read in thousands") {
    CHECK(count_words(0) == "0");
    CHECK(count_words(1797) == "1,797");
    CHECK(count_words(12345678) == "12,345,678");
}
