#pragma once

#include "app/open/remote_limits.h"

#include <QByteArray>
#include <QMap>
#include <QObject>
#include <QSslSocket>
#include <QTimer>
#include <QUrl>

#include <memory>

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

/// Downloads one file within limits. Follows redirects to fetchable addresses, but not from https
/// to http. The destructor aborts. Speaks HTTP/1.0, which knows no pieces and no compression, so
/// that no more is taken from the network than is looked at: QNetworkReply tells nothing of a piece
/// of gigabytes until all of it is in memory.
class RemoteDownload : public QObject {
    Q_OBJECT

  public:
    /// `known` is the version that is there already.
    RemoteDownload(const QUrl& url, const RemoteVersion& known, const RemoteLimits& limits,
                   QObject* parent);
    ~RemoteDownload() override;

  signals:
    /// Emitted once.
    void finished(const RemoteAnswer& answer);

  private:
    struct Head {
        int status = 0;
        QByteArray reason;
        /// By names in lower case.
        QMap<QByteArray, QByteArray> fields;
    };

    void connect_to(const QUrl& url);
    void drop_socket();
    void ask();
    void take();
    /// Takes the head out of what came, once it is whole.
    void take_head();
    void heed_head();
    void follow(const QByteArray& location);
    /// The connection ended.
    void close();
    void succeed(RemoteAnswer answer);
    void fail(const QString& problem);

    RemoteVersion known_;
    RemoteLimits limits_;
    QUrl url_;
    int redirects_ = 0;
    std::unique_ptr<QSslSocket> socket_;
    std::unique_ptr<Head> head_;
    QByteArray bytes_;
    /// -1: not announced.
    qint64 announced_ = -1;
    QTimer stalled_;
    QTimer whole_;
    bool is_over_ = false;
};

}  // namespace epochscope::app
