#include "http_server.h"

#include <numeric>

namespace epochscope::tests {

HttpServer::HttpServer() {
    if (!server_.listen(QHostAddress::LocalHost)) throw std::runtime_error("no loopback");
    connect(&server_, &QTcpServer::newConnection, this, &HttpServer::accept);
}

QString HttpServer::address(const QString& path) const {
    return QString("http://127.0.0.1:%1%2").arg(server_.serverPort()).arg(path);
}

void HttpServer::answer(const QString& path, const QByteArray& head, const QByteArray& body) {
    answers_[path] = [head, body](QTcpSocket& socket) {
        socket.write("HTTP/1.1 " + head + "\r\nConnection: close\r\n\r\n" + body);
        socket.disconnectFromHost();
    };
}

void HttpServer::answer_with_file(const QString& path, const QByteArray& body) {
    answer(path, "200 OK\r\nContent-Length: " + QByteArray::number(body.size()), body);
}

void HttpServer::answer_with_version(const QString& path, const QByteArray& body,
                                     const QByteArray& version, const QByteArray& condition) {
    answers_[path] = [=](QTcpSocket& socket) {
        const bool is_known = socket.property("request").toByteArray().contains(condition);
        socket.write(is_known ? "HTTP/1.1 304 Not Modified\r\n"
                              : "HTTP/1.1 200 OK\r\nContent-Length: " +
                                    QByteArray::number(body.size()) + "\r\n");
        socket.write(version + "\r\nConnection: close\r\n\r\n");
        if (!is_known) socket.write(body);
        socket.disconnectFromHost();
    };
}

int HttpServer::total() const { return std::accumulate(counts_.begin(), counts_.end(), 0); }

void HttpServer::accept() {
    while (QTcpSocket* socket = server_.nextPendingConnection()) {
        most_open_ = std::max(most_open_, ++open_);
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            --open_;
            socket->deleteLater();
        });
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
    }
}

void HttpServer::read(QTcpSocket& socket) {
    QByteArray request = socket.property("request").toByteArray() + socket.readAll();
    socket.setProperty("request", request);
    if (!request.endsWith("\r\n\r\n")) return;
    const QString path = QString::fromLatin1(request.split(' ').value(1));
    ++counts_[path];
    requests_[path] = request;
    const auto found = answers_.constFind(path);
    if (found != answers_.constEnd()) {
        (*found)(socket);
    } else {
        socket.write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        socket.disconnectFromHost();
    }
}

}  // namespace epochscope::tests
