#pragma once

#include "app/events/event_rows.h"
#include "app/tasks/query.h"

#include <QAbstractTableModel>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace epochscope::app {

class Session;

/// The events, one a row, filtered and sorted on a thread of its own. Follows the watcher and the
/// session while it is active.
class EventModel : public QAbstractTableModel {
    Q_OBJECT

  public:
    static constexpr int columns = 4;

    EventModel(Session& session, EventWatcher& watcher, QObject* parent = nullptr);

    void set_active(bool active);
    /// Lists only the events of selected and picked samples.
    void set_chosen_only(bool only);
    void set_filter(const EventFilter& filter);

    /// The index of a row's event.
    [[nodiscard]] std::size_t event_at(int row) const {
        return rows_[static_cast<std::size_t>(row)];
    }
    [[nodiscard]] const ListedEvents& listed() const { return listed_; }
    /// Whether the rows are up to date.
    [[nodiscard]] bool is_settled() const { return sorter_.is_settled(); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    void sort(int column, Qt::SortOrder order) override;

  private:
    void follow();
    void follow_choice();
    [[nodiscard]] std::optional<std::vector<std::size_t>> chosen() const;

    Session& session_;
    EventWatcher& watcher_;
    bool is_active_ = false;
    bool chosen_only_ = false;
    EventFilter filter_;
    EventColumn column_ = EventColumn::epoch;
    bool descending_ = false;
    ListedEvents listed_;
    std::vector<std::uint32_t> rows_;
    // Last: its thread ends before what it uses.
    Query<EventOrder, std::vector<std::uint32_t>> sorter_;
};

}  // namespace epochscope::app
