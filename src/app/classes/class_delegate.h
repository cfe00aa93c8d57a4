#pragma once

#include <QStyledItemDelegate>

namespace epochscope::app {

/// Draws a class's row: check box, swatch and name; its count; its accuracy as a bar and a number.
class ClassDelegate : public QStyledItemDelegate {
    Q_OBJECT

  public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;

    enum class Part { elsewhere, check, swatch };
    /// The part at a position of the view.
    [[nodiscard]] Part part_at(const QStyleOptionViewItem& option, const QModelIndex& index,
                               const QPoint& at) const;

  protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

  private:
    [[nodiscard]] QRect swatch_rect(const QStyleOptionViewItem& option,
                                    const QModelIndex& index) const;
    void paint_accuracy(QPainter& painter, const QStyleOptionViewItem& option,
                        const QModelIndex& index) const;
};

}  // namespace epochscope::app
