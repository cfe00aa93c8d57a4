#include "app/open/remote_download.h"

#include <utility>

namespace epochscope::app {

namespace {

/// What is taken from the network before it is looked at, and the longest head.
constexpr qint64 read_buffer = qint64{1} << 16;
constexpr qsizetype longest_head = qsizetype{1} << 16;
constexpr const char* end_of_head = "\r\n\r\n";

/// The host as a request names it, with the port where it is unusual.
QByteArray host_of(const QUrl& url) {
    QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':')) host = '[' + host + ']';
    return url.port() < 0 ? host : host + ':' + QByteArray::number(url.port());
}

QByteArray target_of(const QUrl& url) {
    const QByteArray path = url.path(QUrl::FullyEncoded).toLatin1();
    const QByteArray query = url.query(QUrl::FullyEncoded).toLatin1();
    return (path.isEmpty() ? "/" : path) + (query.isEmpty() ? query : '?' + query);
}

QByteArray request_for(const QUrl& url, const RemoteVersion& known) {
    QByteArray request = "GET " + target_of(url) + " HTTP/1.0\r\nHost: " + host_of(url) +
                         "\r\nAccept: image/png\r\nAccept-Encoding: identity"
                         "\r\nCache-Control: no-cache\r\nConnection: close";
    if (!known.tag.isEmpty()) request += "\r\nIf-None-Match: " + known.tag;
    if (!known.modified.isEmpty()) request += "\r\nIf-Modified-Since: " + known.modified;
    return request + end_of_head;
}

bool is_redirect(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

}  // namespace

bool is_fetchable(const QUrl& url) {
    const QString scheme = url.scheme();
    return url.isValid() && (scheme == "http" || scheme == "https") && !url.host().isEmpty() &&
           url.userInfo().isEmpty();
}

RemoteDownload::RemoteDownload(const QUrl& url, const RemoteVersion& known,
                               const RemoteLimits& limits, QObject* parent)
    : QObject(parent), known_(known), limits_(limits) {
    for (QTimer* timer : {&stalled_, &whole_}) timer->setSingleShot(true);
    connect(&stalled_, &QTimer::timeout, this, [this] {
        fail(tr("no data arrived for %1 seconds").arg(limits_.stalled_after / 1000));
    });
    connect(&whole_, &QTimer::timeout, this, [this] {
        fail(tr("the file did not come whole within %1 seconds").arg(limits_.whole_within / 1000));
    });
    whole_.start(limits.whole_within);
    connect_to(url);
}

RemoteDownload::~RemoteDownload() { drop_socket(); }

void RemoteDownload::connect_to(const QUrl& url) {
    drop_socket();
    url_ = url;
    head_.reset();
    bytes_.clear();
    announced_ = -1;
    socket_ = std::make_unique<QSslSocket>();
    socket_->setReadBufferSize(read_buffer);
    connect(socket_.get(), &QSslSocket::readyRead, this, &RemoteDownload::take);
    connect(socket_.get(), &QSslSocket::disconnected, this, &RemoteDownload::close);
    connect(socket_.get(), &QSslSocket::errorOccurred, this,
            [this](QAbstractSocket::SocketError error) {
                if (error != QAbstractSocket::RemoteHostClosedError) fail(socket_->errorString());
            });
    stalled_.start(limits_.stalled_after);
    if (url.scheme() == "https") {
        connect(socket_.get(), &QSslSocket::encrypted, this, &RemoteDownload::ask);
        socket_->connectToHostEncrypted(url.host(), static_cast<quint16>(url.port(443)));
    } else {
        connect(socket_.get(), &QSslSocket::connected, this, &RemoteDownload::ask);
        socket_->connectToHost(url.host(), static_cast<quint16>(url.port(80)));
    }
}

void RemoteDownload::drop_socket() {
    if (!socket_) return;
    socket_->disconnect(this);
    socket_->abort();
    // It may be the one that calls.
    socket_.release()->deleteLater();
}

