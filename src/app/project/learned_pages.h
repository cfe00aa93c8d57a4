#pragma once

#include "app/project/method_page.h"

namespace epochscope::app {

/// A method that learns maps: what both have.
class LearnedPage : public MethodPage {
    Q_OBJECT

  public:
    LearnedPage(const QString& words, int neighbours, const TrainingOptions& defaults,
                QWidget* parent);

  protected:
    void fill_shared(int& neighbours, TrainingOptions& training) const;

  private:
    QSpinBox* neighbours_;
    QSpinBox* layers_;
    QDoubleSpinBox* reconstruction_;
    QDoubleSpinBox* rate_;
    QSpinBox* passes_;
};

/// One learned map for all epochs.
class TimevisPage : public LearnedPage {
    Q_OBJECT

  public:
    explicit TimevisPage(QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString name() const override;
    void fill(ProjectChoice& choice) const override;

  private:
    QDoubleSpinBox* radius_;
    QDoubleSpinBox* draws_;
};

/// A learned map an epoch.
class DviPage : public LearnedPage {
    Q_OBJECT

  public:
    explicit DviPage(QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString name() const override;
    void fill(ProjectChoice& choice) const override;

  private:
    QDoubleSpinBox* hold_;
};

}  // namespace epochscope::app
