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

/// The sheet of a printed picture. Lengths are in units, of which 2400 x 1800 fit, so that pictures
/// of any size look alike.
class Sheet {
  public:
    explicit Sheet(Size size);

    [[nodiscard]] double px(double units) const { return units * unit_; }
    /// A font of this height in units, but never illegibly small.
    [[nodiscard]] QFont font(double height, QFont::Weight weight = QFont::Normal) const;
    [[nodiscard]] QRectF rect() const { return rect_; }

  private:
    double unit_;
    QRectF rect_;
};

// Colours of everything but the samples.
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

/// The names of an area's axes; empty: none.
struct AreaNames {
    QString across;
    QString upwards;
};

/// The room that the axes need around an area.
struct AreaRoom {
    double left = 0;
    double below = 0;
};

/// The axes of an area: lines, ticks, numbers and names.
class AreaAxes {
  public:
    /// At most about `columns` and `rows` ticks.
    AreaAxes(const Sheet& sheet, PlotRange across, PlotRange upwards, AreaNames names,
             int columns = 6, int rows = 6);

    [[nodiscard]] AreaRoom room() const;
    void paint_grid(QPainter& painter, const PlotArea& area) const;
    void paint(QPainter& painter, const PlotArea& area) const;

  private:
    struct Tick {
        double value = 0;
        QString words;
    };
    static QString words_of(double value, double step);
    static std::vector<Tick> ticks_of(PlotRange range, int at_most);
    void paint_names(QPainter& painter, const PlotArea& area) const;

    const Sheet& sheet_;
    AreaNames names_;
    std::vector<Tick> columns_;
    std::vector<Tick> rows_;
    double widest_row_ = 0;
};

/// Paints text aligned horizontally at `at`, with the middle of its capitals at the height of `at`.
void paint_words(QPainter& painter, const QString& words, QPointF at, Qt::Alignment alignment);

}  // namespace epochscope::app
