#include "app/open/opener.h"

#include "app/messages/message_words.h"
#include "app/open/unknown_path_words.h"
#include "app/session/session.h"
#include "app/widgets/progress_strip.h"
#include "app/widgets/status_line.h"

#include <epochscope/export/workspace.h>
#include <epochscope/opening/open_folder.h>

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>

#include <chrono>
#include <filesystem>
#include <string>
#include <utility>

namespace epochscope::app {

using namespace std::chrono_literals;

Opener::Opener(QWidget& window, Session& session, StatusLine& status)
    : window_(window),
      session_(session),
      status_(status),
      task_([this](const Outcome<Opened>& outcome) { take(outcome); },
            [this](double fraction) {
                if (!waits_) status_.opening().set_fraction(fraction);
            }) {
    again_.setSingleShot(true);
    again_.setInterval(500ms);
    connect(&again_, &QTimer::timeout, this, &Opener::read_folder);
    connect(&status.opening(), &ProgressStrip::cancelled, this, [this] {
        if (!task_.is_running() && !again_.isActive()) return;
        task_.drop();
        end(false);
    });
    connect(&recent_, &RecentFolders::chosen, this, [this](const QString& f) { open(f); });
    connect(&recent_, &RecentFolders::missing, this, [this](const QString& folder) {
        fail(folder, tr("The folder no longer exists; it was removed from the list."));
    });
}

void Opener::open(const QString& folder, const QString& projection) {
    next_second_.reset();
    open_with(folder, {.projection = projection.toStdString()});
}

void Opener::open_with(const QString& path, const OpenOptions& options) {
    emit started();
    is_second_ = false;
    if (!is_workspace(path.toStdString())) return start(path, options);
    task_.drop();
    again_.stop();
    status_.opening().stop();
    emit workspace_wanted(path);
}

void Opener::open_second(const QString& path, const OpenOptions& options) {
    if (!session_.dataset()) return open_with(path, options);
    if (is_workspace(path.toStdString()))
        return refuse(path,
                      tr("A workspace is no dataset: compare with the folder that it opens."));
    is_second_ = true;
    start(path, options);
}

void Opener::open_both(const QString& first, const QString& second, const OpenOptions& options) {
    open_with(first, options);
    next_second_ = Second{second, options};
}

void Opener::start(const QString& folder, const OpenOptions& options) {
    const QString name = QFileInfo(QDir::cleanPath(folder)).fileName();
    status_.opening().start(tr("Opening %1…").arg(name));
    folder_ = folder;
    options_ = options;
    waits_ = false;
    read_folder();
}

void Opener::wait_for(const QString& folder, const OpenOptions& options) {
    open_with(folder, options);
    waits_ = true;
}

void Opener::read_folder() {
    again_.stop();
    task_.start([folder = folder_, options = options_](const Job& job) {
        return read(folder, options, job);
    });
}

void Opener::take(const Outcome<Opened>& outcome) {
    if (waits_ && !outcome.result) return wait(outcome.problem);
    if (!outcome.result) return fail(folder_, outcome.problem);
    const Opened& opened = *outcome.result;
    if (waits_ && opened.unknown) return wait({});
    if (opened.unknown) return show_unknown(folder_, *opened.unknown);
    if (!opened.dataset) return choose_projection(opened);
    take(opened.dataset);
}

void Opener::wait(const QString& why) {
    const QString name = QFileInfo(QDir::cleanPath(folder_)).fileName();
    QString words = tr("Waiting for the first epoch of %1").arg(name);
    if (!why.isEmpty() && QFileInfo::exists(folder_)) words = tr("%1: %2").arg(words, why);
    if (std::exchange(waiting_words_, words) != words) status_.opening().start(words);
    again_.start();
}

Opener::Opened Opener::read(const QString& folder, const OpenOptions& options, const Job& job) {
    const std::filesystem::path path(folder.toStdString());
    const ViewChoices found = choices_of(path);
    if (options.projection.empty() && found.needed()) {
        Opened opened{.dataset = nullptr, .offers_pca = found.offers_pca};
        for (const std::string& name : found.projections)
            opened.projections << QString::fromStdString(name);
        return opened;
    }
    try {
        return {.dataset = std::make_shared<const Dataset>(open_folder(path, options, job))};
    } catch (const UnknownFormat& error) {
        return {.dataset = nullptr, .unknown = error.path()};
    }
}

void Opener::ask() {
    auto* dialog = new QFileDialog(&window_, tr("Open a dataset folder or a recording"));
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    show(*dialog);
}

void Opener::ask_for_second() {
    auto* dialog = new QFileDialog(&window_, tr("Compare with a dataset folder or a recording"));
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    show(*dialog, true);
}

void Opener::ask_for_file() {
    auto* dialog =
        new QFileDialog(&window_, tr("Open features, a table of positions or a workspace"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Features and tables (*.npy *.npz *.csv *.tsv *.jsonl *.json)"),
                            tr("Workspaces (*.epochscope)"), tr("All files (*)")});
    show(*dialog);
}

void Opener::show(QFileDialog& dialog, bool is_second) {
    dialog.setAttribute(Qt::WA_DeleteOnClose);
    const QStringList recent = recent_.folders();
    if (!recent.isEmpty()) dialog.setDirectory(QFileInfo(recent.front()).absolutePath());
    connect(&dialog, &QFileDialog::fileSelected, this,
            [this, is_second](const QString& path) { is_second ? open_second(path) : open(path); });
    dialog.open();
}

void Opener::open_dropped(const QList<QUrl>& urls) {
    const QString path = urls.front().toLocalFile();
    if (urls.size() == 1 && !path.isEmpty()) return open(path);
    refuse(tr("What was dropped"),
           urls.size() > 1 ? tr("Drop one folder or file at a time.")
                           : tr("Only files and folders of this computer can be dropped."));
}

void Opener::take(std::shared_ptr<const Dataset> dataset) {
    if (is_second_) {
        second_options_ = options_;
        // The first stays the one before all.
        recent_.add(QString::fromStdString(dataset->path));
        recent_.add(QString::fromStdString(session_.dataset()->path));
        emit second_taken(dataset);
        return end(true);
    }
    taken_options_ = options_;
    const QString path = QString::fromStdString(dataset->path);
    const bool is_new = !recent_.folders().contains(path);
    recent_.add(path);
    session_.set_dataset(std::move(dataset));
    tell_warnings();
    rest();
    // May begin to open a second.
    emit taken(is_new);
    if (const auto next = std::exchange(next_second_, std::nullopt))
        open_second(next->path, next->options);
    emit finished(true);
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
            [this, folder = folder_, options = options_, pca, is_second = is_second_,
             offers_pca = opened.offers_pca](const QString& chosen) {
                OpenOptions choice = options;
                choice.projection = offers_pca && chosen == pca ? pca_view : chosen.toStdString();
                is_second_ = is_second;
                start(folder, choice);
            });
    connect(dialog, &QDialog::rejected, this, [this] { end(false); });
    dialog->open();
}

