#pragma once

#include "app/neighbours/neighbour_rows.h"

#include <QWidget>

class QLabel;
class QListView;
class QModelIndex;

namespace epochscope::app {

class NeighbourModel;
class Session;

/// A list of neighbours with a title and a note on its source.
class NeighbourSection : public QWidget {
    Q_OBJECT

  public:
    NeighbourSection(Session& session, const QString& title, QWidget* parent = nullptr);

    /// Shows these, with predictions at the epoch of index `reached`.
    void show_rows(const NeighbourRows& rows, std::size_t reached);
    /// The same with this note on their source, or on why there are none.
    void show_rows(const NeighbourRows& rows, std::size_t reached, const QString& source);

  signals:
    /// A neighbour was clicked or entered; `add` with Shift.
    void chosen(std::size_t sample, bool add);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void show_changes(const NeighbourRows& rows, std::size_t reached);
    void fit_height();
    void show_headings(const NeighbourRows& rows);
    void choose(const QModelIndex& index, bool add);

    Session& session_;
    NeighbourModel* model_;
    QLabel* caption_;
    QLabel* changes_;
    /// The headings of the columns, on the left and on the right.
    QLabel* samples_;
    QLabel* predictions_;
    QListView* view_;
};

}  // namespace epochscope::app
