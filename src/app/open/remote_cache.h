#pragma once

#include "app/open/remote_download.h"

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

    /// What the server said of the file of an epoch; empty if there is none.
    [[nodiscard]] RemoteVersion version_of(std::int64_t epoch) const;

    /// Stores a PNG, complete or not at all, and its version. Returns the problem, or an empty
    /// string. Slow; any thread.
    [[nodiscard]] QString keep(std::int64_t epoch, const QByteArray& bytes,
                               const RemoteVersion& version) const;

  private:
    [[nodiscard]] QString version_file_of(std::int64_t epoch) const;

    QString folder_;
};

}  // namespace epochscope::app
