#pragma once

#include <epochscope/model/dataset.h>

#include <QFileInfo>
#include <QString>

namespace epochscope::app {

/// The folder that holds a dataset's own: where files made of it are offered to be saved. That
/// of the recording if the dataset is one.
[[nodiscard]] inline QString folder_beside(const Dataset& dataset) {
    return QFileInfo(QString::fromStdString(dataset.path)).absolutePath();
}

}  // namespace epochscope::app
