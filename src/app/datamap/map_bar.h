#pragma once

#include <epochscope/analysis/training_signals.h>

#include <QWidget>

class QComboBox;
class QLabel;

namespace epochscope::app {

class MapMaker;
class ProgressStrip;

/// The line above a data map: its two signals, to be chosen; how far it is; what is to be known of
/// it.
class MapBar : public QWidget {
    Q_OBJECT

  public:
    explicit MapBar(MapMaker& maker, QWidget* parent = nullptr);

  signals:
    void close_wanted();

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QComboBox* add_choice(const QString& name);
    void lay_out();
    void choose();
    void follow();
    void show_known();

    MapMaker& maker_;
    QComboBox* vertical_;
    QComboBox* horizontal_;
    QLabel* note_;
    ProgressStrip* progress_;
};

}  // namespace epochscope::app
