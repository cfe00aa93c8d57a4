#pragma once

#include "app/neighbours/neighbour_rows.h"

#include <epochscope/model/geometry.h>

#include <QAbstractListModel>

namespace epochscope::app {

class Session;

/// A list of neighbours as a view takes it.
class NeighbourModel : public QAbstractListModel {
    Q_OBJECT

  public:
    enum Role {
        /// The sample's index, an int.
        sample_role = Qt::UserRole,
        /// A Change, as an int.
        change_role,
        /// The colour of its class.
        colour_role,
        /// The name of its class.
        label_role,
        /// The name of the class predicted for it; no value where that is not known.
        prediction_role,
        /// Whether that is another class than its label.
        wrong_role,
        /// The highest index there is: what makes room for all of them.
        highest_role,
        /// Its picture, null while it is on its way; no value where the folder has no pictures.
        picture_role,
        /// How far it is, in words; no value where that is not told.
        distance_role,
    };

    explicit NeighbourModel(Session& session, QObject* parent = nullptr);

    /// Shows these, as things are at the epoch of index `reached`.
    void show(const NeighbourRows& rows, std::size_t reached);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

  private:
    void follow_picture(std::size_t sample);
    [[nodiscard]] QString words(const NeighbourRow& row) const;

    Session& session_;
    NeighbourRows rows_;
    std::size_t reached_ = 0;
};

}  // namespace epochscope::app
