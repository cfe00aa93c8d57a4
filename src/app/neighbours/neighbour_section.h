#pragma once

#include "app/neighbours/neighbour_rows.h"

#include <QWidget>

class QLabel;
class QListView;
class QModelIndex;

namespace epochscope::app {

class NeighbourModel;
class Session;

/// One list of neighbours under its title, with words on where it comes from.
class NeighbourSection : public QWidget {
    Q_OBJECT

  public:
    NeighbourSection(Session& session, const QString& title, QWidget* parent = nullptr);

    /// Shows these, as things are at the epoch of index `reached`.
    void show_rows(const NeighbourRows& rows, std::size_t reached);
    /// The same with these words on where they come from, or why there are none.
    void show_rows(const NeighbourRows& rows, std::size_t reached, const QString& source);

  signals:
    /// A neighbour was clicked (or Enter pressed on it); `add` with shift.
    void chosen(std::size_t sample, bool add);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    void show_changes(const NeighbourRows& rows, std::size_t reached);
    void choose(const QModelIndex& index, bool add);

    Session& session_;
    NeighbourModel* model_;
    QLabel* caption_;
    QLabel* changes_;
    QListView* view_;
};

}  // namespace epochscope::app
