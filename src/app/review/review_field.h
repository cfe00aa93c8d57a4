#pragma once

#include <QLineEdit>

namespace epochscope::app {

/// A line of text beside a gallery: Enter and Esc end the editing and go nowhere else.
class ReviewField : public QLineEdit {
    Q_OBJECT

  public:
    using QLineEdit::QLineEdit;

  signals:
    void entered();
    void cancelled();

  protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
};

}  // namespace epochscope::app
