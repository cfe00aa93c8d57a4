#pragma once

#include <QScrollArea>

class QLabel;

namespace epochscope::app {

class CardGrid;
class DropArea;
class FolderPictures;
class RecentFolders;

/// The page shown before a dataset is open: drop, recent folders, an example, and how to record a
/// run.
class Welcome : public QScrollArea {
    Q_OBJECT

  public:
    Welcome(RecentFolders& recent, const FolderPictures& pictures, QWidget* parent = nullptr);

    /// Lights the drop area up.
    void set_lit(bool lit);

  signals:
    void open_requested();

  private:
    void show_recent();

    RecentFolders& recent_;
    DropArea* drop_;
    QLabel* title_;
    CardGrid* cards_;
};

}  // namespace epochscope::app
