#include "app/window/workspaces.h"

#include "app/bookmarks/bookmarks.h"
#include "app/compare/comparison.h"
#include "app/open/opener.h"
#include "app/session/folder_beside.h"
#include "app/session/history.h"
#include "app/session/session.h"
#include "app/widgets/show_warning.h"
#include "app/widgets/status_line.h"

#include <epochscope/export/saved_view.h>
#include <epochscope/model/error.h>

#include <QDir>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QMainWindow>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace epochscope::app {
namespace {

QString path_of(const Workspace& workspace) {
    return QString::fromStdString(workspace.dataset.string());
}

QList<QDockWidget*> panels_of(const QMainWindow& window) {
    return window.findChildren<QDockWidget*>(QString(), Qt::FindDirectChildrenOnly);
}

std::vector<WorkspacePanel> shown_panels(const QMainWindow& window) {
    std::vector<WorkspacePanel> shown;
    for (const QDockWidget* panel : panels_of(window))
        if (!panel->isHidden())
            shown.push_back({panel->objectName().toStdString(), panel->width(), panel->height()});
    return shown;
}

}  // namespace

Workspaces::Workspaces(QMainWindow& window, Session& session, History& history,
                       Bookmarks& bookmarks, Opener& opener, Comparison& comparison,
                       StatusLine& status)
    : window_(window),
      session_(session),
      history_(history),
      bookmarks_(bookmarks),
      opener_(opener),
      comparison_(comparison),
      status_(status),
      reading_([this](Outcome<Pending> outcome) {
          if (!outcome.result) return opener_.fail(pending_->file, outcome.problem);
          pending_ = std::move(outcome.result);
          consider();
      }),
      writing_([this](Outcome<Pending> outcome) {
          if (!outcome.result) return show_warning(window_, tr("Not saved"), outcome.problem);
          file_ = outcome.result->file;
          workspace_ = std::move(outcome.result->workspace);
          opener_.recent().add(file_);
          emit saved(file_);
          emit message(tr("Saved in %1").arg(QDir::toNativeSeparators(file_)));
      }) {
    connect(&session, &Session::dataset_changed, this, [this] { writing_.drop(); });
    connect(&opener, &Opener::workspace_wanted, this, &Workspaces::open);
    connect(&comparison, &Comparison::second_changed, this, [this] {
        if (!comparison_.second() || comparison_.is_with_itself()) return workspace_.second.clear();
        if (const auto pin = std::exchange(pin_, std::nullopt)) comparison_.pin_at(*pin);
    });
    connect(&session, &Session::dataset_changed, this, [this] { pin_.reset(); });
    // Another folder has been asked for meanwhile.
    connect(&opener, &Opener::started, this, [this] {
        if (is_opening_) return;
        reading_.drop();
        pending_.reset();
    });
}

void Workspaces::open(const QString& file) {
    const QString path = QFileInfo(file).absoluteFilePath();
    pending_ = Pending{path, {}};
    reading_.start([path](const Job&) {
        return Pending{path, read_workspace(path.toStdString())};
    });
}

void Workspaces::consider() {
    std::error_code ignored;
    if (!std::filesystem::exists(pending_->workspace.dataset, ignored)) return ask_for_dataset();
    if (!is_known() && leads_outside(pending_->workspace, pending_->file.toStdString()))
        return ask_about_outside();
    open_dataset();
}

bool Workspaces::is_known() const {
    const QStringList known = opener_.recent().folders();
    const auto& second = pending_->workspace.second;
    return known.contains(path_of(pending_->workspace)) &&
           (second.empty() || known.contains(QString::fromStdString(second.string())));
}

void Workspaces::open_dataset() {
    if (!pending_) return;
    is_opening_ = true;
    opener_.open_with(path_of(pending_->workspace), pending_->workspace.contents);
    is_opening_ = false;
}

QMessageBox* Workspaces::question(const QString& words, const QString& more, const QString& yes,
                                  void (Workspaces::*act)()) {
    auto* box = new QMessageBox(&window_);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Question);
    box->setWindowTitle(tr("Open a workspace"));
    // A path may look like markup, and would be shown as another one.
    box->setTextFormat(Qt::PlainText);
    box->setText(words + "\n\n" + more);
    box->setStandardButtons(QMessageBox::Cancel);
    QPushButton* button = box->addButton(yes, QMessageBox::AcceptRole);
    connect(button, &QPushButton::clicked, this, act);
    connect(box, &QDialog::rejected, &opener_, &Opener::give_up);
    return box;
}

