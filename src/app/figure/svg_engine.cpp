#include "app/figure/svg_engine.h"

#include <QBuffer>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QPixmap>

#include <cmath>
#include <utility>

namespace epochscope::app {

namespace {

/// Pieces of one line of words are as near as this, in heights of the font.
constexpr double words_gap = 0.05;

/// In hundredths of a pixel, which is less than can be printed.
QString number(double value, int digits = 2) {
    QString text = QString::number(value, 'f', digits);
    while (text.endsWith('0')) text.chop(1);
    if (text.endsWith('.')) text.chop(1);
    return text == QLatin1String("-0") ? QStringLiteral("0") : text;
}

QString at(QPointF point) { return number(point.x()) + ' ' + number(point.y()); }

QString outline_of(const QPainterPath& path) {
    QString words;
    QPointF first;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element element = path.elementAt(i);
        const QPointF point = element;
        const bool ends = i + 1 == path.elementCount() || path.elementAt(i + 1).isMoveTo();
        if (element.isMoveTo()) {
            first = point;
            words += 'M' + at(point);
        } else if (element.isCurveTo()) {
            words += 'C' + at(point);
        } else if (element.type == QPainterPath::CurveToDataElement) {
            words += ' ' + at(point);
        } else if (!ends || point != first) {
            words += 'L' + at(point);
        }
        if (ends && !element.isMoveTo() && point == first) words += 'Z';
    }
    return words;
}

/// What XML has no place for becomes U+FFFD, and what breaks lines a blank.
QString readable(QString text) {
    for (QChar& c : text) {
        if (c == '\n' || c == '\r' || c == '\t') c = ' ';
        if (c < u' ' || c.unicode() == 0xFFFE || c.unicode() == 0xFFFF)
            c = QChar::ReplacementCharacter;
    }
    return text;
}

}  // namespace

SvgEngine::SvgEngine(QSizeF size, QSizeF millimetres)
    : QPaintEngine(PrimitiveTransform | PixmapTransform | PatternTransform | PatternBrush |
                   AlphaBlend | PainterPaths | Antialiasing | ConstantOpacity),
      size_(size),
      millimetres_(millimetres),
      xml_(&svg_) {
    // A line for each element.
    xml_.setAutoFormatting(true);
    xml_.setAutoFormattingIndent(0);
}

bool SvgEngine::begin(QPaintDevice*) {
    xml_.writeStartDocument();
    xml_.writeStartElement("svg");
    xml_.writeDefaultNamespace("http://www.w3.org/2000/svg");
    xml_.writeNamespace("http://www.w3.org/1999/xlink", "xlink");
    xml_.writeAttribute("version", "1.1");
    xml_.writeAttribute("width", number(millimetres_.width(), 4) + "mm");
    xml_.writeAttribute("height", number(millimetres_.height(), 4) + "mm");
    xml_.writeAttribute("viewBox", "0 0 " + number(size_.width()) + ' ' + number(size_.height()));
    // Pixels are whole, so their shape may differ from that of the paper by half of one.
    xml_.writeAttribute("preserveAspectRatio", "none");
    xml_.writeAttribute("xml:space", "preserve");
    return true;
}

bool SvgEngine::end() {
    finish_words();
    xml_.writeEndDocument();
    return true;
}

void SvgEngine::updateState(const QPaintEngineState& state) {
    const DirtyFlags changed = state.state();
    if (changed.testFlag(DirtyPen)) pen_ = state.pen();
    if (changed.testFlag(DirtyBrush)) brush_ = state.brush();
    if (changed.testFlag(DirtyOpacity)) opacity_ = state.opacity();
    if (changed.testFlag(DirtyTransform)) transform_ = state.transform();
    if (changed.testAnyFlags(DirtyClipEnabled | DirtyClipPath | DirtyClipRegion))
        clip_changed_ = true;
}

void SvgEngine::prepare() {
    finish_words();
    if (clip_changed_) follow_clip();
}

void SvgEngine::follow_clip() {
    clip_changed_ = false;
    QPainterPath clip;
    if (painter()->hasClipping()) clip = painter()->combinedTransform().map(painter()->clipPath());
    if (clip == clip_) return;
    if (!clip_.isEmpty()) xml_.writeEndElement();
    clip_ = clip;
    if (clip_.isEmpty()) return;
    const QString id = "clip" + QString::number(++clip_count_);
    xml_.writeStartElement("clipPath");
    xml_.writeAttribute("id", id);
    xml_.writeEmptyElement("path");
    xml_.writeAttribute("d", outline_of(clip_));
    xml_.writeEndElement();
    xml_.writeStartElement("g");
    xml_.writeAttribute("clip-path", "url(#" + id + ')');
}

