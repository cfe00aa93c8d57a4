#include "app/neighbours/neighbour_delegate.h"

#include "app/neighbours/neighbour_model.h"
#include "app/widgets/number_words.h"
#include "app/widgets/paint_thumbnail.h"
#include "app/widgets/swatch.h"

#include <QApplication>
#include <QImage>
#include <QPainter>

#include <algorithm>

namespace epochscope::app {

namespace {

constexpr int swatch_side = 12;
constexpr int gap = 6;
/// Of a picture, where there are some.
constexpr int picture_side = 24;

/// The parts of a row, from the left.
struct Row {
    QRect mark;
    QRect picture;
    QRect swatch;
    QRect number;
    QRect label;
    QRect measure;
    QRect prediction;
};

Row row_in(const QRect& area, const QFontMetrics& metrics, const QString& highest,
           int prediction_width, int measure_width, bool has_picture) {
    const int mark_width = metrics.horizontalAdvance(QStringLiteral("+"));
    const int number_width = metrics.horizontalAdvance(highest) + 2;
    const auto part = [&](int left, int width) {
        return QRect(left, area.top(), std::max(0, width), area.height());
    };
    Row row;
    int left = area.left() + gap;
    row.mark = part(left, mark_width);
    left += mark_width + gap;
    if (has_picture) {
        row.picture =
            QRect(left, area.center().y() - picture_side / 2 + 1, picture_side, picture_side);
        left += picture_side + gap;
    }
    row.swatch = QRect(left, area.center().y() - swatch_side / 2 + 1, swatch_side, swatch_side);
    left += swatch_side + gap;
    row.number = part(left, number_width);
    left += number_width + 2 * gap;
    const int right = area.right() - gap;
    row.prediction = part(right - prediction_width, prediction_width);
    const int before = row.prediction.left() - gap;
    row.measure = part(before - measure_width, measure_width);
    row.label = part(left, (measure_width > 0 ? row.measure.left() - gap : before) - left);
    return row;
}

/// The colours of a row: one for its words, others where it is not selected.
struct Inks {
    QColor words;
    QColor faint;
    QColor mark;
    QColor prediction;
};

Inks inks_of(const QStyleOptionViewItem& option, Change change, bool wrong) {
    const QPalette& palette = option.palette;
    if (option.state & QStyle::State_Selected) {
        const QColor text = palette.color(QPalette::HighlightedText);
        return {text, text, text, text};
    }
    const QColor faint = faint_colour(palette);
    const QColor words = change == Change::lost ? faint : palette.color(QPalette::Text);
    return {words, faint, change == Change::gained ? good_colour(palette) : faint,
            wrong ? bad_colour(palette) : faint};
}

void draw(QPainter& painter, const QRect& area, Qt::Alignment alignment, const QColor& ink,
          const QString& words) {
    painter.setPen(ink);
    painter.drawText(area, static_cast<int>(alignment | Qt::AlignVCenter),
                     painter.fontMetrics().elidedText(words, Qt::ElideRight, area.width()));
}

}  // namespace

void NeighbourDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const {
    const QWidget* widget = option.widget;
    const QStyle& style = widget != nullptr ? *widget->style() : *QApplication::style();
    style.drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, widget);

    const auto change = static_cast<Change>(index.data(NeighbourModel::change_role).toInt());
    const Inks inks = inks_of(option, change, index.data(NeighbourModel::wrong_role).toBool());
    const QVariant predicted = index.data(NeighbourModel::prediction_role);
    const QString prediction =
        predicted.isValid() ? QStringLiteral("\u2192 ") + predicted.toString() : QString();
    const int widest = option.rect.width() / 3;
    const QVariant picture = index.data(NeighbourModel::picture_role);
    const QString measure = index.data(NeighbourModel::measure_role).toString();
    const Row row =
        row_in(option.rect, option.fontMetrics, index.data(NeighbourModel::highest_role).toString(),
               std::min(widest, option.fontMetrics.horizontalAdvance(prediction) + 1),
               measure.isEmpty() ? 0 : option.fontMetrics.horizontalAdvance(measure) + 1,
               picture.isValid());

    painter->save();
    QFont font = option.font;
    painter->setFont(font);
    static constexpr const char16_t* marks[] = {u"", u"+", u"\u2212"};
    draw(*painter, row.mark, Qt::AlignHCenter, inks.mark,
         QString::fromUtf16(marks[static_cast<std::size_t>(change)]));
    draw(*painter, row.prediction, Qt::AlignRight, inks.prediction, prediction);
    draw(*painter, row.measure, Qt::AlignRight, inks.faint, measure);
    font.setStrikeOut(change == Change::lost);
    painter->setFont(font);
    // Where there is no room for all, a name says more than a number and, beside the colour, than a
    // class; both are in the tooltip.
    const QString name = index.data(NeighbourModel::name_role).toString();
    const QString label = index.data(NeighbourModel::label_role).toString();
    const QRect rest =
        row.label.adjusted(option.fontMetrics.horizontalAdvance(label) + 2 * gap, 0, 0, 0);
    constexpr int readable = 80;
    const bool has_room =
        rest.width() >= std::min(readable, option.fontMetrics.horizontalAdvance(name));
    if (name.isEmpty() || has_room) {
        draw(*painter, row.number, Qt::AlignRight, inks.words,
             number_words(index.data(NeighbourModel::sample_role).toULongLong()));
        draw(*painter, row.label, Qt::AlignLeft, inks.words, label);
        if (has_room) draw(*painter, rest, Qt::AlignLeft, inks.faint, name);
    } else {
        draw(*painter, row.number.united(row.label), Qt::AlignLeft, inks.words, name);
    }
    if (change == Change::lost) painter->setOpacity(0.4);
    paint_swatch(*painter, row.swatch,
                 to_colour(index.data(NeighbourModel::colour_role).value<QColor>()),
                 option.palette);
    paint_thumbnail(*painter, row.picture, picture.value<QImage>(), option.palette);
    painter->restore();
}

QSize NeighbourDelegate::sizeHint(const QStyleOptionViewItem& option,
                                  const QModelIndex& index) const {
    const bool has_picture = index.data(NeighbourModel::picture_role).isValid();
    return {option.fontMetrics.horizontalAdvance('0') * 20,
            std::max(option.fontMetrics.height() + 6, has_picture ? picture_side + 4 : 0)};
}

}  // namespace epochscope::app
