#pragma once

#include <epochscope/model/time_left.h>

#include <QElapsedTimer>
#include <QString>
#include <QWidget>

class QLabel;
class QProgressBar;
class QTimer;

namespace epochscope::app {

/// The progress of long work: a label, a bar, the time left, and a button that cancels. Appears
/// only if the work takes longer than a moment.
class ProgressStrip : public QWidget {
    Q_OBJECT

  public:
    explicit ProgressStrip(QWidget* parent = nullptr);

    void start(const QString& what);
    /// 0..1.
    void set_fraction(double fraction);
    void stop();

  signals:
    void cancelled();

  private:
    QLabel* what_;
    QProgressBar* bar_;
    QLabel* left_;
    /// Since it started.
    QElapsedTimer clock_;
    TimeLeft estimate_;
    /// Runs until the strip appears.
    QTimer* delay_;
};

}  // namespace epochscope::app
