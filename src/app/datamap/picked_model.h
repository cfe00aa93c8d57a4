#pragma once

#include "app/datamap/picked_rows.h"
#include "app/latest_wins.h"

#include <QAbstractTableModel>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace epochscope::app {

class MapMaker;
class Session;

/// The picked samples, a row each, sorted on a thread of its own. Follows the session while it is
/// awake: nobody sees a table that is hidden.
class PickedModel : public QAbstractTableModel {
    Q_OBJECT

  public:
    PickedModel(Session& session, MapMaker& maker, QObject* parent = nullptr);

    void set_awake(bool awake);

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
    /// Whether the rows are those of what is picked now.
    [[nodiscard]] bool is_settled() const { return shown_ == asked_; }

  private:
    struct Wish {
        std::shared_ptr<const PickedFacts> facts;
        std::shared_ptr<const PickedSamples> picked;
        int column = 0;
        bool descending = false;
        std::uint64_t number = 0;
    };

    void follow();
    void forget();
    void sort_rows(const Wish& wish);
    void take(const Wish& wish, std::vector<std::size_t> rows);
    [[nodiscard]] bool is_wanted(const Wish& wish) const;

    Session& session_;
    MapMaker& maker_;
    bool awake_ = false;
    /// Counts the wishes; the rows are of the number shown_.
    std::uint64_t asked_ = 0;
    std::uint64_t shown_ = 0;
    int column_ = 0;
    bool descending_ = false;
    std::shared_ptr<const PickedFacts> facts_;
    std::vector<std::size_t> rows_;
    // Last, so that it ends before what it tells.
    LatestWins<Wish> sorter_;
};

}  // namespace epochscope::app
