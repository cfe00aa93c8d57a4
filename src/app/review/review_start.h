#pragma once

#include <QWidget>

class QPushButton;

namespace epochscope::app {

class ReviewBook;
class Session;

/// What a review shows while it has no samples: what it is for, and which samples could be
/// reviewed.
class ReviewStart : public QWidget {
    Q_OBJECT

  public:
    ReviewStart(Session& session, const ReviewBook& book, QWidget* parent = nullptr);

    /// Why mislabelled samples cannot be found; empty if they can.
    void set_obstacle(const QString& obstacle);

  signals:
    void mislabelled_wanted();
    void picked_wanted();
    void decided_wanted();

  private:
    void follow();

    Session& session_;
    const ReviewBook& book_;
    QString obstacle_;
    QPushButton* mislabelled_;
    QPushButton* picked_;
    QPushButton* decided_;
};

}  // namespace epochscope::app
