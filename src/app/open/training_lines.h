#pragma once

#include <QWidget>

class QPlainTextEdit;

namespace epochscope::app {

/// The lines of Python that write a recording out of a training loop, to copy.
class TrainingLines : public QWidget {
    Q_OBJECT

  public:
    explicit TrainingLines(QWidget* parent = nullptr);

    /// The lines.
    static QString lines();

  private:
    QPlainTextEdit* code_;
};

}  // namespace epochscope::app
