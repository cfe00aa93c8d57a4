#pragma once

#include <QLabel>

namespace epochscope::app {

class Session;

/// Says how the landscape behind the samples was painted, while one is shown that the folder did
/// not bring.
class LandscapeNote : public QLabel {
    Q_OBJECT

  public:
    explicit LandscapeNote(Session& session, QWidget* parent = nullptr);

  private:
    void show_note();

    Session& session_;
};

}  // namespace epochscope::app