/// Stripes, the only pattern that we paint.
void SvgEngine::write_pattern() {
    constexpr double pitch = 6;
    xml_.writeStartElement("pattern");
    xml_.writeAttribute("id", "stripes" + QString::number(++pattern_count_));
    xml_.writeAttribute("patternUnits", "userSpaceOnUse");
    write("width", pitch);
    write("height", pitch);
    xml_.writeEmptyElement("path");
    xml_.writeAttribute("d", "M-1 7L7 -1M-1 1L1 -1M5 7L7 5");
    write_colour("stroke", brush_.color());
    xml_.writeEndElement();
}

void SvgEngine::write(const char* name, double value) { xml_.writeAttribute(name, number(value)); }

void SvgEngine::write_colour(const char* name, const QColor& colour) {
    xml_.writeAttribute(name, colour.name());
    const double alpha = double{colour.alphaF()} * opacity_;
    if (alpha < 1) xml_.writeAttribute(QLatin1String(name) + "-opacity", number(alpha, 4));
}

void SvgEngine::write_transform(const QTransform& t) {
    if (t.isIdentity()) return;
    QString words;
    for (const double value : {t.m11(), t.m12(), t.m21(), t.m22(), t.dx(), t.dy()})
        words += (words.isEmpty() ? QString() : QStringLiteral(" ")) + number(value, 6);
    xml_.writeAttribute("transform", "matrix(" + words + ')');
}

void SvgEngine::write_pen() {
    if (pen_.style() == Qt::NoPen) return;
    write_colour("stroke", pen_.color());
    const double width = pen_.widthF() > 0 ? pen_.widthF() : 1;
    if (width != 1) write("stroke-width", width);
    if (pen_.capStyle() != Qt::FlatCap)
        xml_.writeAttribute("stroke-linecap", pen_.capStyle() == Qt::RoundCap ? "round" : "square");
    if (pen_.joinStyle() == Qt::RoundJoin) xml_.writeAttribute("stroke-linejoin", "round");
    if (pen_.joinStyle() == Qt::BevelJoin) xml_.writeAttribute("stroke-linejoin", "bevel");
    QString dashes;
    for (const double length : pen_.dashPattern())
        dashes += (dashes.isEmpty() ? QString() : QStringLiteral(" ")) + number(length * width);
    if (!dashes.isEmpty()) xml_.writeAttribute("stroke-dasharray", dashes);
}

void SvgEngine::write_brush() {
    if (brush_.style() == Qt::NoBrush)
        xml_.writeAttribute("fill", "none");
    else if (brush_.style() == Qt::BDiagPattern)
        xml_.writeAttribute("fill", "url(#stripes" + QString::number(pattern_count_) + ')');
    else
        write_colour("fill", brush_.color());
}

void SvgEngine::write_look() {
    write_brush();
    write_pen();
    write_transform(transform_);
}

bool SvgEngine::draws_something() const {
    return pen_.style() != Qt::NoPen || brush_.style() != Qt::NoBrush;
}

void SvgEngine::drawPath(const QPainterPath& path) {
    if (!draws_something() || path.isEmpty()) return;
    prepare();
    if (brush_.style() == Qt::BDiagPattern) write_pattern();
    xml_.writeEmptyElement("path");
    xml_.writeAttribute("d", outline_of(path));
    if (brush_.style() != Qt::NoBrush && path.fillRule() == Qt::OddEvenFill)
        xml_.writeAttribute("fill-rule", "evenodd");
    write_look();
}

