#pragma once

#include <QString>
#include <QWidget>

#include <memory>
#include <optional>

class QLabel;
class QMenu;
class QPushButton;
class QTableView;
class QToolButton;

namespace epochscope::app {

class CsvJob;
class MapMaker;
class PickedModel;
class Session;

/// The picked samples in a table: each a row with all that training tells of it. A row selects its
/// sample, and a sample that is selected its row.
class PickedPanel : public QWidget {
    Q_OBJECT

  public:
    PickedPanel(Session& session, MapMaker& maker, QWidget* parent = nullptr);
    ~PickedPanel() override;

    /// The menu of presets, on a button.
    void set_presets(QMenu& presets);
    /// Asks for a file and writes the table to it.
    void save();

    [[nodiscard]] const PickedModel& model() const { return *model_; }

  signals:
    /// What was done, or why not, in words for a status bar.
    void told(const QString& words);

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
    /// Whether the table's current row is being set to what is selected.
    bool following_ = false;
    /// Where the table goes as soon as its signals are there.
    std::optional<QString> pending_;
    std::unique_ptr<CsvJob> job_;
};

}  // namespace epochscope::app
