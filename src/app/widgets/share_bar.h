#pragma once

#include <QWidget>

namespace epochscope::app {

/// A thin bar that is filled by a share, 0..1. The words beside it tell the same.
class ShareBar : public QWidget {
    Q_OBJECT

  public:
    explicit ShareBar(QWidget* parent = nullptr);
    void set_share(double share);
    [[nodiscard]] QSize sizeHint() const override { return {72, 8}; }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    double share_ = 0;
};

}  // namespace epochscope::app
