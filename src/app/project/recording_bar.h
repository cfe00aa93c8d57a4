#pragma once

#include <QWidget>

class QLabel;

namespace epochscope::app {

class Session;

/// A line above the canvas, there while a recording is shown by its principal components: says so,
/// how much of the variance the plane shows, and offers more. It can be closed.
class RecordingBar : public QWidget {
    Q_OBJECT

  public:
    explicit RecordingBar(Session& session, QWidget* parent = nullptr);

  signals:
    void project_wanted();

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    void follow_dataset();
    void tell_share();

    Session& session_;
    QLabel* words_;
};

}  // namespace epochscope::app
