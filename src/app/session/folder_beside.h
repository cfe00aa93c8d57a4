#pragma once

#include <epochscope/model/dataset.h>

#include <QDir>
#include <QFileInfo>
#include <QString>

namespace epochscope::app {

/// The folder that holds a dataset's own: where files made of it are offered to be saved. The
/// current one if that is not known.
[[nodiscard]] inline QString folder_beside(const Dataset& dataset) {
    if (dataset.path.empty()) return QDir::currentPath();
    return QFileInfo(QString::fromStdString(dataset.path)).absolutePath();
}

/// A file in that folder that is not there yet, named after the dataset: "digits-list.csv", then
/// "digits-list-2.csv".
[[nodiscard]] inline QString new_file_beside(const Dataset& dataset, const QString& what,
                                             const QString& ending) {
    const QString stem =
        QStringLiteral("%1/%2-%3")
            .arg(folder_beside(dataset), QString::fromStdString(dataset.name), what);
    QString file = QStringLiteral("%1.%2").arg(stem, ending);
    for (int number = 2; QFileInfo::exists(file); ++number)
        file = QStringLiteral("%1-%2.%3").arg(stem).arg(number).arg(ending);
    return file;
}

}  // namespace epochscope::app
