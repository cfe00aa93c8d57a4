#pragma once

#include "app/review/review_queue.h"

#include <epochscope/io/review.h>

#include <QWidget>

class QPlainTextEdit;

namespace epochscope::app {

class ElidedLabel;
class Ribbon;
class SamplePicture;
class Session;

/// The sample that is reviewed now: its picture and text, what it is labelled and predicted as,
/// the suspicion, the ribbon of its predictions, and what was decided.
class ReviewDetail : public QWidget {
    Q_OBJECT

  public:
    explicit ReviewDetail(Session& session, QWidget* parent = nullptr);

    /// `decision` may be null.
    void show_item(const ReviewItem& item, const ReviewDecision* decision);

  private:
    void lay_out();
    [[nodiscard]] QString decision_words(const ReviewItem& item,
                                         const ReviewDecision* decision) const;

    Session& session_;
    SamplePicture* picture_;
    ElidedLabel* title_;
    ElidedLabel* facts_;
    ElidedLabel* decided_;
    Ribbon* ribbon_;
    QPlainTextEdit* text_;
};

}  // namespace epochscope::app