QMessageBox* Opener::failure_box(const QString& path, const QString& message) {
    auto* box = new QMessageBox(&window_);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Warning);
    box->setWindowTitle(tr("Not opened"));
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("%1 could not be opened.").arg(QDir::toNativeSeparators(path)));
    box->setInformativeText(message);
    box->addButton(tr("Close"), QMessageBox::RejectRole);
    return box;
}

void Opener::refuse(const QString& path, const QString& message) {
    failure_box(path, message)->open();
}

void Opener::fail(const QString& path, const QString& message) {
    refuse(path, message);
    end(false);
}

void Opener::show_unknown(const QString& folder, const UnknownPath& path) {
    QMessageBox* box = failure_box(folder, words_about(path));
    if (!path.meant.empty()) {
        const QString meant = QString::fromStdString(path.meant.string());
        const std::string labels = path.meant_labels.string();
        const QString native = QDir::toNativeSeparators(meant);
        const QString question =
            labels.empty() ? tr("Did you mean %1?").arg(native)
                           : tr("Did you mean %1 with the labels of %2?")
                                 .arg(native, QFileInfo(QString::fromStdString(labels)).fileName());
        box->setInformativeText(box->informativeText() + "\n\n" + question);
        QPushButton* button =
            box->addButton(tr("Open %1").arg(QFileInfo(meant).fileName()), QMessageBox::AcceptRole);
        box->setDefaultButton(button);
        connect(button, &QPushButton::clicked, this, [this, meant, labels, is_second = is_second_] {
            const OpenOptions options{.labels = labels};
            is_second ? open_second(meant, options) : open_with(meant, options);
        });
    }
    box->open();
    end(false);
}

void Opener::tell_warnings() {
    QStringList warnings;
    for (const std::string& warning : session_.dataset()->warnings)
        warnings << message_words(warning);
    status_.set_warnings(warnings);
}

void Opener::rest() {
    waits_ = false;
    waiting_words_.clear();
    again_.stop();
    status_.opening().stop();
}

void Opener::end(bool opened) {
    rest();
    if (std::exchange(is_second_, false)) return;
    next_second_.reset();
    emit finished(opened);
}

}  // namespace epochscope::app
