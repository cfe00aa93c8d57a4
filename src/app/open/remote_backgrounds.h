#pragma once

#include <epochscope/model/background.h>

#include <QObject>
#include <QString>

#include <memory>

namespace epochscope::app {

class Session;

/// Fetches backgrounds from a URL template with `${epoch}` into the cache on disk (http and https;
/// each at most 32 MB), telling how far it is, and hands them to the session as files when all were
/// tried. Only ever started by the user.
class RemoteBackgrounds : public QObject {
    Q_OBJECT

  public:
    explicit RemoteBackgrounds(Session& session, QObject* parent = nullptr);
    ~RemoteBackgrounds() override;

    /// Why a template cannot be used, or an empty string.
    static QString problem_with(const QString& url_template);

    void start(const QString& url_template);
    void cancel();
    [[nodiscard]] bool is_running() const;

  signals:
    void progressed(int done, int total);
    /// `message` says how many came and, if not all, why the first did not.
    void finished(const QString& message);

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace epochscope::app
