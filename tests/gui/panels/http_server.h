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

    /// How often each path was asked for.
    [[nodiscard]] int count(const QString& path) const { return counts_.value(path); }
    [[nodiscard]] int total() const;
    /// The most connections open at the same time.
    [[nodiscard]] int most_open() const { return most_open_; }

  private:
    void accept();
    void read(QTcpSocket& socket);

    QTcpServer server_;
    QMap<QString, Answer> answers_;
    QMap<QString, int> counts_;
    int open_ = 0;
    int most_open_ = 0;
};

}  // namespace epochscope::tests
