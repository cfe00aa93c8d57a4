#pragma once

#include <QWidget>

namespace epochscope::app {

class Session;

/// What is known of the sample selected last: index, label, prediction, confidence, the ribbon of
/// its predictions over all epochs, and its neighbours at the playhead as lists to click.
class SamplePanel : public QWidget {
    Q_OBJECT

  public:
    explicit SamplePanel(Session& session, QWidget* parent = nullptr);
    /// Puts the cursor where an index is typed.
    void focus_index();
};

}  // namespace epochscope::app
