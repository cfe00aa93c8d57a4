#pragma once

#include "app/open/remote_limits.h"

#include <QByteArray>
#include <QObject>
#include <QUrl>

#include <thread>

namespace epochscope::app {

/// Whether an address may be fetched: http or https with a host, without user or password.
bool is_fetchable(const QUrl& url);

/// What a server said of a file, by which it tells later whether it is still the same; empty:
/// nothing.
struct RemoteVersion {
    /// ETag and Last-Modified, as they came.
    QByteArray tag;
    QByteArray modified;
};

struct RemoteAnswer {
    /// Why there is no file; empty if there is one.
    QString problem;
    QByteArray bytes;
    RemoteVersion version;
    /// The file is still that of the version that was asked about; no bytes came.
    bool is_unchanged = false;
};

/// Downloads one file within limits, by libcurl on a thread of its own: QNetworkReply tells nothing
/// of a piece of gigabytes until all of it is in memory. Follows redirects to fetchable addresses,
/// but not from https to http. The destructor aborts.
class RemoteDownload : public QObject {
    Q_OBJECT

  public:
    /// `known` is the version that is there already.
    RemoteDownload(const QUrl& url, const RemoteVersion& known, const RemoteLimits& limits,
                   QObject* parent);
    ~RemoteDownload() override;

  signals:
    /// Emitted once, on the thread of the object.
    void finished(const RemoteAnswer& answer);

  private:
    std::jthread thread_;
};

}  // namespace epochscope::app
