#pragma once

#include "app/open/remote_limits.h"

#include <epochscope/model/background.h>

#include <QObject>
#include <QString>

#include <memory>

namespace epochscope::app {

class Session;

/// Fetches backgrounds from a URL template with `${epoch}` into the cache on disk (http and https;
/// each at most 32 MB), telling how far it is, and hands them to the session as files when all were
/// tried, with the orientation found again. What is in the cache already is not fetched again. Only
/// ever started by the user; opening another dataset cancels.
class RemoteBackgrounds : public QObject {
    Q_OBJECT

  public:
    explicit RemoteBackgrounds(Session& session, QObject* parent = nullptr);
    RemoteBackgrounds(Session& session, const RemoteLimits& limits, QObject* parent = nullptr);
    ~RemoteBackgrounds() override;

    /// Why a template cannot be used, or an empty string.
    static QString problem_with(const QString& url_template);

    /// Drops what runs. A template that cannot be used ends at once, with the reason.
    void start(const QString& url_template);
    /// Keeps in the cache what came; the session stays as it is.
    void cancel();
    [[nodiscard]] bool is_running() const;

  signals:
    void progressed(int done, int total);
    /// `message` says how many came and, if not all, why the first did not. Not told of a run that
    /// a newer one replaced.
    void finished(const QString& message);

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace epochscope::app
