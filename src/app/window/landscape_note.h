#pragma once

#include <QLabel>

namespace epochscope::app {

class Session;

/// Tells how the landscape is painted, while one is shown that is not from the folder.
class LandscapeNote : public QLabel {
    Q_OBJECT

  public:
    explicit LandscapeNote(Session& session, QWidget* parent = nullptr);

  private:
    void show_note();

    Session& session_;
};

}  // namespace epochscope::app
