#pragma once

#include <QLabel>

namespace epochscope::app {

/// A label that steps back behind others (see faint_colour), in light and in dark.
class FaintLabel : public QLabel {
    Q_OBJECT

  public:
    explicit FaintLabel(QWidget* parent = nullptr) : FaintLabel({}, parent) {}
    FaintLabel(const QString& text, QWidget* parent);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void step_back();
};

}  // namespace epochscope::app
