#pragma once

#include <QString>
#include <QWidget>

class QLabel;

namespace epochscope::app {

/// A line above the canvas that tells something and offers one thing to do. It can be closed.
class NoticeBar : public QWidget {
    Q_OBJECT

  public:
    /// Hidden at first. `name` is what it is called for screen readers.
    NoticeBar(const QString& name, const QString& button, const QString& tip,
              QWidget* parent = nullptr);

    /// Shows it with these words.
    void tell(const QString& words);

  signals:
    /// The button was clicked.
    void accepted();

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QLabel* words_;
};

}  // namespace epochscope::app
