#include "app/neighbours/neighbour_delegate.h"

#include "app/neighbours/neighbour_model.h"
#include "app/widgets/number_words.h"
#include "app/widgets/paint_thumbnail.h"
#include "app/widgets/swatch.h"

#include <QApplication>
#include <QImage>
#include <QPainter>

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
    QRect distance;
    QRect prediction;
};

Row row_in(const QRect& area, const QFontMetrics& metrics, const QString& highest,
           int prediction_width, int distance_width, bool has_picture) {
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
    row.distance = part(before - distance_width, distance_width);
    row.label = part(left, (distance_width > 0 ? row.distance.left() - gap : before) - left);
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
    const QString distance = index.data(NeighbourModel::distance_role).toString();
    const Row row =
        row_in(option.rect, option.fontMetrics, index.data(NeighbourModel::highest_role).toString(),
               std::min(widest, option.fontMetrics.horizontalAdvance(prediction) + 1),
               distance.isEmpty() ? 0 : option.fontMetrics.horizontalAdvance(distance) + 1,
               picture.isValid());

    painter->save();
    QFont font = option.font;
    painter->setFont(font);
    static constexpr const char16_t* marks[] = {u"", u"+", u"\u2212"};
    draw(*painter, row.mark, Qt::AlignHCenter, inks.mark,
         QString::fromUtf16(marks[static_cast<std::size_t>(change)]));
    draw(*painter, row.prediction, Qt::AlignRight, inks.prediction, prediction);
    draw(*painter, row.distance, Qt::AlignRight, inks.faint, distance);
    font.setStrikeOut(change == Change::lost);
    painter->setFont(font);
    draw(*painter, row.number, Qt::AlignRight, inks.words,
         number_words(index.data(NeighbourModel::sample_role).toULongLong()));
    const QString label = index.data(NeighbourModel::label_role).toString();
    draw(*painter, row.label, Qt::AlignLeft, inks.words, label);
    // What is left of its place is for the name.
    const int after = option.fontMetrics.horizontalAdvance(label) + 2 * gap;
    const QRect rest = row.label.adjusted(after, 0, 0, 0);
    if (rest.width() > 3 * gap)
        draw(*painter, rest, Qt::AlignLeft, inks.faint,
             index.data(NeighbourModel::name_role).toString());
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
