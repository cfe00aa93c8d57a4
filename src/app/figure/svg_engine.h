#pragma once

#include <QBrush>
#include <QByteArray>
#include <QColor>
#include <QFont>
#include <QPaintEngine>
#include <QPainterPath>
#include <QPen>
#include <QPointF>
#include <QSizeF>
#include <QString>
#include <QTransform>
#include <QXmlStreamWriter>

#include <optional>

namespace epochscope::app {

/// Writes what a painter draws as elements of SVG.
class SvgEngine : public QPaintEngine {
  public:
    SvgEngine(QSizeF size, QSizeF millimetres);

    [[nodiscard]] const QByteArray& svg() const { return svg_; }
    void outline_words(QPointF start, const QString& words, const QColor& colour, double width);

    bool begin(QPaintDevice* device) override;
    bool end() override;
    void updateState(const QPaintEngineState& state) override;
    void drawPath(const QPainterPath& path) override;
    void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override;
    void drawEllipse(const QRectF& rect) override;
    void drawRects(const QRectF* rects, int count) override;
    void drawPixmap(const QRectF& target, const QPixmap& pixmap, const QRectF& source) override;
    void drawImage(const QRectF& target, const QImage& image, const QRectF& source,
                   Qt::ImageConversionFlags flags) override;
    void drawTextItem(const QPointF& at, const QTextItem& item) override;
    [[nodiscard]] Type type() const override { return User; }

    using QPaintEngine::drawEllipse;
    using QPaintEngine::drawPolygon;
    using QPaintEngine::drawRects;

  private:
    /// Words that are not written yet: QPainter hands over what has one font and one script.
    struct Words {
        QString text;
        QFont font;
        QColor colour;
        QPointF start;
        double end = 0;
        QTransform transform;
    };

    /// Writes what waits and opens the group of the clip.
    void prepare();
    void finish_words();
    void follow_clip();
    void write_pattern();
    void begin_words(const QFont& font, QPointF start);
    void end_words(const QString& text);
    void write(const char* name, double value);
    void write_colour(const char* name, const QColor& colour);
    void write_transform(const QTransform& transform);
    void write_pen();
    void write_brush();
    void write_look();
    [[nodiscard]] bool draws_something() const;
    [[nodiscard]] double pixels_of(const QFont& font) const;

    QSizeF size_;
    QSizeF millimetres_;
    QByteArray svg_;
    QXmlStreamWriter xml_;
    QPen pen_;
    QBrush brush_;
    double opacity_ = 1;
    QTransform transform_;
    /// In device coordinates; empty: none.
    QPainterPath clip_;
    bool clip_changed_ = false;
    int clip_count_ = 0;
    int pattern_count_ = 0;
    std::optional<Words> words_;
};

}  // namespace epochscope::app
