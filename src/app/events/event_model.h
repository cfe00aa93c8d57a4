#pragma once

#include "app/events/event_rows.h"
#include "app/latest_wins.h"

#include <QAbstractTableModel>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace epochscope::app {

class Session;

/// The events, a row each, filtered and sorted on a thread of its own. Follows the watcher and,
/// where only some samples count, the session, while it is awake.
class EventModel : public QAbstractTableModel {
    Q_OBJECT

  public:
    static constexpr int columns = 4;

    EventModel(Session& session, EventWatcher& watcher, QObject* parent = nullptr);

    void set_awake(bool awake);
    /// Lists events of selected and picked samples only.
    void set_chosen_only(bool only);

    /// Which event a row is of.
    [[nodiscard]] std::size_t event_at(int row) const {
        return rows_[static_cast<std::size_t>(row)];
    }
    [[nodiscard]] const std::shared_ptr<const FoundEvents>& found() const { return found_; }
    /// Whether the rows are those that are wanted now.
    [[nodiscard]] bool is_settled() const { return shown_ == asked_; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    void sort(int column, Qt::SortOrder order) override;

  private:
    struct Wish {
        EventOrder order;
        std::uint64_t number = 0;
    };

    void follow();
    void follow_choice();
    [[nodiscard]] std::optional<std::vector<std::size_t>> chosen() const;
    void work(const Wish& wish, const std::stop_token& stop);
    void take(const Wish& wish, std::vector<std::uint32_t> rows);

    Session& session_;
    EventWatcher& watcher_;
    bool awake_ = false;
    bool chosen_only_ = false;
    EventColumn column_ = EventColumn::epoch;
    bool descending_ = false;
    std::uint64_t asked_ = 0;
    std::uint64_t shown_ = 0;
    std::shared_ptr<const FoundEvents> found_;
    std::vector<std::uint32_t> rows_;
    // Last, so that it ends before what it tells.
    LatestWins<Wish> sorter_;
};

}  // namespace epochscope::app
