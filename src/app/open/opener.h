#pragma once

#include "app/open/recent_folders.h"
#include "app/tasks/task.h"

#include <epochscope/model/dataset.h>

#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>

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
    /// Says that this was not opened, and why.
    void refuse(const QString& path, const QString& message);
    /// Asks for a folder first.
    void ask();
    [[nodiscard]] RecentFolders& recent() { return recent_; }

  signals:
    /// A dataset is in the session; is_new: its folder is not among the recent ones.
    void taken(bool is_new);
    /// A start ended, with a dataset or without.
    void finished(bool opened);

  private:
    /// A dataset, or the projections to choose from.
    struct Opened {
        std::shared_ptr<const Dataset> dataset;
        QStringList projections;
        /// Whether the folder can be shown by pca_view too.
        bool offers_pca = false;
    };

    static Opened read(const QString& folder, const QString& projection, const Job& job);
    void take(std::shared_ptr<const Dataset> dataset);
    void choose_projection(const Opened& opened);
    void show_failure(const QString& folder, const QString& message);
    void end(bool opened);

    QWidget& window_;
    Session& session_;
    StatusLine& status_;
    RecentFolders recent_;
    QString folder_;
    // Last: its thread ends before what it uses.
    Task<Opened> task_;
};

}  // namespace epochscope::app