void Workspaces::ask_about_outside() {
    QString paths = path_of(pending_->workspace);
    if (const auto& second = pending_->workspace.second; !second.empty())
        paths += "\n" + QString::fromStdString(second.string());
    question(
        tr("%1 opens what lies outside of its folder.").arg(QFileInfo(pending_->file).fileName()),
        QDir::toNativeSeparators(paths), tr("&Open it"), &Workspaces::open_dataset)
        ->open();
}

void Workspaces::ask_for_dataset() {
    question(
        tr("The dataset of %1 is not there any more.").arg(QFileInfo(pending_->file).fileName()),
        QDir::toNativeSeparators(path_of(pending_->workspace)), tr("&Choose its folder…"),
        &Workspaces::choose_dataset)
        ->open();
}

void Workspaces::choose_dataset() {
    if (!pending_) return;
    auto* dialog = new QFileDialog(&window_, tr("Choose the folder of the dataset"),
                                   QFileInfo(pending_->file).absolutePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        if (!pending_) return;
        pending_->workspace.dataset = folder.toStdString();
        open_dataset();
    });
    connect(dialog, &QDialog::rejected, &opener_, &Opener::give_up);
    dialog->open();
}

bool Workspaces::take() {
    if (!pending_) {
        file_.clear();
        workspace_ = {};
        return false;
    }
    file_ = pending_->file;
    workspace_ = std::move(pending_->workspace);
    pending_.reset();
    opener_.recent().add(file_);
    show_panels();
    bookmarks_.set_list(workspace_.bookmarks);
    const bool is_shown = show_view();
    show_second();
    return is_shown;
}

void Workspaces::show_second() {
    if (workspace_.second.empty()) {
        if (workspace_.pinned) comparison_.pin_at(*workspace_.pinned);
        return;
    }
    pin_ = workspace_.pinned;
    opener_.open_second(QString::fromStdString(workspace_.second.string()),
                        workspace_.second_contents);
}

bool Workspaces::show_view() {
    if (workspace_.view.empty()) return false;
    try {
        history_.show(read_view(workspace_.view, session_.dataset()->series));
        return true;
    } catch (const Error& error) {
        status_.add_warning(
            tr("The view of the workspace does not fit what is open. %1").arg(problem_of(error)));
        return false;
    }
}

void Workspaces::show_panels() {
    if (!workspace_.panels) return;
    QList<QDockWidget*> shown;
    QList<int> widths;
    QList<int> heights;
    for (QDockWidget* panel : panels_of(window_)) {
        const auto saved = std::ranges::find(*workspace_.panels, panel->objectName().toStdString(),
                                             &WorkspacePanel::name);
        panel->setVisible(saved != workspace_.panels->end());
        if (panel->isHidden() || saved->width < 1 || saved->height < 1) continue;
        shown << panel;
        widths << saved->width;
        heights << saved->height;
    }
    window_.resizeDocks(shown, widths, Qt::Horizontal);
    window_.resizeDocks(shown, heights, Qt::Vertical);
}

void Workspaces::save() { file_.isEmpty() ? save_as() : write(file_); }

void Workspaces::save_as() {
    if (!session_.dataset()) return;
    const QFileDialog& dialog =
        ask_where_to_save(window_, *session_.dataset(), tr("Save the workspace"),
                          tr("Workspaces (*.epochscope)"), QStringLiteral(".epochscope"));
    connect(&dialog, &QFileDialog::fileSelected, this, &Workspaces::write);
}

void Workspaces::write(const QString& file) {
    if (!session_.dataset()) return;
    Workspace workspace = workspace_;
    workspace.dataset = session_.dataset()->path;
    workspace.contents = opener_.options();
    const auto& second = comparison_.second();
    // Otherwise it may still be opening, or its disk is not there.
    if (second && !comparison_.is_with_itself()) {
        workspace.second = second->path;
        workspace.second_contents = opener_.second_options();
    }
    if (second || workspace.second.empty()) workspace.pinned = comparison_.pinned_at();
    workspace.panels = shown_panels(window_);
    workspace.bookmarks = bookmarks_.list();
    writing_.start([file, workspace, view = history_.now()](const Job&) {
        Pending written{file, workspace};
        written.workspace.view = text_of(view, workspace.view);
        write_workspace(written.workspace, file.toStdString());
        return written;
    });
}

}  // namespace epochscope::app
