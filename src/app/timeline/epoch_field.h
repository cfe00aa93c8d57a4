#pragma once

#include <QLineEdit>

namespace epochscope::app {

/// Shows the epoch at the playhead and takes another: a number such as 10 or 10.5.
class EpochField : public QLineEdit {
    Q_OBJECT

  public:
    explicit EpochField(QWidget* parent = nullptr);

    /// Shown unless the user is typing.
    void set_number(double number);

  signals:
    void entered(double number);

  protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

  private:
    void show_number();
    void take();

    double number_ = 0;
};

}  // namespace epochscope::app
