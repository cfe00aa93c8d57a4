#pragma once

#include "app/project/method_page.h"

namespace epochscope::app {

/// t-SNE, each epoch begun where the one before ended.
class TsnePage : public MethodPage {
    Q_OBJECT

  public:
    explicit TsnePage(QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString name() const override;
    void fill(ProjectChoice& choice) const override;

  private:
    QDoubleSpinBox* perplexity_;
    QSpinBox* iterations_;
    QCheckBox* warm_start_;
    QSpinBox* warm_iterations_;
    QDoubleSpinBox* pull_;
};

}  // namespace epochscope::app
