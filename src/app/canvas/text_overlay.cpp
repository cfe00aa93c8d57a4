#include "app/canvas/text_overlay.h"

#include "app/figure/svg_device.h"
#include "app/widgets/number_words.h"
#include "app/widgets/swatch.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QString>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <vector>

namespace epochscope::app {
namespace {

/// How much of the canvas's width a class name may take, and of its side an axis's name.
constexpr double widest_name = 0.3;
constexpr double widest_axis_name = 0.8;
/// The room around a class name in which no other is painted, as a share of the words' height.
constexpr double name_margin = 0.35;
/// How far a rim reaches, as a share of the words' height.
constexpr double rim_share = 0.25;
/// The outline that looks like a rim.
constexpr double outline_share = 0.3;
constexpr float outline_opacity = 0.85F;

QFont font_of(const Text& text) {
    QFont font = QGuiApplication::font();
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(text.height))));
    if (text.role == TextRole::class_name) font.setWeight(QFont::DemiBold);
    if (text.role == TextRole::epoch_number) {
        font.setWeight(QFont::Light);
        font.setLetterSpacing(QFont::PercentageSpacing, 92);
    }
    return font;
}

/// Where the words begin on their base line, from their anchor (see Text); of what reads upwards,
/// before it is turned about its anchor. Digits and names are placed by the height of capitals, so
/// that they look centred; whole pixels keep them crisp.
QPointF base_line_start(const Text& text, const QFontMetricsF& metrics, const QString& words) {
    const double width = metrics.horizontalAdvance(words);
    const double capital = metrics.capHeight();
    QPointF start(text.at.x, text.at.y);
    switch (text.role) {
        case TextRole::axis_x:
        case TextRole::axis_name_x:
        case TextRole::axis_name_y:
            start += {-width / 2, metrics.ascent()};
            break;
        case TextRole::axis_y:
        case TextRole::legend:
        case TextRole::legend_title:
            start += {-width, capital / 2};
            break;
        case TextRole::class_legend:
            start += {0, capital / 2};
            break;
        case TextRole::class_name:
            start += {-width / 2, capital / 2};
            break;
        case TextRole::epoch_number:
            start += {-width, metrics.ascent()};
            break;
    }
    return {std::round(start.x()), std::round(start.y())};
}

/// The words of a legend's bar: counts have separators, such as "4,300+".
QString grouped(const QString& words) {
    const QString digits = words.endsWith('+') ? words.chopped(1) : words;
    bool is_count = false;
    const qulonglong count = digits.toULongLong(&is_count);
    return is_count ? number_words(count) + words.mid(digits.size()) : words;
}

/// A title comes in English from where there is no Qt, or is the name of a column.
QString words_of(const Text& text) {
    if (text.role == TextRole::legend) return grouped(QString::fromStdString(text.words));
    if (text.role != TextRole::legend_title) return QString::fromStdString(text.words);
    static constexpr const char* titles[] = {
        QT_TRANSLATE_NOOP("epochscope::app::TextOverlay", "Samples in 2×2 pixels"),
        QT_TRANSLATE_NOOP("epochscope::app::TextOverlay", "Neighbours kept"),
        QT_TRANSLATE_NOOP("epochscope::app::TextOverlay", "Samples of a prototype")};
    const auto* const known = std::find(std::begin(titles), std::end(titles), text.words);
    if (known != std::end(titles))
        return QCoreApplication::translate("epochscope::app::TextOverlay", *known);
    const QString name = QString::fromStdString(text.words);
    const QString log = QStringLiteral(" (log)");
    return name.endsWith(log)
               ? QCoreApplication::translate("epochscope::app::TextOverlay", "%1 (log)")
                     .arg(name.chopped(log.size()))
               : name;
}

/// Names from files, as one line that fits.
QString fitting(const QString& words, const QFontMetricsF& metrics, double width) {
    return metrics.elidedText(words.simplified(), Qt::ElideRight, width);
}

/// An axis whose whole name does not fit has its short one: "avg_probs: mean probability".
QString fitting_axis(const QString& words, const QFontMetricsF& metrics, double width) {
    const bool fits = metrics.horizontalAdvance(words) <= width;
    return fitting(fits ? words : words.section(QStringLiteral(": "), 0, 0), metrics, width);
}

/// Words, and where they go.
struct Placed {
    QString words;
    QFont font;
    QPointF start;
    QRectF room;
};

