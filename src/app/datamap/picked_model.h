#pragma once

#include "app/datamap/picked_rows.h"
#include "app/tasks/query.h"

#include <QAbstractTableModel>

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

namespace epochscope::app {

class MapMaker;
class Session;

/// The picked samples, one a row, sorted on a thread of its own. Follows the session while it is
/// active.
class PickedModel : public QAbstractTableModel {
    Q_OBJECT

  public:
    PickedModel(Session& session, MapMaker& maker, QObject* parent = nullptr);

    void set_active(bool active);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    void sort(int column, Qt::SortOrder order) override;

    [[nodiscard]] std::size_t sample_at(int row) const {
        return rows_[static_cast<std::size_t>(row)];
    }
    [[nodiscard]] std::optional<int> row_of(std::size_t sample) const;
    /// In the order of the rows.
    [[nodiscard]] const std::vector<std::size_t>& samples() const { return rows_; }
    /// Whether the rows are up to date.
    [[nodiscard]] bool is_settled() const { return sorter_.is_settled(); }

  private:
    struct Request {
        std::shared_ptr<const PickedFacts> facts;
        std::shared_ptr<const PickedSamples> picked;
        int column = 0;
        bool descending = false;
    };

    void follow();
    void forget();

    Session& session_;
    MapMaker& maker_;
    bool is_active_ = false;
    int column_ = 0;
    bool descending_ = false;
    std::shared_ptr<const PickedFacts> facts_;
    std::vector<std::size_t> rows_;
    // Last: its thread ends before what it uses.
    Query<Request, std::vector<std::size_t>> sorter_;
};

}  // namespace epochscope::app
