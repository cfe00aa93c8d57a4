#pragma once

#include <QMap>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>

namespace epochscope::tests {

/// A server on loopback that answers each path with the bytes given for it, or lets a function
/// answer. Closes after each answer.
class HttpServer : public QObject {
  public:
    using Answer = std::function<void(QTcpSocket&)>;

    HttpServer();

    [[nodiscard]] QString address(const QString& path) const;
    void answer(const QString& path, const QByteArray& head, const QByteArray& body = {});
    void answer_by(const QString& path, Answer answer) { answers_[path] = std::move(answer); }
    void answer_with_file(const QString& path, const QByteArray& body);
    /// Answers with the file and this version (a field of the head, `ETag: "1"`), or says that it
    /// has not changed if `condition` is among the fields of the request.
    void answer_with_version(const QString& path, const QByteArray& body, const QByteArray& version,
                             const QByteArray& condition);

    /// How often each path was asked for.
    [[nodiscard]] int count(const QString& path) const { return counts_.value(path); }
    /// The last request for a path, with its head.
    [[nodiscard]] QByteArray request(const QString& path) const { return requests_.value(path); }
    [[nodiscard]] int total() const;
    /// The most connections open at the same time.
    [[nodiscard]] int most_open() const { return most_open_; }

  private:
    void accept();
    void read(QTcpSocket& socket);

    QTcpServer server_;
    QMap<QString, Answer> answers_;
    QMap<QString, int> counts_;
    QMap<QString, QByteArray> requests_;
    int open_ = 0;
    int most_open_ = 0;
};

}  // namespace epochscope::tests