Placed placed(const Text& text, Size canvas) {
    Placed p{words_of(text), font_of(text), {}, {}};
    const QFontMetricsF metrics(p.font);
    const bool is_name = text.role == TextRole::class_name;
    if (is_name) p.words = metrics.elidedText(p.words, Qt::ElideRight, widest_name * canvas.width);
    if (text.role == TextRole::axis_name_x)
        p.words = fitting_axis(p.words, metrics, widest_axis_name * canvas.width);
    if (text.role == TextRole::axis_name_y)
        p.words = fitting_axis(p.words, metrics, widest_axis_name * canvas.height);
    if (text.role == TextRole::class_legend || text.role == TextRole::legend_title)
        p.words = fitting(p.words, metrics, double{max_legend_name} * text.height);
    p.start = base_line_start(text, metrics, p.words);
    const double width = metrics.horizontalAdvance(p.words);
    // A class that is on the canvas has its whole name there.
    const double edge = text.height / 2;
    if (is_name && text.at.x >= 0 && text.at.x <= static_cast<float>(canvas.width))
        p.start.setX(
            std::round(std::max(edge, std::min(p.start.x(), canvas.width - width - edge))));
    const double margin = name_margin * text.height;
    p.room = QRectF(p.start.x(), p.start.y() - metrics.capHeight(), width, metrics.capHeight())
                 .adjusted(-margin, -margin, margin, margin);
    return p;
}

/// A soft rim in the colour of the canvas keeps words legible over points and backgrounds: the
/// words themselves, shifted all around. (Not their outlines, which differ by a hair between
/// threads, depending on what FreeType drew before; in SVG they are the words' stroke.)
void paint_rim(QPainter& painter, const Placed& p, Colour canvas, float height) {
    struct Shift {
        int x;
        int y;
    };
    static constexpr std::array<Shift, 8> around{
        {{2, 0}, {-2, 0}, {0, 2}, {0, -2}, {1, 1}, {1, -1}, {-1, 1}, {-1, -1}}};
    QColor colour = to_qcolor(canvas);
    if (SvgDevice* svg = svg_device(painter)) {
        colour.setAlphaF(outline_opacity);
        svg->outline_words(p.start, p.words, colour, outline_share * height);
        return;
    }
    const int widest = std::max(1, static_cast<int>(std::lround(rim_share * height)));
    for (int reach = widest; reach > 0; --reach) {
        colour.setAlphaF(reach == 1 ? 0.8F : 0.8F / static_cast<float>(reach));
        painter.setPen(colour);
        for (const Shift shift : around)
            painter.drawText(p.start + QPointF(shift.x * reach, shift.y * reach) / 2, p.words);
    }
}

void paint_text(QPainter& painter, const Text& text, const Placed& p, Colour canvas) {
    painter.setFont(p.font);
    if (text.role != TextRole::epoch_number) paint_rim(painter, p, canvas, text.height);
    painter.setPen(to_qcolor(text.colour));
    painter.drawText(p.start, p.words);
}

/// Words that read upwards.
void paint_turned(QPainter& painter, const Text& text, const Placed& p, Colour canvas) {
    const QPointF anchor(std::round(text.at.x), std::round(text.at.y));
    painter.save();
    painter.translate(anchor);
    painter.rotate(-90);
    painter.translate(-anchor);
    paint_text(painter, text, p, canvas);
    painter.restore();
}

/// Names upon each other are no names: of those that meet, the first is painted.
class NameRooms {
  public:
    bool take(const QRectF& room) {
        const auto meets = [&room](const QRectF& other) { return other.intersects(room); };
        if (std::any_of(taken_.begin(), taken_.end(), meets)) return false;
        taken_.push_back(room);
        return true;
    }

  private:
    std::vector<QRectF> taken_;
};

}  // namespace

void paint_texts(QPainter& painter, const Frame& frame) {
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    NameRooms names;
    for (const Text& text : frame.texts) {
        const Placed p = placed(text, frame.size);
        if (text.role == TextRole::class_name && !names.take(p.room)) continue;
        if (text.role == TextRole::axis_name_y)
            paint_turned(painter, text, p, frame.canvas);
        else
            paint_text(painter, text, p, frame.canvas);
    }
    painter.restore();
}

void paint_texts(PixelView picture, const Frame& frame) {
    // Opaque: with an alpha QPainter's rounding would leave a little less than all of it.
    QImage image(picture.rgba.data(), picture.size.width, picture.size.height,
                 QImage::Format_RGBX8888);
    QPainter painter(&image);
    paint_texts(painter, frame);
}

}  // namespace epochscope::app
