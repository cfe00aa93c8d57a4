#pragma once

#include "app/open/open_job.h"
#include "app/open/recent_folders.h"

#include <QObject>

namespace epochscope::app {

class Session;
class StatusLine;

/// Everything between the wish to open a folder and the session that has it: asks, shows how far it
/// is, and tells what went wrong. Nothing it shows blocks.
class Opener : public QObject {
    Q_OBJECT

  public:
    Opener(QWidget& window, Session& session, StatusLine& status);

    void open(const QString& folder, const QString& projection = {});
    /// Asks for a folder first.
    void ask();
    [[nodiscard]] RecentFolders& recent() { return recent_; }

  signals:
    /// An opening ended, well or not.
    void finished(bool opened);

  private:
    void take(std::shared_ptr<const Dataset> dataset);
    void choose_projection(const QString& folder, const QStringList& projections, bool offers_pca);
    void tell_failure(const QString& folder, const QString& message);
    void end(bool opened);

    QWidget& window_;
    Session& session_;
    StatusLine& status_;
    OpenJob job_;
    RecentFolders recent_;
};

}  // namespace epochscope::app
