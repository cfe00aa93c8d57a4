#pragma once

#include <QWidget>

class QLabel;

namespace epochscope::app {

class RecentFolders;

/// What is seen in the middle before anything is open: how to begin.
class Welcome : public QWidget {
    Q_OBJECT

  public:
    explicit Welcome(RecentFolders& recent, QWidget* parent = nullptr);

  signals:
    void open_wanted();

  private:
    void show_recent();

    RecentFolders& recent_;
    QLabel* list_;
};

}  // namespace epochscope::app
