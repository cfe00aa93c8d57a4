#pragma once

#include <QStyledItemDelegate>

namespace epochscope::app {

/// Draws a class's row: check, swatch and name; its count; a small bar and the share that is right.
class ClassDelegate : public QStyledItemDelegate {
    Q_OBJECT

  public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;

    enum class Part { elsewhere, check, swatch };
    /// What lies at a place of the view.
    [[nodiscard]] Part part_at(const QStyleOptionViewItem& option, const QModelIndex& index,
                               const QPoint& at) const;

  protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

  private:
    [[nodiscard]] QRect swatch_rect(const QStyleOptionViewItem& option,
                                    const QModelIndex& index) const;
    void paint_share(QPainter& painter, const QStyleOptionViewItem& option,
                     const QModelIndex& index) const;
};

}  // namespace epochscope::app
