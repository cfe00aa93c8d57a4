#pragma once

#include <epochscope/analysis/training_signals.h>

#include <QString>
#include <QWidget>

class QComboBox;
class QLabel;

namespace epochscope::app {

class MapMaker;
class ProgressStrip;

/// The bar above a data map: choices of its two signals, progress, and a note.
class MapBar : public QWidget {
    Q_OBJECT

  public:
    explicit MapBar(MapMaker& maker, QWidget* parent = nullptr);

  signals:
    void close_requested();

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QComboBox* add_choice(const QString& name);
    void lay_out();
    void choose();
    void follow();
    void enable_signals();
    [[nodiscard]] QString estimate_words() const;

    MapMaker& maker_;
    QComboBox* vertical_;
    QComboBox* horizontal_;
    QLabel* note_;
    ProgressStrip* progress_;
};

}  // namespace epochscope::app
