#pragma once

#include <QWidget>

namespace epochscope::app {

class Session;

/// The classes: colour (editable), name, count, share predicted right at the playhead, show and
/// hide, solo.
class ClassesPanel : public QWidget {
    Q_OBJECT

  public:
    explicit ClassesPanel(Session& session, QWidget* parent = nullptr);
};

}  // namespace epochscope::app
