#include "app/open/remote_cache.h"

#include "app/messages/message_words.h"

#include <epochscope/io/png.h>

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

#include <span>

namespace epochscope::app {

namespace {

/// The longest line of a version, in bytes.
constexpr qint64 longest_version = 4096;

/// Whether it can be read back, and sent to a server, as it is.
bool is_plain(const QByteArray& words) {
    return words.size() + 1 < longest_version &&
           std::ranges::none_of(words, [](char c) { return c >= 0 && c < ' '; });
}

bool is_written(QSaveFile& file, const QByteArray& bytes) {
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
}

}  // namespace

RemoteCache::RemoteCache(const QString& url_template) {
    const QByteArray hash =
        QCryptographicHash::hash(url_template.toUtf8(), QCryptographicHash::Sha256).toHex();
    folder_ = QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + "/backgrounds/" +
              QString::fromLatin1(hash);
}

QString RemoteCache::file_of(std::int64_t epoch) const {
    return folder_ + '/' + QString::number(epoch) + ".png";
}

bool RemoteCache::has(std::int64_t epoch) const { return QFileInfo(file_of(epoch)).isFile(); }

QString RemoteCache::path_template() const { return folder_ + "/${epoch}.png"; }

QString RemoteCache::version_file_of(std::int64_t epoch) const {
    return folder_ + '/' + QString::number(epoch) + ".version";
}

RemoteVersion RemoteCache::version_of(std::int64_t epoch) const {
    QFile file(version_file_of(epoch));
    if (!has(epoch) || !file.open(QIODevice::ReadOnly)) return {};
    return {.tag = file.readLine(longest_version).trimmed(),
            .modified = file.readLine(longest_version).trimmed()};
}

QString RemoteCache::keep(std::int64_t epoch, const QByteArray& bytes,
                          const RemoteVersion& version) const {
    try {
        const std::string where =
            QCoreApplication::translate("RemoteBackgrounds", "the fetched picture").toStdString();
        // Only to see that it can be shown.
        decode_png(std::span(reinterpret_cast<const std::uint8_t*>(bytes.constData()),
                             static_cast<std::size_t>(bytes.size())),
                   where);
    } catch (const std::exception& error) {
        return message_words(error.what());
    }
    QDir().mkpath(folder_);
    // The old version must not be taken for the new picture's.
    QFile::remove(version_file_of(epoch));
    QSaveFile file(file_of(epoch));
    if (is_written(file, bytes)) {
        QSaveFile said(version_file_of(epoch));
        // Without it the picture is fetched anew the next time.
        if (is_plain(version.tag) && is_plain(version.modified))
            static_cast<void>(is_written(said, version.tag + '\n' + version.modified + '\n'));
        return {};
    }
    return QCoreApplication::translate("RemoteBackgrounds", "%1 cannot be written: %2")
        .arg(file.fileName(), file.errorString());
}

}  // namespace epochscope::app
