#include "app/project/project_plan.h"

#include "app/project/option_form.h"

#include <epochscope/io/recording.h>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace epochscope::app {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(epochscope::app::ProjectDialog)
};

QString problem_with_recording(const QString& folder) {
    if (folder.isEmpty()) return Words::tr("Choose the folder of a recording.");
    if (!QFileInfo::exists(folder)) return Words::tr("There is no folder %1.").arg(folder);
    if (!is_recording(folder.toStdString()))
        return Words::tr(
                   "%1 is not a recording: it needs dataset/labels.npy, and "
                   "epochs/epoch_<k>/embeddings.npy for each epoch.")
            .arg(folder);
    return {};
}

QString problem_with_map(const QString& folder) {
    if (folder.isEmpty()) return Words::tr("Choose the folder whose map places the samples.");
    if (!QFileInfo(folder).isDir()) return Words::tr("There is no folder %1.").arg(folder);
    return {};
}

QString problem_with_target(const QString& folder) {
    if (folder.isEmpty()) return Words::tr("Name a folder to write.");
    if (QDir::isRelativePath(folder))
        return Words::tr("Name the folder to write with its whole path.");
    const QFileInfo target(folder);
    if (target.exists() && !target.isDir()) return Words::tr("%1 already exists.").arg(folder);
    if (target.exists() && !QDir(folder).isEmpty(QDir::AllEntries | QDir::NoDotAndDotDot |
                                                 QDir::Hidden | QDir::System))
        return Words::tr("The folder %1 is not empty; name one that is not there yet.").arg(folder);
    const QFileInfo above(QFileInfo(QDir::cleanPath(folder)).absolutePath());
    if (!above.isDir()) return Words::tr("There is no folder %1.").arg(above.filePath());
    if (!above.isWritable())
        return Words::tr("Nothing can be written into %1.").arg(above.filePath());
    return {};
}

/// What is still to be filled in of a method.
QString problem_with_method(Method method) {
    for (const Option& option : options_of(method))
        if (std::holds_alternative<std::string*>(option.value) && text_of(option).empty())
            return Words::tr("Fill in: %1.").arg(translated(option.label));
    return {};
}

}  // namespace

QString problem_with(const ProjectRun& run, bool by_maps) {
    const QString recording = QString::fromStdString(run.recording.string());
    if (QString problem = problem_with_recording(recording); !problem.isEmpty()) return problem;
    QString problem = by_maps ? problem_with_map(QString::fromStdString(run.maps.string()))
                              : problem_with_method(run.options.method);
    if (!problem.isEmpty()) return problem;
    return problem_with_target(QString::fromStdString(run.target.string()));
}

QString suggested_target(const QString& recording, const QString& method) {
    if (recording.isEmpty()) return {};
    const QFileInfo run(QDir(QDir::cleanPath(recording)).absolutePath());
    const QString above = run.absolutePath();
    const QDir folder(QFileInfo(above).isWritable() ? above : QDir::homePath());
    const QString stem = run.isFile() ? run.completeBaseName() : run.fileName();
    const QString name = stem + '-' + method;
    QString free = name;
    for (int number = 2; folder.exists(free); ++number) free = name + '-' + QString::number(number);
    return folder.filePath(free);
}

}  // namespace epochscope::app
