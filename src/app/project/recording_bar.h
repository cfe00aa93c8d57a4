#pragma once

#include "app/widgets/notice_bar.h"

namespace epochscope::app {

class Session;

/// A line above the canvas, there while a recording is shown by its principal components: says so,
/// how much of the variance the plane shows, and offers more.
class RecordingBar : public NoticeBar {
    Q_OBJECT

  public:
    explicit RecordingBar(Session& session, QWidget* parent = nullptr);

  private:
    void follow_dataset();

    Session& session_;
};

}  // namespace epochscope::app
