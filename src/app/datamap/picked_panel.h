#pragma once

#include "app/tasks/task.h"

#include <epochscope/analysis/training_signals.h>

#include <QString>
#include <QWidget>

#include <optional>

class QLabel;
class QMenu;
class QPushButton;
class QTableView;
class QToolButton;

namespace epochscope::app {

class MapMaker;
class PickedModel;
class Session;

/// The picked samples in a table, one a row with all its signals. Choosing a row selects its
/// sample, and selecting a sample chooses its row.
class PickedPanel : public QWidget {
    Q_OBJECT

  public:
    PickedPanel(Session& session, MapMaker& maker, QWidget* parent = nullptr);

    /// The menu of the presets button.
    void set_presets(QMenu& presets);
    void sort_by(Signal signal, Qt::SortOrder order);
    /// Asks for a file and writes the table to it.
    void save();

    [[nodiscard]] const PickedModel& model() const { return *model_; }

  signals:
    /// What was done, or why not.
    void message(const QString& text);

  protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

  private:
    void build_table();
    void lay_out();
    void follow_rows();
    void follow_selection();
    void select_row();
    void follow_state();
    void save_to(const QString& file);
    void save_pending();

    Session& session_;
    MapMaker& maker_;
    PickedModel* model_;
    QTableView* table_;
    QLabel* summary_;
    QToolButton* presets_;
    QPushButton* save_;
    /// Whether the table's current row is being set to the selection.
    bool following_ = false;
    /// Where to write the table as soon as its signals are computed.
    std::optional<QString> pending_;
    // Last: its thread ends before what it uses.
    Task<QString> writing_;
};

}  // namespace epochscope::app
