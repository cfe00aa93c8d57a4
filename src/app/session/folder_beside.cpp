#include "app/session/folder_beside.h"

#include <epochscope/model/dataset.h>

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

namespace epochscope::app {
namespace {

QString folder_beside(const Dataset& dataset) {
    if (dataset.path.empty()) return QDir::currentPath();
    return QFileInfo(QString::fromStdString(dataset.path)).absolutePath();
}

}  // namespace

QString new_file_beside(const Dataset& dataset, const QString& what, const QString& ending) {
    const QString stem =
        QStringLiteral("%1/%2-%3")
            .arg(folder_beside(dataset), QString::fromStdString(dataset.name), what);
    QString file = QStringLiteral("%1.%2").arg(stem, ending);
    for (int number = 2; QFileInfo::exists(file); ++number)
        file = QStringLiteral("%1-%2.%3").arg(stem).arg(number).arg(ending);
    return file;
}

QFileDialog& ask_where_to_save(QWidget& parent, const Dataset& dataset, const QString& title,
                               const QString& filter, const QString& end) {
    auto* dialog = new QFileDialog(&parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDirectory(folder_beside(dataset));
    dialog->setNameFilter(filter);
    dialog->setDefaultSuffix(QFileInfo(end).suffix());
    dialog->selectFile(QString::fromStdString(dataset.name) + end);
    dialog->open();
    return *dialog;
}

}  // namespace epochscope::app
