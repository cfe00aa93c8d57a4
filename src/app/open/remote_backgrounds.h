#pragma once

#include "app/open/remote_limits.h"

#include <epochscope/model/background.h>

#include <QObject>
#include <QString>

#include <memory>

namespace epochscope::app {

class Session;

/// Fetches backgrounds from a URL template with `${epoch}` into the cache on disk (http and https,
/// each at most 32 MB), then hands them to the session as files. A file that is there is asked
/// about and fetched again if the server has another; where it cannot be asked, the one that is
/// there is shown, and the message says so. Opening another dataset cancels.
class RemoteBackgrounds : public QObject {
    Q_OBJECT

  public:
    explicit RemoteBackgrounds(Session& session, QObject* parent = nullptr);
    RemoteBackgrounds(Session& session, const RemoteLimits& limits, QObject* parent = nullptr);
    ~RemoteBackgrounds() override;

    /// Why a template is not valid; empty if it is.
    static QString problem_with(const QString& url_template);

    /// Replaces the current run. Finishes at once if the template is not valid.
    void start(const QString& url_template);
    /// The cache keeps the fetched files; the session stays as it is.
    void cancel();
    [[nodiscard]] bool is_running() const;

  signals:
    void progressed(int done, int total);
    /// `message` says how many were fetched and, if not all, the first problem. Not emitted for a
    /// replaced run.
    void finished(const QString& message);

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace epochscope::app
