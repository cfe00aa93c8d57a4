#pragma once

#include "app/review/review_keys.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QPushButton;

namespace epochscope::app {

class Session;
struct ReviewItem;

/// What can be decided, as buttons with their keys on them: accept, keep, go on, go back, and one
/// for each class if there are at most ten.
class ReviewButtons : public QWidget {
    Q_OBJECT

  public:
    explicit ReviewButtons(Session& session, QWidget* parent = nullptr);

    /// The keys of classes; see class_keys.
    [[nodiscard]] const std::vector<char>& class_keys() const { return keys_; }
    void show_item(const ReviewItem& item);

  signals:
    void pressed(epochscope::app::ReviewKey key);

  private:
    QPushButton* add(ReviewCommand command);
    void make_classes();
    void colour_classes();

    Session& session_;
    std::vector<char> keys_;
    QPushButton* accept_;
    QPushButton* keep_;
    QGridLayout* class_grid_;
    std::vector<QPushButton*> classes_;
};

}  // namespace epochscope::app
