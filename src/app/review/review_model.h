#pragma once

#include "app/review/review_queue.h"

#include <QAbstractListModel>

#include <cstddef>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace epochscope::app {

class ReviewBook;
class Session;

/// The samples of a review, one a row, with what was decided about them.
class ReviewModel : public QAbstractListModel {
    Q_OBJECT

  public:
    enum Role : int {
        /// A QImage, null until it is decoded; invalid if there is none.
        picture_role = Qt::UserRole,
        /// The names of classes; proposed and new ones are invalid where there are none.
        label_role,
        proposed_role,
        new_label_role,
        has_note_role,
    };

    ReviewModel(Session& session, const ReviewBook& book, QObject* parent = nullptr);

    void set_queue(ReviewQueue queue);
    [[nodiscard]] const ReviewQueue& queue() const { return queue_; }
    [[nodiscard]] const ReviewItem& item(int row) const {
        return queue_.items[static_cast<std::size_t>(row)];
    }
    [[nodiscard]] std::optional<int> row_of(std::size_t sample) const;
    [[nodiscard]] bool is_decided(int row) const;
    [[nodiscard]] int decided_count() const { return decided_; }
    /// The first undecided row from `row` on, then from the top; nothing if all are decided.
    [[nodiscard]] std::optional<int> undecided_from(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

  signals:
    void decided_count_changed();

  private:
    void follow(std::size_t sample);
    void count();

    Session& session_;
    const ReviewBook& book_;
    ReviewQueue queue_;
    std::unordered_map<std::size_t, int> rows_;
    int decided_ = 0;
};

}  // namespace epochscope::app
