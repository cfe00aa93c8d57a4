#pragma once

#include "app/open/remote_limits.h"

#include <QByteArray>
#include <QNetworkReply>
#include <QObject>
#include <QTimer>
#include <QUrl>

class QNetworkAccessManager;

namespace epochscope::app {

/// Whether an address may be asked: http or https with a host, and no user or password in it.
bool is_fetchable(const QUrl& url);

/// One file from a server, within limits. Redirects go to fetchable addresses only, and never from
/// https to http. Deleting it gives it up.
class RemoteDownload : public QObject {
    Q_OBJECT

  public:
    RemoteDownload(QNetworkAccessManager& network, const QUrl& url, const RemoteLimits& limits,
                   QObject* parent);
    ~RemoteDownload() override;

  signals:
    /// Once: the file, or why it did not come.
    void finished(const QByteArray& bytes, const QString& problem);

  private:
    void ask(const QUrl& url);
    void let_go();
    /// Whether the reply sent us on and we go; problem_ where we must not.
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
