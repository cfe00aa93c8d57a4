#pragma once

#include "app/table/table_rows.h"
#include "app/tasks/task.h"

#include <QString>
#include <QWidget>

#include <cstddef>
#include <string>
#include <vector>

class QCheckBox;
class QMenu;
class QPushButton;
class QTableView;

namespace epochscope::app {

class ElidedLabel;
class MapMaker;
class SampleFilter;
class SampleTableModel;
class Session;

/// All samples in a table, those that a condition leaves, or only the picked ones, one a row with
/// all that is known of them. Choosing a row selects its sample, and selecting a sample chooses its
/// row.
class SampleTable : public QWidget {
    Q_OBJECT

  public:
    SampleTable(Session& session, SampleFilter& filter, const MapMaker& maker,
                QWidget* parent = nullptr);

    /// The menu of the presets button.
    void set_presets(QMenu& presets);
    /// Lists only the picked samples, or all.
    void set_only_picked(bool only);
    /// By a column of SampleColumns. Does nothing if there is no such column.
    void sort_by(const std::string& column, Qt::SortOrder order);
    /// Asks for a file and writes the shown columns to it: of the rows, or of the picked samples
    /// only.
    void save(bool only_picked);
    /// Writes the shown columns of these samples, in this order, to a new file beside the folder.
    void save_list(const std::vector<std::size_t>& samples);

    [[nodiscard]] const SampleTableModel& model() const { return *model_; }

  signals:
    /// What was done, or why not.
    void message(const QString& text);
    /// The user wants to see this sample.
    void reached(std::size_t sample);

  protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

  private:
    void build_table();
    void lay_out();
    void follow_columns();
    void follow_selection();
    void select_row();
    void follow_state();
    void set_shown(int column, bool shown);
    void open_column_menu(QPoint at);
    void open_row_menu(QPoint at);
    void save_to(const QString& file, RowOrder order);

    Session& session_;
    const MapMaker& maker_;
    SampleTableModel* model_;
    QTableView* table_;
    QCheckBox* only_picked_;
    ElidedLabel* summary_;
    QPushButton* presets_;
    QPushButton* save_;
    /// Whether the table's current row is being set to the selection.
    bool following_ = false;
    // Last: its thread ends before what it uses.
    Task<QString> writing_;
};

}  // namespace epochscope::app
