#pragma once

#include "app/open/recent_folders.h"
#include "app/tasks/task.h"

#include <epochscope/io/formats.h>
#include <epochscope/io/open.h>
#include <epochscope/model/dataset.h>

#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>
#include <QUrl>

#include <memory>
#include <optional>

class QFileDialog;
class QMessageBox;

namespace epochscope::app {

class Session;
class StatusLine;

/// Opens folders into the session: asks for them, shows progress and problems. A newer folder
/// replaces one that is being opened. Nothing blocks.
class Opener : public QObject {
    Q_OBJECT

  public:
    Opener(QWidget& window, Session& session, StatusLine& status);

    void open(const QString& folder, const QString& projection = {});
    /// Opens the one thing that was dropped, or says why not. Not for an empty list.
    void open_dropped(const QList<QUrl>& urls);
    /// Opens a folder or a file with choices between its contents.
    void open_with(const QString& path, const OpenOptions& options);
    /// The same, as soon as it can be opened: a run may not have begun yet, or have no epoch.
    void wait_for(const QString& path, const OpenOptions& options);
    /// Opens another one to compare with that of the session.
    void open_second(const QString& path, const OpenOptions& options = {});
    /// Opens one and, once it is open, another one to compare with it. Opening a third meanwhile
    /// leaves the second out.
    void open_both(const QString& first, const QString& second, const OpenOptions& options);
    void ask_for_second();
    /// What the one to compare was opened with.
    [[nodiscard]] const OpenOptions& second_options() const { return second_options_; }
    /// What the dataset of the session was opened with.
    [[nodiscard]] const OpenOptions& options() const { return taken_options_; }
    /// Asks for a folder first, or for a file of a format that is one file.
    void ask();
    void ask_for_file();
    /// Shows the warnings of the session's dataset.
    void tell_warnings();
    [[nodiscard]] RecentFolders& recent() { return recent_; }
    /// Ends a start that another one has begun: with why it could not be opened, or without.
    void fail(const QString& path, const QString& message);
    void give_up() { end(false); }

  signals:
    /// Something is to be opened.
    void started();
    /// A file of a workspace is to be opened, by another one.
    void workspace_wanted(const QString& file);
    /// A dataset is in the session; is_new: its folder is not among the recent ones.
    void taken(bool is_new);
    /// The dataset to compare is open.
    void second_taken(const std::shared_ptr<const epochscope::Dataset>& dataset);
    /// A start ended, with a dataset or without.
    void finished(bool opened);

  private:
    /// A dataset, or the projections to choose from, or why there is neither.
    struct Opened {
        std::shared_ptr<const Dataset> dataset;
        QStringList projections = {};
        /// Whether the folder can be shown by pca_view too.
        bool offers_pca = false;
        /// Set if no format opens the folder.
        std::optional<UnknownPath> unknown = {};
    };

    struct Second {
        QString path;
        OpenOptions options;
    };

    void start(const QString& path, const OpenOptions& options);
    void read_folder();
    void show(QFileDialog& dialog, bool is_second = false);
    void take(const Outcome<Opened>& outcome);
    /// Tells why it waits on, and tries again a moment later.
    void wait(const QString& why);
    static Opened read(const QString& folder, const OpenOptions& options, const Job& job);
    void take(std::shared_ptr<const Dataset> dataset);
    void choose_projection(const Opened& opened);
    void refuse(const QString& path, const QString& message);
    /// Offers the path that was probably meant.
    void show_unknown(const QString& folder, const UnknownPath& path);
    QMessageBox* failure_box(const QString& folder, const QString& message);
    /// Nothing is being opened any more.
    void rest();
    void end(bool opened);

    QWidget& window_;
    Session& session_;
    StatusLine& status_;
    RecentFolders recent_;
    QString folder_;
    /// What it is opened with, and what was opened last.
    OpenOptions options_;
    OpenOptions taken_options_;
    OpenOptions second_options_;
    /// What is opened next, to be compared.
    std::optional<Second> next_second_;
    /// Whether it is opened to be compared.
    bool is_second_ = false;
    /// Whether it waits until the folder can be opened.
    bool waits_ = false;
    /// What was told of that.
    QString waiting_words_;
    QTimer again_;
    // Last: its thread ends before what it uses.
    Task<Opened> task_;
};

}  // namespace epochscope::app
