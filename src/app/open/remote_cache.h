#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>

namespace epochscope::app {

/// The cache of fetched backgrounds: a folder for each template, a file for each epoch.
class RemoteCache {
  public:
    explicit RemoteCache(const QString& url_template);

    [[nodiscard]] QString file_of(std::int64_t epoch) const;
    [[nodiscard]] bool has(std::int64_t epoch) const;
    /// The same files as a template for open_background_files.
    [[nodiscard]] QString path_template() const;

    /// Stores a PNG, complete or not at all. Returns the problem, or an empty string. Slow; any
    /// thread.
    [[nodiscard]] QString keep(std::int64_t epoch, const QByteArray& bytes) const;

  private:
    QString folder_;
};

}  // namespace epochscope::app
