#pragma once

#include "app/project/method_page.h"

namespace epochscope::app {

class FolderField;

/// The map of a folder that was projected before: nothing is learned.
class KeptMapPage : public MethodPage {
    Q_OBJECT

  public:
    explicit KeptMapPage(QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString name() const override;
    void fill(ProjectChoice& choice) const override;

  private:
    FolderField* folder_;
};

}  // namespace epochscope::app
