#pragma once

#include <epochscope/projection/project.h>

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
    virtual void fill(ProjectOptions& options) const = 0;

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

  private:
    void add(const QString& title, QWidget* field, const QString& help);

    QFormLayout* form_;
};

/// Every method that there is, in the order in which they are offered.
std::vector<MethodPage*> make_method_pages(QWidget* parent);

}  // namespace epochscope::app
