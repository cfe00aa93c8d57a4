#include "app/review/review_delegate.h"

#include "app/review/review_model.h"
#include "app/widgets/paint_thumbnail.h"
#include "app/widgets/swatch.h"

#include <QApplication>
#include <QImage>
#include <QPainter>

namespace epochscope::app {
namespace {

constexpr int picture_side = 56;
constexpr int gap = 4;
constexpr int card_width = 80;

/// The labels of a sample, and how they are drawn.
struct Verdict {
    QString words;
    bool is_decided = false;
};

Verdict verdict_of(const QModelIndex& index) {
    const QString note =
        index.data(ReviewModel::has_note_role).toBool() ? QStringLiteral(" \u270e") : QString();
    const QString label = index.data(ReviewModel::label_role).toString();
    // A label that is kept and one that is changed look different.
    if (const QVariant decided = index.data(ReviewModel::new_label_role); decided.isValid()) {
        const QString words =
            decided.toString() == label
                ? QStringLiteral("\u2713 %1").arg(label)
                : QStringLiteral("\u2713 %1 \u2192 %2").arg(label, decided.toString());
        return {words + note, true};
    }
    const QVariant proposed = index.data(ReviewModel::proposed_role);
    if (!proposed.isValid() || proposed.toString() == label) return {label + note, false};
    return {QStringLiteral("%1 \u2192 %2").arg(label, proposed.toString()) + note, false};
}

}  // namespace

void ReviewDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const {
    const QStyle& style =
        option.widget != nullptr ? *option.widget->style() : *QApplication::style();
    style.drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    const bool is_selected = (option.state & QStyle::State_Selected) != 0;
    const QPalette& palette = option.palette;
    const QColor ink = palette.color(is_selected ? QPalette::HighlightedText : QPalette::Text);
    const Verdict verdict = verdict_of(index);
    QFont font = option.font;
    font.setBold(verdict.is_decided);
    const QFontMetrics metrics(font);
    const QRect area = option.rect.adjusted(gap, gap, -gap, -gap);
    const QColor verdict_ink = is_selected          ? ink
                               : verdict.is_decided ? good_colour(palette)
                                                    : faint_colour(palette);
    painter->save();
    QRect room = area;
    if (pictures_) {
        const QRect picture(area.left(), area.top(), area.width(), picture_side);
        // What is done steps back.
        if (verdict.is_decided && !is_selected) painter->setOpacity(0.45);
        paint_thumbnail(*painter, picture, index.data(ReviewModel::picture_role).value<QImage>(),
                        palette);
        painter->setOpacity(1);
        room.setTop(picture.bottom() + gap);
    } else {
        const int width = std::min(area.width() / 3, metrics.horizontalAdvance(verdict.words) + 2);
        room.setLeft(area.right() - width);
        const QRect text(area.left(), area.top(), room.left() - area.left() - 2 * gap,
                         area.height());
        painter->setFont(option.font);
        painter->setPen(verdict.is_decided && !is_selected ? faint_colour(palette) : ink);
        painter->drawText(
            text, Qt::AlignLeft | Qt::AlignVCenter,
            option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, text.width()));
    }
    painter->setFont(font);
    painter->setPen(verdict_ink);
    painter->drawText(
        room, static_cast<int>((pictures_ ? Qt::AlignHCenter : Qt::AlignRight) | Qt::AlignVCenter),
        metrics.elidedText(verdict.words, Qt::ElideRight, room.width()));
    painter->restore();
}

QSize ReviewDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    const int line = option.fontMetrics.height();
    if (!pictures_) return {card_width, line + 2 * gap};
    return {card_width, picture_side + line + 3 * gap};
}

}  // namespace epochscope::app
