#pragma once

#include "app/project/project_plan.h"

#include <QString>
#include <QWidget>

#include <vector>

class QCheckBox;
class QDoubleSpinBox;
class QFormLayout;
class QSpinBox;

namespace epochscope::app {

/// A method of projection and its options, as the dialog asks for them.
class MethodPage : public QWidget {
    Q_OBJECT

  public:
    /// `words` say what the method does.
    explicit MethodPage(const QString& words, QWidget* parent = nullptr);

    /// What it is called in a list.
    [[nodiscard]] virtual QString title() const = 0;
    /// What it is called in file names.
    [[nodiscard]] virtual QString name() const = 0;
    /// Writes the method and its options.
    virtual void fill(ProjectChoice& choice) const = 0;

  signals:
    /// Something was chosen that decides whether it can be done at all.
    void changed();

  protected:
    struct Range {
        double least;
        double most;
        double step;
        int decimals = 2;
    };
    // Each adds a field below the others, of that title (with its key), value and help, which is
    // shown with the key; its accessible name is the title.
    QDoubleSpinBox* add_number(const QString& title, const Range& range, double value,
                               const QString& help);
    QSpinBox* add_count(const QString& title, const Range& range, int value, const QString& help);
    QCheckBox* add_switch(const QString& title, bool on, const QString& help);
    /// The same for a field of another kind; `entry` is the part of it that is filled in.
    void add(const QString& title, QWidget* field, QWidget* entry, const QString& help);

  private:
    QFormLayout* form_;
};

/// Every method that there is, in the order in which they are offered.
std::vector<MethodPage*> make_method_pages(QWidget* parent);

}  // namespace epochscope::app
