#pragma once

#include <epochscope/model/geometry.h>

#include <QAbstractTableModel>

#include <cstddef>
#include <optional>
#include <vector>

namespace epochscope::app {

class Session;

/// The classes of what is open, one a row, as a view takes them. What is predicted right is counted
/// once an epoch and kept.
class ClassesModel : public QAbstractTableModel {
    Q_OBJECT

  public:
    enum Column { name_column, count_column, right_column, column_total };
    enum Role {
        /// The class's colour, a QColor.
        colour_role = Qt::UserRole,
        /// The share predicted right, 0..1; no value where it is not known.
        share_role,
        /// What a column is sorted by.
        sort_role,
    };

    explicit ClassesModel(Session& session, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

  private:
    using Shares = std::vector<std::optional<double>>;

    void reset();
    void follow_style();
    void follow_playhead();
    void count_right();
    [[nodiscard]] QVariant words(const QModelIndex& index) const;
    [[nodiscard]] QVariant sort_key(const QModelIndex& index) const;
    [[nodiscard]] QString tooltip(const QModelIndex& index) const;
    [[nodiscard]] std::optional<double> share_of(int row) const;

    Session& session_;
    std::vector<std::size_t> counts_;
    /// Of each epoch, once it was reached.
    std::vector<std::optional<Shares>> shares_;
    std::size_t reached_ = 0;
    std::vector<bool> hidden_;
    std::vector<Colour> colours_;
};

}  // namespace epochscope::app
