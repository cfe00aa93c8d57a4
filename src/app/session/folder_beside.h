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

}  // namespace epochscope::app
