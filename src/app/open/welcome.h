#pragma once

#include <QWidget>

class QLabel;

namespace epochscope::app {

class RecentFolders;

/// The page shown before a dataset is open.
class Welcome : public QWidget {
    Q_OBJECT

  public:
    explicit Welcome(RecentFolders& recent, QWidget* parent = nullptr);

  signals:
    void open_requested();

  private:
    void show_recent();

    RecentFolders& recent_;
    QLabel* list_;
};

}  // namespace epochscope::app
