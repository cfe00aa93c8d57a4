#pragma once

#include "app/project/method_page.h"

namespace epochscope::app {

/// Principal components.
class PcaPage : public MethodPage {
    Q_OBJECT

  public:
    explicit PcaPage(QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString name() const override;
    void fill(ProjectChoice& choice) const override;

  private:
    QCheckBox* per_epoch_;
};

}  // namespace epochscope::app
