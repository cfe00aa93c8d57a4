#include "app/open/opener.h"

#include "app/session/session.h"
#include "app/widgets/progress_strip.h"
#include "app/widgets/status_line.h"

#include <epochscope/opening/open_folder.h>

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QMessageBox>

#include <filesystem>
#include <string>
#include <utility>

namespace epochscope::app {

Opener::Opener(QWidget& window, Session& session, StatusLine& status)
    : window_(window),
      session_(session),
      status_(status),
      task_(
          [this](const Outcome<Opened>& outcome) {
              if (!outcome.result) return show_failure(folder_, outcome.problem);
              if (!outcome.result->dataset) return choose_projection(*outcome.result);
              take(outcome.result->dataset);
          },
          [this](double fraction) { status_.opening().set_fraction(fraction); }) {
    connect(&status.opening(), &ProgressStrip::cancelled, this, [this] {
        if (!task_.is_running()) return;
        task_.drop();
        end(false);
    });
    connect(&recent_, &RecentFolders::chosen, this, [this](const QString& f) { open(f); });
    connect(&recent_, &RecentFolders::missing, this, [this](const QString& folder) {
        show_failure(folder, tr("The folder no longer exists; it was removed from the list."));
    });
}

void Opener::open(const QString& folder, const QString& projection) {
    const QString name = QFileInfo(QDir::cleanPath(folder)).fileName();
    status_.opening().start(tr("Opening %1…").arg(name));
    folder_ = folder;
    task_.start([folder, projection](const Job& job) { return read(folder, projection, job); });
}

Opener::Opened Opener::read(const QString& folder, const QString& projection, const Job& job) {
    const std::filesystem::path path(folder.toStdString());
    const ViewChoices found = choices_of(path);
    if (!projection.isEmpty() || !found.needed())
        return {std::make_shared<const Dataset>(open_folder(path, {projection.toStdString()}, job)),
                {},
                false};
    Opened opened{nullptr, {}, found.offers_pca};
    for (const std::string& name : found.projections)
        opened.projections << QString::fromStdString(name);
    return opened;
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
    const QString path = QString::fromStdString(dataset->path);
    const bool is_new = !recent_.folders().contains(path);
    recent_.add(path);
    session_.set_dataset(std::move(dataset));
    emit taken(is_new);
    end(true);
}

void Opener::choose_projection(const Opened& opened) {
    status_.opening().stop();
    auto* dialog = new QInputDialog(&window_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Choose a projection"));
    dialog->setLabelText(tr("This run has several projections:"));
    const QString pca = tr("Principal components of the recording, computed now");
    dialog->setComboBoxItems(opened.offers_pca ? opened.projections + QStringList(pca)
                                               : opened.projections);
    dialog->setOkButtonText(tr("Open"));
    dialog->setCancelButtonText(tr("Cancel"));
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, folder = folder_, pca, offers_pca = opened.offers_pca](const QString& chosen) {
                open(folder, offers_pca && chosen == pca ? QString(pca_view) : chosen);
            });
    connect(dialog, &QDialog::rejected, this, [this] { end(false); });
    dialog->open();
}

void Opener::show_failure(const QString& folder, const QString& message) {
    refuse(folder, message);
    end(false);
}

void Opener::refuse(const QString& path, const QString& message) {
    auto* box = new QMessageBox(&window_);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Warning);
    box->setWindowTitle(tr("Not opened"));
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("%1 could not be opened.").arg(QDir::toNativeSeparators(path)));
    box->setInformativeText(message);
    box->addButton(tr("Close"), QMessageBox::RejectRole);
    box->open();
}

void Opener::end(bool opened) {
    status_.opening().stop();
    emit finished(opened);
}

}  // namespace epochscope::app
