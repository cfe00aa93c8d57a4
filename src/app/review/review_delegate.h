#pragma once

#include <QStyledItemDelegate>

namespace epochscope::app {

/// Draws a sample of a review: a picture with its labels below, or a line of text with its labels
/// at the end. "6 → 7" is what is proposed, "✓ 7" what was decided, and a pencil stands for a note.
class ReviewDelegate : public QStyledItemDelegate {
    Q_OBJECT

  public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void set_pictures(bool pictures) { pictures_ = pictures; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;

  private:
    bool pictures_ = false;
};

}  // namespace epochscope::app
