#pragma once

#include "app/table/table_columns.h"
#include "app/table/table_rows.h"
#include "app/tasks/query.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace epochscope::app {

class SampleFilter;
class Session;

/// The samples, one a row, with all that is known of them. Columns are computed and rows sorted on
/// threads of its own, for the shown columns while the model is active. Values are read from the
/// columns when a cell is drawn, so a model of any number of rows holds one number a row.
class SampleTableModel : public QAbstractTableModel {
    Q_OBJECT

  public:
    SampleTableModel(Session& session, SampleFilter& filter, QObject* parent = nullptr);

    void set_active(bool active);
    [[nodiscard]] bool only_picked() const { return only_picked_; }
    void set_only_picked(bool only);
    /// Only shown columns are computed. All are, until they are hidden.
    void set_shown(int column, bool shown);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    /// -1: not sorted.
    void sort(int column, Qt::SortOrder order) override;

    /// -1: not sorted.
    [[nodiscard]] int sort_column() const { return sort_column_; }
    [[nodiscard]] Qt::SortOrder sort_order() const {
        return descending_ ? Qt::DescendingOrder : Qt::AscendingOrder;
    }
    [[nodiscard]] const std::vector<TableColumn>& columns() const { return columns_; }
    /// The column of a name in SampleColumns; nothing if there is none.
    [[nodiscard]] std::optional<int> column_of(const std::string& name) const;
    [[nodiscard]] std::size_t sample_at(int row) const {
        return rows_[static_cast<std::size_t>(row)];
    }
    [[nodiscard]] std::optional<int> row_of(std::size_t sample) const;
    /// In the order of the rows.
    [[nodiscard]] const std::vector<std::uint32_t>& samples() const { return rows_; }
    /// What the rows are or will be; `only_picked` instead of the model's.
    [[nodiscard]] RowOrder order(bool only_picked) const;
    /// The index of the last epoch reached by the playhead.
    [[nodiscard]] std::size_t epoch() const { return epoch_; }
    /// Whether rows and shown columns are up to date.
    [[nodiscard]] bool is_settled() const;
    [[nodiscard]] bool is_sorting() const { return !sorter_.is_settled(); }
    [[nodiscard]] bool is_computing() const { return !loader_.is_settled(); }
    /// Why a column could not be computed; empty if all could.
    [[nodiscard]] const QString& problem() const { return problem_; }

  signals:
    /// There are other columns: another dataset is open, or more is known of it.
    void columns_changed();
    /// The rows are others, or in another order.
    void rows_changed();
    /// Something is being computed, or no longer.
    void state_changed();

  private:
    /// A column to compute.
    struct Wanted {
        std::shared_ptr<const SampleColumns> columns;
        std::size_t index = 0;
        std::string name;
    };
    struct Loaded {
        std::optional<Column> column;
        QString problem;
    };
    struct Rows {
        std::vector<std::uint32_t> samples;
        QString problem;
    };

    static Loaded load(const Wanted& wanted, const std::stop_token& stop);
    static Rows find_rows(const RowOrder& order, const std::stop_token& stop);
    void rebuild();
    void follow_epochs();
    void follow_playhead();
    void read_playhead();
    void follow();
    void take_rows(std::vector<std::uint32_t> rows);
    void load_next();
    void take_column(const Wanted& wanted, Loaded loaded);
    [[nodiscard]] bool is_sorted_at_playhead() const;
    void refresh(std::size_t column);

    Session& session_;
    SampleFilter& filter_;
    bool is_active_ = false;
    bool only_picked_ = false;
    std::vector<TableColumn> columns_;
    std::vector<bool> shown_;
    /// As far as they are computed.
    std::vector<std::optional<Column>> values_;
    /// Columns that could not be computed.
    std::vector<bool> failed_;
    std::size_t epoch_ = 0;
    int sort_column_ = -1;
    bool descending_ = false;
    QString problem_;
    std::vector<std::uint32_t> rows_;
    /// Sorts again once the playhead rests.
    QTimer rest_;
    // Last: their threads end before what they use.
    Query<Wanted, Loaded> loader_;
    Query<RowOrder, Rows> sorter_;
};

}  // namespace epochscope::app
