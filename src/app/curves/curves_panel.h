#pragma once

#include "app/curves/dock_curve.h"
#include "app/latest_wins.h"

#include <QString>
#include <QWidget>

#include <memory>

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
class Player;
class ProgressStrip;
class Session;

/// Training curves over the timeline: those of what is open, and those of event files, logs and
/// tables that are opened besides. Beside them a list to show and hide them and read their values.
class CurvesPanel : public QWidget {
    Q_OBJECT

  public:
    CurvesPanel(Session& session, Player& player, QWidget* parent = nullptr);
    ~CurvesPanel() override;
    /// Low, so that a dock of it leaves the canvas its place.
    [[nodiscard]] QSize sizeHint() const override { return {600, 200}; }

    /// Asks for files, or for a folder, and opens them besides.
    void ask_for_files();
    void ask_for_folder();
    void open(const QStringList& paths);

    [[nodiscard]] CurveGatherer& gatherer() { return *gatherer_; }
    [[nodiscard]] CurveList& list() { return *list_; }
    [[nodiscard]] CurvePlot& plot() { return *plot_; }
    void save_picture_to(const QString& file);
    void save_table_to(const QString& file);

  signals:
    /// What was done, or why not, in words for a status bar.
    void told(const QString& words);

  protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

  private:
    struct CsvWish {
        QString file;
        DockCurves curves;
    };

    QWidget* make_bar();
    QWidget* make_list();
    void wire(Player& player);
    void follow_dataset();
    void follow_curves();
    void follow_style();
    void follow_shown();
    void ask_where(const QString& title, const QString& filter, const QString& suffix,
                   void (CurvesPanel::*save)(const QString&));
    void write(const CsvWish& wish, const std::stop_token& stop);

    Session& session_;
    CurveGatherer* gatherer_;
    CurveList* list_;
    CurvePlot* plot_;
    QTableView* table_;
    QSlider* smoothing_;
    QLabel* smoothing_words_;
    QCheckBox* logarithmic_;
    QCheckBox* own_heights_;
    QPushButton* save_picture_;
    QPushButton* save_table_;
    ProgressStrip* progress_;
    ElidedLabel* notes_;
    ElidedLabel* problems_;
    bool is_other_set_ = true;
    // Last, so that it ends before what it tells.
    LatestWins<CsvWish> writer_;
};

}  // namespace epochscope::app
