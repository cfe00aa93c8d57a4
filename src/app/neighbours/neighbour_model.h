#pragma once

#include "app/neighbours/neighbour_rows.h"

#include <epochscope/model/geometry.h>

#include <QAbstractListModel>

namespace epochscope::app {

class Session;

/// A list of neighbours.
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
        /// What the sample is called beside its number; empty if it has no name.
        name_role,
        /// The name of the predicted class; no value where it is unknown.
        prediction_role,
        /// Whether the prediction differs from the label.
        wrong_role,
        /// The highest index of all samples, for the column's width.
        highest_role,
        /// Its picture, null until it is decoded; no value if the folder has no pictures.
        picture_role,
        /// Its distance or influence as text; no value where there is none.
        measure_role,
    };

    explicit NeighbourModel(Session& session, QObject* parent = nullptr);

    /// Shows these, with predictions at the epoch of index `reached`.
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
