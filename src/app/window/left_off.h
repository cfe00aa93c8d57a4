#pragma once

#include "app/tasks/query.h"

#include <epochscope/export/saved_view.h>
#include <epochscope/export/workspace.h>
#include <epochscope/model/dataset.h>

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <memory>
#include <optional>

namespace epochscope::app {

class Bookmarks;
class History;
class NoticeBar;
class Player;
class RecentFolders;
class Session;
class Traveller;

/// Remembers where each recent folder or workspace was left, with its bookmarks: a file for each in
/// the user's folder of data, written by a thread a moment after a change. When one is opened
/// again, a bar offers to go on there. Until that is answered, moving the playhead changes nothing
/// that is kept.
class LeftOff : public QObject {
    Q_OBJECT

  public:
    /// All must outlive it.
    LeftOff(Session& session, Player& player, History& history, Bookmarks& bookmarks,
            Traveller& traveller, RecentFolders& recent, NoticeBar& bar);
    /// Writes what is not written yet.
    ~LeftOff() override;

    /// The dataset of the session is open as this folder, or as the dataset of this file of a
    /// workspace, which has bookmarks of its own.
    void follow(const QString& path, bool is_workspace);
    /// It was saved: nothing is left to go on with.
    void forget(const QString& path);
    /// Writes at once what is not written yet.
    void store();

    /// The file about a folder or workspace; it need not exist.
    static QString file_of(const QString& path);

  private:
    struct Request {
        QString path;
        std::shared_ptr<const Dataset> dataset;
    };
    struct Found {
        Workspace workspace;
        std::optional<SavedView> view;
    };
    struct Writing {
        QString path;
        SavedView view;
        Workspace workspace;
        QStringList recent;
    };

    static Found read(const Request& request);
    static void write(const Writing& writing);
    [[nodiscard]] Writing writing() const;
    void take(const Found& found);
    void make_writer();
    void write_soon();
    void offer();
    void go_on();

    Session& session_;
    Player& player_;
    History& history_;
    Bookmarks& bookmarks_;
    Traveller& traveller_;
    RecentFolders& recent_;
    NoticeBar& bar_;
    QTimer soon_;
    /// Empty while nothing is remembered.
    QString path_;
    bool is_workspace_ = false;
    /// Whether what was left is read, so that it can be replaced.
    bool is_read_ = false;
    Found found_;
    // Last: their threads end before what they use.
    std::unique_ptr<Query<Writing, bool>> writer_;
    Query<Request, Found> reader_;
};

}  // namespace epochscope::app
