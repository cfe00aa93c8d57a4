#pragma once

#include "app/tasks/query.h"

#include <epochscope/model/dataset.h>
#include <epochscope/render/colouring.h>

#include <QAbstractTableModel>

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

namespace epochscope::app {

class Session;

/// The classes of the open dataset, one a row, or the categories of the column that colours samples
/// (see Session::categories). Another thread computes the accuracy of each class at each epoch
/// once; until it is known, that of the last epoch is shown.
class ClassesModel : public QAbstractTableModel {
    Q_OBJECT

  public:
    enum Column { name_column, count_column, accuracy_column, column_total };
    enum Role {
        /// The class's colour, a QColor.
        colour_role = Qt::UserRole,
        /// The fraction predicted correctly, 0..1; no value where it is unknown.
        accuracy_role,
        /// The key that a column is sorted by.
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
    using Accuracies = std::vector<std::optional<double>>;
    struct Request {
        std::shared_ptr<const Dataset> dataset;
        std::size_t epoch = 0;
    };

    void reset();
    void count_rows();
    void copy_style();
    /// The name of a row.
    [[nodiscard]] QString name_of(std::size_t row) const;
    /// The row of a sample.
    [[nodiscard]] std::size_t row_of(std::size_t sample) const;
    void follow_style();
    void follow_picks();
    void follow_epochs();
    void follow_playhead();
    void show_epoch(std::size_t epoch);
    void take(const Request& request, Accuracies accuracies);
    [[nodiscard]] QVariant words(const QModelIndex& index) const;
    [[nodiscard]] QVariant sort_key(const QModelIndex& index) const;
    [[nodiscard]] QString tooltip(const QModelIndex& index) const;
    [[nodiscard]] std::optional<double> accuracy_of(int row) const;

    Session& session_;
    /// Whose categories are the rows; null: the rows are the classes.
    std::shared_ptr<const Colouring> colouring_;
    std::vector<std::size_t> counts_;
    /// The picked samples of each class; empty if none are picked.
    std::vector<std::size_t> picked_counts_;
    /// Of each epoch, once it was reached.
    std::vector<std::optional<Accuracies>> accuracies_;
    /// The epoch whose accuracies are shown.
    std::size_t shown_ = 0;
    std::vector<bool> hidden_;
    std::optional<std::size_t> standing_out_;
    std::vector<Colour> colours_;
    // Last: its thread ends before what it uses.
    Query<Request, Accuracies> counting_;
};

}  // namespace epochscope::app
