#pragma once

#include <QToolButton>

namespace epochscope::app {

class RunFollower;

/// Says that the open folder grows, has been silent for long, or has ended; hidden for one that
/// never grew.
class RunBadge : public QToolButton {
    Q_OBJECT

  public:
    explicit RunBadge(const RunFollower& follower, QWidget* parent = nullptr);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void follow();

    const RunFollower& follower_;
};

}  // namespace epochscope::app
