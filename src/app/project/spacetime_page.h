#pragma once

#include "app/project/method_page.h"

namespace epochscope::app {

/// All epochs laid out at once.
class SpacetimePage : public MethodPage {
    Q_OBJECT

  public:
    explicit SpacetimePage(QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString name() const override;
    void fill(ProjectChoice& choice) const override;

  private:
    QDoubleSpinBox* lambda_;
    QDoubleSpinBox* perplexity_;
    QSpinBox* iterations_;
    QSpinBox* landmarks_;
};

}  // namespace epochscope::app
