#pragma once

#include "app/tasks/task.h"

#include <QObject>
#include <QString>
#include <QTimer>

namespace epochscope::app {

class Player;
class RecentFolders;
class Session;

/// A small picture of the last epoch of each recent folder, kept in the cache folder as PNG. It is
/// made on another thread a moment after the folder was opened.
class FolderPictures : public QObject {
    Q_OBJECT

  public:
    FolderPictures(Session& session, Player& player, RecentFolders& recent);

    /// The file with a folder's picture; it need not exist.
    static QString file_of(const QString& folder);

  signals:
    /// The picture of a folder was written.
    void made(const QString& folder);

  private:
    void make();

    Session& session_;
    Player& player_;
    RecentFolders& recent_;
    QTimer soon_;
    // Last: its thread ends before what it uses.
    Task<QString> task_;
};

}  // namespace epochscope::app
