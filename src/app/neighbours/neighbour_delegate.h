#pragma once

#include <QStyledItemDelegate>

namespace epochscope::app {

/// Draws a neighbour's row: whether it was gained or lost, its picture, its class's colour, its
/// index, its class and, at the right, what is predicted for it.
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
