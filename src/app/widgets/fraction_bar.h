#pragma once

#include <QWidget>

namespace epochscope::app {

/// A thin bar filled to a fraction, 0..1. The text beside it tells the same.
class FractionBar : public QWidget {
    Q_OBJECT

  public:
    explicit FractionBar(QWidget* parent = nullptr);
    void set_fraction(double fraction);
    [[nodiscard]] QSize sizeHint() const override { return {72, 8}; }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    double fraction_ = 0;
};

}  // namespace epochscope::app