void RemoteDownload::ask() { socket_->write(request_for(url_, known_)); }

void RemoteDownload::take() {
    stalled_.start(limits_.stalled_after);
    while (!is_over_ && socket_->bytesAvailable() > 0) {
        bytes_ += socket_->read(read_buffer);
        if (!head_) take_head();
        if (is_over_ || !head_) continue;
        if (bytes_.size() > limits_.bytes)
            fail(tr("the file is larger than %1 MB").arg(limits_.bytes >> 20));
        else if (announced_ >= 0 && bytes_.size() >= announced_)
            close();
    }
}

void RemoteDownload::take_head() {
    const qsizetype end = bytes_.indexOf(end_of_head);
    if (end > longest_head || (end < 0 && bytes_.size() > longest_head))
        return fail(tr("the server does not answer as one for web pages does"));
    if (end < 0) return;
    Head head;
    const QList<QByteArray> lines = bytes_.left(end).split('\n');
    const QByteArray first = lines.front().trimmed();
    if (first.startsWith("HTTP/1.")) head.status = first.mid(9, 3).toInt();
    head.reason = first.mid(13);
    for (const QByteArray& line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            head.fields[line.left(colon).trimmed().toLower()] = line.mid(colon + 1).trimmed();
    }
    bytes_.remove(0, end + static_cast<qsizetype>(qstrlen(end_of_head)));
    head_ = std::make_unique<Head>(std::move(head));
    heed_head();
}

void RemoteDownload::heed_head() {
    const Head& head = *head_;
    if (head.status == 304 && !(known_.tag.isEmpty() && known_.modified.isEmpty()))
        return succeed({.problem = {}, .bytes = {}, .version = known_, .is_unchanged = true});
    if (is_redirect(head.status)) return follow(head.fields["location"]);
    if (head.status != 200)
        return fail(tr("the server answers “%1 %2”")
                        .arg(head.status)
                        .arg(QString::fromUtf8(head.reason.left(200))));
    for (const char* const field : {"transfer-encoding", "content-encoding"}) {
        const QByteArray encoding = head.fields.value(field, "identity");
        if (encoding != "identity")
            return fail(tr("the server sends the file as “%1”, which was not asked for")
                            .arg(QString::fromUtf8(encoding.left(200))));
    }
    if (!head.fields.contains("content-length")) return;
    bool is_number = false;
    announced_ = head.fields["content-length"].toLongLong(&is_number);
    if (!is_number || announced_ < 0)
        return fail(tr("the server does not answer as one for web pages does"));
    if (announced_ > limits_.bytes)
        fail(tr("the file is larger than %1 MB").arg(limits_.bytes >> 20));
}

void RemoteDownload::follow(const QByteArray& location) {
    const QUrl to = url_.resolved(QUrl::fromEncoded(location, QUrl::StrictMode));
    const bool less_safe = url_.scheme() == "https" && to.scheme() != "https";
    if (location.isEmpty() || !is_fetchable(to) || less_safe)
        return fail(
            tr("the server redirects to “%1”, which is not allowed").arg(to.toDisplayString()));
    if (++redirects_ > limits_.redirects)
        return fail(tr("the server redirects more than %1 times").arg(limits_.redirects));
    connect_to(to);
}

void RemoteDownload::close() {
    if (!head_ || (announced_ >= 0 && bytes_.size() < announced_))
        return fail(tr("the connection ended before the file was whole"));
    if (announced_ >= 0) bytes_.truncate(announced_);
    succeed({.problem = {},
             .bytes = std::exchange(bytes_, {}),
             .version = {head_->fields["etag"], head_->fields["last-modified"]}});
}

void RemoteDownload::succeed(RemoteAnswer answer) {
    if (std::exchange(is_over_, true)) return;
    stalled_.stop();
    whole_.stop();
    drop_socket();
    emit finished(answer);
}

void RemoteDownload::fail(const QString& problem) {
    succeed({.problem = problem, .bytes = {}, .version = {}});
}

}  // namespace epochscope::app
