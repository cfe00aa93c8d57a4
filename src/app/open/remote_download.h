#pragma once

#include "app/open/remote_limits.h"

#include <QByteArray>
#include <QNetworkReply>
#include <QObject>
#include <QTimer>
#include <QUrl>

class QNetworkAccessManager;

namespace epochscope::app {

/// Whether an address may be fetched: http or https with a host, without user or password.
bool is_fetchable(const QUrl& url);

/// Downloads one file within limits. Follows redirects to fetchable addresses, but not from https
/// to http. The destructor aborts.
class RemoteDownload : public QObject {
    Q_OBJECT

  public:
    RemoteDownload(QNetworkAccessManager& network, const QUrl& url, const RemoteLimits& limits,
                   QObject* parent);
    ~RemoteDownload() override;

  signals:
    /// Emitted once, with the file or the problem.
    void finished(const QByteArray& bytes, const QString& problem);

  private:
    void request(const QUrl& url);
    void abort();
    /// Whether it follows a redirect; sets problem_ if that is not allowed.
    bool follow_redirect();
    void take();
    void fail(const QString& problem);
    void finish();

    QNetworkAccessManager& network_;
    RemoteLimits limits_;
    int redirects_ = 0;
    QByteArray bytes_;
    QString problem_;
    QTimer stalled_;
    QNetworkReply* reply_ = nullptr;
};

}  // namespace epochscope::app
