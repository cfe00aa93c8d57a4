#pragma once

#include "app/neighbours/sample_words.h"

#include <QWidget>

class QLabel;

namespace epochscope::app {

class ElidedLabel;
class Session;
class FractionBar;

/// Label, prediction and confidence of a sample at an epoch.
class SampleFactsView : public QWidget {
    Q_OBJECT

  public:
    explicit SampleFactsView(Session& session, QWidget* parent = nullptr);

    void show_sample(std::size_t sample, std::size_t epoch);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void show_class(QLabel& swatch, ElidedLabel& words, std::size_t index);
    void paint_words();

    Session& session_;
    SampleFacts facts_;
    QLabel* label_swatch_;
    ElidedLabel* label_;
    QLabel* prediction_swatch_;
    ElidedLabel* prediction_;
    FractionBar* confidence_bar_;
    ElidedLabel* confidence_;
};

}  // namespace epochscope::app
