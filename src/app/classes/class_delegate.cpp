#include "app/classes/class_delegate.h"

#include "app/classes/classes_model.h"
#include "app/widgets/swatch.h"

#include <QApplication>
#include <QPainter>

namespace epochscope::app {

namespace {

constexpr int swatch_side = 14;
constexpr int bar_height = 3;
constexpr int gap = 6;

const QStyle& style_of(const QStyleOptionViewItem& option) {
    return option.widget != nullptr ? *option.widget->style() : *QApplication::style();
}

}  // namespace

void ClassDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.column() == ClassesModel::name_column) {
        // Room for the swatch, which paint draws over it.
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = {swatch_side, swatch_side};
        const bool hidden = index.data(Qt::CheckStateRole).toInt() == Qt::Unchecked;
        if (hidden && !(option->state & QStyle::State_Selected))
            option->palette.setColor(QPalette::Text, faint_colour(option->palette));
    }
}

ClassDelegate::Part ClassDelegate::part_at(const QStyleOptionViewItem& option,
                                           const QModelIndex& index, const QPoint& at) const {
    if (index.column() != ClassesModel::name_column) return Part::elsewhere;
    if (swatch_rect(option, index).contains(at)) return Part::swatch;
    QStyleOptionViewItem filled = option;
    initStyleOption(&filled, index);
    const QRect check = style_of(filled).subElementRect(QStyle::SE_ItemViewItemCheckIndicator,
                                                        &filled, filled.widget);
    return check.contains(at) ? Part::check : Part::elsewhere;
}

QRect ClassDelegate::swatch_rect(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const {
    QStyleOptionViewItem filled = option;
    initStyleOption(&filled, index);
    const QRect area =
        style_of(filled).subElementRect(QStyle::SE_ItemViewItemDecoration, &filled, filled.widget);
    QRect square(0, 0, swatch_side, swatch_side);
    square.moveCenter(area.center());
    return square;
}

void ClassDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
    if (index.column() == ClassesModel::accuracy_column) {
        paint_accuracy(*painter, option, index);
        return;
    }
    QStyledItemDelegate::paint(painter, option, index);
    if (index.column() == ClassesModel::name_column)
        paint_swatch(*painter, swatch_rect(option, index),
                     to_colour(index.data(ClassesModel::colour_role).value<QColor>()),
                     option.palette);
}

void ClassDelegate::paint_accuracy(QPainter& painter, const QStyleOptionViewItem& option,
                                   const QModelIndex& index) const {
    QStyleOptionViewItem filled = option;
    initStyleOption(&filled, index);
    const QString words = filled.text;
    filled.text.clear();
    style_of(filled).drawControl(QStyle::CE_ItemViewItem, &filled, &painter, filled.widget);

    const QRect area = option.rect.adjusted(gap, 0, -gap, 0);
    const bool selected = option.state & QStyle::State_Selected;
    const QColor text = filled.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QVariant accuracy = index.data(ClassesModel::accuracy_role);
    if (accuracy.isValid()) {
        const QRectF bar(area.left(), area.bottom() - bar_height + 1, area.width(), bar_height);
        const QColor fill = selected ? text : faint_colour(filled.palette, 0.6);
        paint_bar(painter, bar, accuracy.toDouble(), fill, filled.palette);
    }
    painter.setPen(text);
    painter.setFont(filled.font);
    painter.drawText(area, Qt::AlignRight | Qt::AlignVCenter, words);
}

QSize ClassDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(std::max(size.height(), option.fontMetrics.height() + 8));
    if (index.column() == ClassesModel::accuracy_column)
        size.setWidth(2 * gap + option.fontMetrics.horizontalAdvance("100 %"));
    return size;
}

}  // namespace epochscope::app
