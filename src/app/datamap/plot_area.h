#pragma once

#include <epochscope/model/image.h>
#include <epochscope/render/map_plot.h>

#include <QColor>
#include <QFont>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <vector>

class QPainter;

namespace epochscope::app {

/// What all parts of a picture for print share: lengths are in units of which 2400 x 1800 fit, so
/// that a picture of any size looks alike.
class Sheet {
  public:
    explicit Sheet(Size size);

    [[nodiscard]] double px(double units) const { return units * unit_; }
    /// A font of this height in units; never too small to be made out.
    [[nodiscard]] QFont font(double height, QFont::Weight weight = QFont::Normal) const;
    [[nodiscard]] QRectF rect() const { return rect_; }

  private:
    double unit_;
    QRectF rect_;
};

// Of everything but the samples.
inline constexpr QColor ink(38, 38, 42);
inline constexpr QColor light_ink(96, 96, 102);
inline constexpr QColor grid_ink(228, 228, 231);

inline constexpr double number_height = 34;
inline constexpr double name_height = 42;

/// A part of the plane on a part of the sheet.
struct PlotArea {
    QRectF rect;
    PlotRange across;
    PlotRange upwards;

    [[nodiscard]] QPointF at(double x, double y) const;
};

/// The names of an area's axes; one that is empty is not written.
struct AreaNames {
    QString across;
    QString upwards;
};

/// How much room an area needs around it.
struct AreaRoom {
    double left = 0;
    double below = 0;
};

/// An area's axes: their lines, ticks, numbers and names.
class AreaAxes {
  public:
    /// With at most about so many ticks on each.
    AreaAxes(const Sheet& sheet, PlotRange across, PlotRange upwards, AreaNames names,
             int columns = 6, int rows = 6);

    [[nodiscard]] AreaRoom room() const;
    /// Light lines for what lies over them.
    void paint_grid(QPainter& painter, const PlotArea& area) const;
    void paint(QPainter& painter, const PlotArea& area) const;

  private:
    struct Tick {
        double place = 0;
        QString words;
    };
    static QString words_of(double place, double step);
    static std::vector<Tick> ticks_of(PlotRange range, int at_most);
    void paint_names(QPainter& painter, const PlotArea& area) const;

    const Sheet& sheet_;
    AreaNames names_;
    std::vector<Tick> columns_;
    std::vector<Tick> rows_;
    double widest_row_ = 0;
};

/// Words by where they are held: their box's left, centre or right, and the middle of their
/// capitals.
void paint_words(QPainter& painter, const QString& words, QPointF at, Qt::Alignment held);

}  // namespace epochscope::app
