#pragma once

#include "app/tasks/task.h"

#include <epochscope/export/workspace.h>

#include <QObject>
#include <QString>

#include <optional>

class QMainWindow;
class QMessageBox;

namespace epochscope::app {

class Bookmarks;
class Comparison;
class History;
class Opener;
class Session;
class StatusLine;

/// Opens workspaces and saves what is open as one. It asks before it opens what lies outside of the
/// workspace's folder and was never opened, and for a dataset that has moved.
class Workspaces : public QObject {
    Q_OBJECT

  public:
    /// All must outlive it. Files that the opener is asked for are opened here.
    Workspaces(QMainWindow& window, Session& session, History& history, Bookmarks& bookmarks,
               Opener& opener, Comparison& comparison, StatusLine& status);

    void open(const QString& file);
    /// The opener has opened a dataset: if it is that of a workspace, shows its view, panels and
    /// bookmarks. Whether a view was shown.
    bool take();
    /// The file of what is open; empty: it is no workspace.
    [[nodiscard]] const QString& file() const { return file_; }

    /// Saves to the file(), or asks for one.
    void save();
    void save_as();

  signals:
    /// It is in this file now.
    void saved(const QString& file);
    void message(const QString& words);

  private:
    /// A workspace whose dataset is being opened.
    struct Pending {
        QString file;
        Workspace workspace;
    };

    void consider();
    /// Whether all that the workspace opens was opened before.
    [[nodiscard]] bool is_known() const;
    void open_dataset();
    void ask_about_outside();
    void ask_for_dataset();
    QMessageBox* question(const QString& words, const QString& more, const QString& yes,
                          void (Workspaces::*act)());
    void choose_dataset();
    bool show_view();
    void show_panels();
    void show_second();
    void write(const QString& file);

    QMainWindow& window_;
    Session& session_;
    History& history_;
    Bookmarks& bookmarks_;
    Opener& opener_;
    Comparison& comparison_;
    StatusLine& status_;
    QString file_;
    /// What was read from the file or written to it last.
    Workspace workspace_;
    std::optional<Pending> pending_;
    /// Where the second picture stays, while it is being opened.
    std::optional<double> pin_;
    /// Whether it is this that opens a dataset.
    bool is_opening_ = false;
    // Last: their threads end before what they use.
    Task<Pending> reading_;
    Task<Pending> writing_;
};

}  // namespace epochscope::app
