#include "app/session/path_files.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

#include <utility>

namespace epochscope::app {

QString name_of_path(const QString& path) {
    return QString::fromLatin1(
        QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha1).toHex());
}

PathFiles::PathFiles(QString folder, QString ending)
    : folder_(std::move(folder)), ending_(std::move(ending)) {}

QString PathFiles::of(const QString& path) const {
    return folder_ + '/' + name_of_path(path) + ending_;
}

void PathFiles::keep_only(const QStringList& paths) const {
    QStringList kept;
    for (const QString& path : paths) kept << QFileInfo(of(path)).fileName();
    QDir folder(folder_);
    folder.mkpath(QStringLiteral("."));
    for (const QString& name : folder.entryList({'*' + ending_}, QDir::Files))
        if (!kept.contains(name)) folder.remove(name);
}

}  // namespace epochscope::app
