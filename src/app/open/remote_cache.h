#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>

namespace epochscope::app {

/// Where fetched backgrounds are kept: a folder for each template, a file for each epoch.
class RemoteCache {
  public:
    explicit RemoteCache(const QString& url_template);

    [[nodiscard]] QString file_of(std::int64_t epoch) const;
    [[nodiscard]] bool has(std::int64_t epoch) const;
    /// The same files as a template for open_background_files.
    [[nodiscard]] QString path_template() const;

    /// Keeps a picture if it is one, whole or not at all; why not, or an empty string. Slow, and
    /// safe on any thread.
    [[nodiscard]] QString keep(std::int64_t epoch, const QByteArray& bytes) const;

  private:
    QString folder_;
};

}  // namespace epochscope::app
