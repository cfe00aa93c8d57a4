#pragma once

#include <epochscope/projection/project.h>

#include <QString>
#include <QWidget>

#include <vector>

namespace epochscope::app {

/// A method of projection and its options, as the dialog asks for them.
class MethodPage : public QWidget {
    Q_OBJECT

  public:
    using QWidget::QWidget;

    /// What it is called in a list.
    [[nodiscard]] virtual QString title() const = 0;
    /// What it is called in file names.
    [[nodiscard]] virtual QString name() const = 0;
    /// Writes the method and its options.
    virtual void fill(ProjectOptions& options) const = 0;
};

/// Every method that there is, in the order in which they are offered.
std::vector<MethodPage*> make_method_pages(QWidget* parent);

}  // namespace epochscope::app
