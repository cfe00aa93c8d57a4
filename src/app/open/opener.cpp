#include "app/open/opener.h"

#include "app/session.h"
#include "app/status_line.h"

#include <epochscope/opening/open_folder.h>

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QMessageBox>

#include <utility>

namespace epochscope::app {

Opener::Opener(QWidget& window, Session& session, StatusLine& status)
    : window_(window), session_(session), status_(status) {
    connect(&job_, &OpenJob::progressed, &status.opening(), &ProgressStrip::set_share);
    connect(&job_, &OpenJob::opened, this, &Opener::take);
    connect(&job_, &OpenJob::choice_needed, this, &Opener::choose_projection);
    connect(&job_, &OpenJob::failed, this, &Opener::tell_failure);
    connect(&job_, &OpenJob::cancelled, this, [this] { end(false); });
    connect(&status.opening(), &ProgressStrip::cancelled, &job_, &OpenJob::cancel);
    connect(&recent_, &RecentFolders::chosen, this, [this](const QString& f) { open(f); });
    connect(&recent_, &RecentFolders::missing, this, [this](const QString& folder) {
        tell_failure(folder, tr("The folder is not there any more; it was taken from the list."));
    });
}

void Opener::open(const QString& folder, const QString& projection) {
    const QString name = QFileInfo(QDir::cleanPath(folder)).fileName();
    status_.opening().start(tr("Opening %1…").arg(name));
    job_.start(folder, projection);
}

void Opener::ask() {
    auto* dialog = new QFileDialog(&window_, tr("Open a dataset folder or a recording"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    const QStringList recent = recent_.folders();
    if (!recent.isEmpty()) dialog->setDirectory(QFileInfo(recent.front()).absolutePath());
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& f) { open(f); });
    dialog->open();
}

void Opener::take(std::shared_ptr<const Dataset> dataset) {
    QStringList warnings;
    for (const std::string& warning : dataset->warnings)
        warnings << QString::fromStdString(warning);
    status_.set_warnings(warnings);
    recent_.add(QString::fromStdString(dataset->path));
    session_.set_dataset(std::move(dataset));
    end(true);
}

void Opener::choose_projection(const QString& folder, const QStringList& projections,
                               bool offers_pca) {
    status_.opening().stop();
    auto* dialog = new QInputDialog(&window_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Which projection?"));
    dialog->setLabelText(tr("This run has several projections:"));
    const QString pca = tr("Principal components of the recording, worked out now");
    dialog->setComboBoxItems(offers_pca ? projections + QStringList(pca) : projections);
    dialog->setOkButtonText(tr("Open"));
    dialog->setCancelButtonText(tr("Cancel"));
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, folder, pca, offers_pca](const QString& chosen) {
                open(folder, offers_pca && chosen == pca ? QString(pca_view) : chosen);
            });
    connect(dialog, &QDialog::rejected, this, [this] { end(false); });
    dialog->open();
}

void Opener::tell_failure(const QString& folder, const QString& message) {
    auto* box = new QMessageBox(&window_);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Warning);
    box->setWindowTitle(tr("Not opened"));
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("%1 could not be opened.").arg(QDir::toNativeSeparators(folder)));
    box->setInformativeText(message);
    box->addButton(tr("Close"), QMessageBox::RejectRole);
    box->open();
    end(false);
}

void Opener::end(bool opened) {
    status_.opening().stop();
    emit finished(opened);
}

}  // namespace epochscope::app
