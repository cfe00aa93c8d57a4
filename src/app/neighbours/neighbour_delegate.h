#pragma once

#include <QStyledItemDelegate>

namespace epochscope::app {

/// Draws a neighbour's row: gained or lost, picture, class colour, index, class and, at the right,
/// prediction.
class NeighbourDelegate : public QStyledItemDelegate {
    Q_OBJECT

  public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;
};

}  // namespace epochscope::app
