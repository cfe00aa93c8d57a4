#pragma once

#include "app/curves/dock_curve.h"
#include "app/tasks/task.h"

#include <QString>
#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;
class QSlider;
class QTableView;

namespace epochscope::app {

class CurveGatherer;
class CurveList;
class CurvePlot;
class ElidedLabel;
class HealthWatcher;
class Player;
class ProgressStrip;
class Session;

/// Training curves over the epochs: those of the open dataset and of its health, and those of event
/// files, logs and tables opened in addition. A list shows and hides them and tells their values.
class CurvesPanel : public QWidget {
    Q_OBJECT

  public:
    CurvesPanel(Session& session, Player& player, HealthWatcher& health, QWidget* parent = nullptr);
    /// Low, to leave room for the canvas.
    [[nodiscard]] QSize sizeHint() const override { return {600, 200}; }

    /// Asks for files, or for a folder, and opens them in addition.
    void ask_for_files();
    void ask_for_folder();
    void open(const QStringList& paths);

    [[nodiscard]] CurveGatherer& gatherer() { return *gatherer_; }
    [[nodiscard]] CurveList& list() { return *list_; }
    [[nodiscard]] CurvePlot& plot() { return *plot_; }
    void save_picture_to(const QString& file);
    void save_table_to(const QString& file);

  signals:
    /// What was done, or why not.
    void message(const QString& text);

  protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

  private:
    QWidget* make_bar();
    QWidget* make_list();
    void wire(Player& player);
    void follow_dataset();
    void follow_epochs();
    void follow_curves();
    void follow_style();
    void follow_colours();
    void follow_shown();
    void enable_saving();
    void ask_where(const QString& title, const QString& filter, const QString& end,
                   void (CurvesPanel::*save)(const QString&));

    Session& session_;
    HealthWatcher& health_;
    CurveGatherer* gatherer_;
    CurveList* list_;
    CurvePlot* plot_;
    QTableView* table_;
    QSlider* smoothing_;
    QLabel* smoothing_words_;
    QCheckBox* logarithmic_;
    QCheckBox* normalized_;
    QPushButton* save_picture_;
    QPushButton* save_table_;
    ProgressStrip* progress_;
    ElidedLabel* notes_;
    ElidedLabel* problems_;
    bool is_other_set_ = true;
    // Last: its thread ends before what it uses.
    Task<QString> writing_;
};

}  // namespace epochscope::app
