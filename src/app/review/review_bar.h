#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace epochscope::app {

class ElidedLabel;
class FractionBar;
class ReviewBook;
class ReviewModel;

/// The line above a review: how many samples are decided, in which order they are, undo and redo,
/// and what is wrong with the file of decisions.
class ReviewBar : public QWidget {
    Q_OBJECT

  public:
    ReviewBar(const ReviewBook& book, const ReviewModel& model, QWidget* parent = nullptr);

    /// Something that goes on, instead of the order; empty: nothing does.
    void set_working(const QString& words);

  signals:
    void undo_wanted();
    void redo_wanted();
    void place_wanted();
    void export_wanted();
    void list_wanted();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void lay_out();
    void follow();
    void colour();

    const ReviewBook& book_;
    const ReviewModel& model_;
    QString working_;
    QLabel* count_;
    FractionBar* progress_;
    ElidedLabel* note_;
    QPushButton* place_;
    QToolButton* undo_;
    QToolButton* redo_;
    QPushButton* list_;
    QPushButton* export_;
};

}  // namespace epochscope::app
