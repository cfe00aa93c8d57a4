#include "app/project/projector.h"

#include "app/help/manual_pages.h"
#include "app/open/opener.h"
#include "app/project/project_dialog.h"
#include "app/session/session.h"
#include "app/widgets/status_line.h"

#include <epochscope/opening/open_folder.h>

#include <QFileInfo>

#include <string>
#include <utility>

namespace epochscope::app {
namespace {

constexpr int message_milliseconds = 12'000;

}  // namespace

Projector::Projector(QWidget& window, Session& session, Opener& opener, StatusLine& status)
    : window_(window), session_(session), opener_(opener), status_(status) {
    connect(&opener, &Opener::finished, this, &Projector::tell_of_opened);
}

void Projector::ask() {
    if (dialog_) {
        dialog_->raise();
        dialog_->activateWindow();
        return;
    }
    const auto& dataset = session_.dataset();
    show_dialog(QString::fromStdString(dataset ? recording_behind(*dataset) : std::string()));
}

void Projector::form() {
    if (!dialog_) show_dialog(QString::fromStdString(session_.dataset()->path)).begin();
}

ProjectDialog& Projector::show_dialog(const QString& recording) {
    const auto& dataset = session_.dataset();
    const OpenOptions opening = dataset ? recording_options(*dataset) : OpenOptions{};
    dialog_ = new ProjectDialog(recording, opening, session_.view().style, &window_);
    dialog_->setAttribute(Qt::WA_DeleteOnClose);
    set_manual_page(*dialog_, "methods.md");
    connect(dialog_, &ProjectDialog::projected, this, &Projector::open);
    dialog_->show();
    return *dialog_;
}

bool Projector::is_running() const { return dialog_ && dialog_->is_running(); }

void Projector::open(const QString& folder, const QStringList& remarks,
                     const QStringList& warnings) {
    folder_ = folder;
    remarks_ = remarks;
    warnings_ = warnings;
    // What was written just now has never been opened, even if another folder of its name was.
    opener_.recent().remove(QFileInfo(folder).canonicalFilePath());
    opener_.open(folder);
}

/// What the folder itself does not say is said once it is on the screen.
void Projector::tell_of_opened(bool opened) {
    if (folder_.isEmpty()) {
        if (opened && is_one_model(session_.dataset()->path)) form();
        return;
    }
    const QString folder = std::exchange(folder_, {});
    const QString path = opened ? QString::fromStdString(session_.dataset()->path) : QString();
    if (path != QFileInfo(folder).canonicalFilePath()) return;
    for (const QString& warning : warnings_) status_.add_warning(warning);
    const QString remarks = remarks_.isEmpty() ? QString() : "; " + remarks_.join("; ");
    status_.showMessage(tr("Written to %1").arg(folder) + remarks, message_milliseconds);
}

}  // namespace epochscope::app
