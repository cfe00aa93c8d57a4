#include "app/open/remote_download.h"

#include <QNetworkAccessManager>
#include <QNetworkRequest>

namespace epochscope::app {

namespace {

/// How much of a reply may wait in memory before we take it.
constexpr qint64 read_buffer = qint64{1} << 20;

QNetworkRequest request_for(const QUrl& url, const RemoteLimits& limits) {
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::UserVerifiedRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setMaximumRedirectsAllowed(limits.redirects);
    // Pictures as they are: nothing small that unpacks into something huge.
    request.setRawHeader("Accept-Encoding", "identity");
    request.setRawHeader("Accept", "image/png");
    return request;
}

}  // namespace

bool is_fetchable(const QUrl& url) {
    const QString scheme = url.scheme();
    return url.isValid() && (scheme == "http" || scheme == "https") && !url.host().isEmpty() &&
           url.userInfo().isEmpty();
}

RemoteDownload::RemoteDownload(QNetworkAccessManager& network, const QUrl& url,
                               const RemoteLimits& limits, QObject* parent)
    : QObject(parent), limits_(limits), reply_(network.get(request_for(url, limits))) {
    reply_->setReadBufferSize(read_buffer);
    connect(reply_, &QNetworkReply::redirected, this, &RemoteDownload::check_redirect);
    connect(reply_, &QNetworkReply::readyRead, this, &RemoteDownload::take);
    connect(reply_, &QNetworkReply::finished, this, &RemoteDownload::finish);
    stalled_.setSingleShot(true);
    stalled_.setInterval(limits.stalled_after);
    connect(&stalled_, &QTimer::timeout, this,
            [this] { fail(tr("nothing came for %1 seconds").arg(limits_.stalled_after / 1000)); });
    stalled_.start();
}

RemoteDownload::~RemoteDownload() {
    reply_->disconnect(this);
    reply_->abort();
    reply_->deleteLater();
}

void RemoteDownload::check_redirect(const QUrl& to) {
    stalled_.start();
    const bool less_safe = reply_->url().scheme() == "https" && to.scheme() != "https";
    if (is_fetchable(to) && !less_safe)
        emit reply_->redirectAllowed();
    else
        fail(tr("the server sends us on to \u201c%1\u201d, which is not allowed")
                 .arg(to.toDisplayString()));
}

void RemoteDownload::take() {
    stalled_.start();
    const qint64 announced = reply_->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    if (announced > limits_.bytes || bytes_.size() + reply_->bytesAvailable() > limits_.bytes) {
        fail(tr("the file is larger than %1 MB").arg(limits_.bytes >> 20));
        return;
    }
    bytes_ += reply_->readAll();
}

void RemoteDownload::fail(const QString& problem) {
    if (problem_.isEmpty()) problem_ = problem;
    reply_->abort();
}

void RemoteDownload::finish() {
    stalled_.stop();
    if (problem_.isEmpty() && reply_->error() != QNetworkReply::NoError)
        problem_ = reply_->errorString();
    if (problem_.isEmpty()) take();
    if (!problem_.isEmpty()) bytes_.clear();
    stalled_.stop();
    emit finished(bytes_, problem_);
}

}  // namespace epochscope::app
