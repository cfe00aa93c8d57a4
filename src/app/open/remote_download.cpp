#include "app/open/remote_download.h"

#include <QNetworkAccessManager>
#include <QNetworkRequest>

namespace epochscope::app {

namespace {

/// The read buffer of a reply.
constexpr qint64 read_buffer = qint64{1} << 20;

QNetworkRequest request_for(const QUrl& url) {
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    // No compression: a small reply must not unpack into a huge one.
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
    : QObject(parent), network_(network), limits_(limits) {
    stalled_.setSingleShot(true);
    stalled_.setInterval(limits.stalled_after);
    connect(&stalled_, &QTimer::timeout, this, [this] {
        fail(tr("no data arrived for %1 seconds").arg(limits_.stalled_after / 1000));
    });
    request(url);
}

RemoteDownload::~RemoteDownload() { abort(); }

void RemoteDownload::request(const QUrl& url) {
    bytes_.clear();
    reply_ = network_.get(request_for(url));
    reply_->setReadBufferSize(read_buffer);
    connect(reply_, &QNetworkReply::readyRead, this, &RemoteDownload::take);
    connect(reply_, &QNetworkReply::finished, this, &RemoteDownload::finish);
    stalled_.start();
}

void RemoteDownload::abort() {
    reply_->disconnect(this);
    reply_->abort();
    reply_->deleteLater();
}

bool RemoteDownload::follow_redirect() {
    const QVariant target = reply_->attribute(QNetworkRequest::RedirectionTargetAttribute);
    if (!target.isValid()) return false;
    const QUrl from = reply_->url();
    const QUrl to = from.resolved(target.toUrl());
    const bool less_safe = from.scheme() == "https" && to.scheme() != "https";
    if (!is_fetchable(to) || less_safe) {
        problem_ =
            tr("the server redirects to “%1”, which is not allowed").arg(to.toDisplayString());
        return false;
    }
    if (++redirects_ > limits_.redirects) {
        problem_ = tr("the server redirects more than %1 times").arg(limits_.redirects);
        return false;
    }
    abort();
    request(to);
    return true;
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
    if (problem_.isEmpty() && follow_redirect()) return;
    if (problem_.isEmpty()) take();
    if (!problem_.isEmpty()) bytes_.clear();
    stalled_.stop();
    emit finished(bytes_, problem_);
}

}  // namespace epochscope::app