void SvgEngine::drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) {
    if (count < 2) return;
    QPainterPath path(points[0]);
    for (int i = 1; i < count; ++i) path.lineTo(points[i]);
    path.setFillRule(mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
    if (mode != PolylineMode) {
        path.closeSubpath();
        drawPath(path);
        return;
    }
    const QBrush brush = std::exchange(brush_, QBrush());
    drawPath(path);
    brush_ = brush;
}

void SvgEngine::drawEllipse(const QRectF& rect) {
    if (!draws_something()) return;
    prepare();
    xml_.writeEmptyElement("ellipse");
    write("cx", rect.center().x());
    write("cy", rect.center().y());
    write("rx", rect.width() / 2);
    write("ry", rect.height() / 2);
    write_look();
}

void SvgEngine::drawRects(const QRectF* rects, int count) {
    if (!draws_something()) return;
    for (int i = 0; i < count; ++i) {
        const QRectF rect = rects[i].normalized();
        prepare();
        if (brush_.style() == Qt::BDiagPattern) write_pattern();
        xml_.writeEmptyElement("rect");
        write("x", rect.x());
        write("y", rect.y());
        write("width", rect.width());
        write("height", rect.height());
        write_look();
    }
}

void SvgEngine::drawPixmap(const QRectF& target, const QPixmap& pixmap, const QRectF& source) {
    drawImage(target, pixmap.toImage(), source, Qt::AutoColor);
}

void SvgEngine::drawImage(const QRectF& target, const QImage& image, const QRectF& source,
                          Qt::ImageConversionFlags) {
    prepare();
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    image.copy(source.toAlignedRect()).save(&buffer, "PNG");
    xml_.writeEmptyElement("image");
    write("x", target.x());
    write("y", target.y());
    write("width", target.width());
    write("height", target.height());
    xml_.writeAttribute("preserveAspectRatio", "none");
    if (opacity_ < 1) write("opacity", opacity_);
    write_transform(transform_);
    // Readers of SVG 1.1 know no other.
    xml_.writeAttribute("xlink:href", QLatin1String("data:image/png;base64,") +
                                          QString::fromLatin1(png.toBase64()));
}

void SvgEngine::drawTextItem(const QPointF& start, const QTextItem& item) {
    syncState();
    const double near = words_gap * pixels_of(item.font());
    const bool goes_on =
        words_ && !clip_changed_ && !item.renderFlags().testFlag(QTextItem::RightToLeft) &&
        words_->font == item.font() && words_->colour == pen_.color() &&
        words_->transform == transform_ && std::abs(start.y() - words_->start.y()) < near &&
        std::abs(start.x() - words_->end) < near;
    if (!goes_on) {
        prepare();
        words_ = Words{{}, item.font(), pen_.color(), start, 0, transform_};
    }
    words_->text += item.text();
    words_->end = start.x() + item.width();
}

void SvgEngine::outline_words(QPointF start, const QString& words, const QColor& colour,
                              double width) {
    syncState();
    prepare();
    begin_words(painter()->font(), start);
    xml_.writeAttribute("fill", "none");
    write_colour("stroke", colour);
    write("stroke-width", width);
    xml_.writeAttribute("stroke-linejoin", "round");
    // It is no text to be read.
    xml_.writeAttribute("aria-hidden", "true");
    write_transform(transform_);
    end_words(words);
}

void SvgEngine::finish_words() {
    if (!words_) return;
    const Words words = *std::exchange(words_, std::nullopt);
    begin_words(words.font, words.start);
    write_colour("fill", words.colour);
    write_transform(words.transform);
    end_words(words.text);
}

void SvgEngine::begin_words(const QFont& font, QPointF start) {
    xml_.writeStartElement("text");
    write("x", start.x());
    write("y", start.y());
    xml_.writeAttribute("font-family", '\'' + QFontInfo(font).family() + "', sans-serif");
    write("font-size", pixels_of(font));
    if (font.weight() != QFont::Normal)
        xml_.writeAttribute("font-weight", QString::number(font.weight()));
    if (font.italic()) xml_.writeAttribute("font-style", "italic");
    if (font.letterSpacingType() == QFont::PercentageSpacing && font.letterSpacing() > 0) {
        QFont plain = font;
        plain.setLetterSpacing(QFont::PercentageSpacing, 100);
        write("letter-spacing", (font.letterSpacing() / 100 - 1) *
                                    QFontMetricsF(plain).horizontalAdvance(QChar(u'0')));
    }
}

void SvgEngine::end_words(const QString& text) {
    xml_.writeCharacters(readable(text));
    xml_.writeEndElement();
}

double SvgEngine::pixels_of(const QFont& font) const {
    if (font.pixelSize() > 0) return font.pixelSize();
    constexpr double points_an_inch = 72;
    return font.pointSizeF() * paintDevice()->logicalDpiY() / points_an_inch;
}

}  // namespace epochscope::app
