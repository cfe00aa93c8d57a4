#include "app/open/background_sources.h"

#include "app/session/session.h"
#include "app/widgets/progress_strip.h"
#include "app/widgets/status_line.h"

#include <QFileDialog>
#include <QInputDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QSettings>

namespace epochscope::app {
namespace {

constexpr auto url_key = "background_url";
constexpr int message_milliseconds = 8000;

}  // namespace

BackgroundSources::BackgroundSources(QWidget& window, Session& session, StatusLine& status)
    : window_(window), session_(session), status_(status), local_(session), remote_(session) {
    ProgressStrip& strip = status_.fetching();
    connect(&strip, &ProgressStrip::cancelled, this, [this, &strip] {
        remote_.cancel();
        strip.stop();
    });
    connect(&remote_, &RemoteBackgrounds::progressed, &strip, [&strip](int done, int total) {
        strip.set_fraction(total > 0 ? static_cast<double>(done) / total : 0);
    });
    const auto show = [this](const QString& message) {
        status_.fetching().stop();
        status_.showMessage(message, message_milliseconds);
    };
    connect(&remote_, &RemoteBackgrounds::finished, this, show);
    connect(&local_, &LocalBackgrounds::finished, this, show);
    connect(&session, &Session::dataset_changed, this, [this, &strip] {
        remote_.cancel();
        strip.stop();
        set_fetched({});
    });
}

void BackgroundSources::ask_for_files() {
    if (!session_.dataset()) return;
    auto* dialog = new QFileDialog(&window_, tr("Choose the background of any epoch"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilter(tr("Pictures (*.png)"));
    dialog->setDirectory(QString::fromStdString(session_.dataset()->path));
    connect(dialog, &QFileDialog::fileSelected, this, &BackgroundSources::take_picture);
    dialog->open();
}

void BackgroundSources::take_picture(const QString& picture) {
    if (!session_.dataset()) return;
    if (const auto found = background_template(picture, session_.dataset()->series)) {
        set_fetched({});
        local_.start(*found);
    } else {
        show_problem(
            tr("The name of the picture must contain the number of an epoch of this dataset, as "
               "in background_12.png. %1 contains none.")
                .arg(picture));
    }
}

void BackgroundSources::ask_for_url() {
    if (!session_.dataset()) return;
    auto* dialog = new QInputDialog(&window_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Backgrounds from a URL"));
    dialog->setLabelText(
        tr("Address of the pictures; ${epoch} stands for the epoch's number.\n"
           "One picture for each epoch is fetched from there."));
    const QString last = QSettings().value(url_key, "https://").toString();
    dialog->setTextValue(last);
    dialog->setOkButtonText(tr("Fetch"));
    dialog->setCancelButtonText(tr("Cancel"));
    dialog->resize(560, dialog->height());
    connect(dialog, &QInputDialog::textValueSelected, this, &BackgroundSources::fetch);
    dialog->open();
}

void BackgroundSources::fetch(const QString& url_template) {
    const QString problem = RemoteBackgrounds::problem_with(url_template.trimmed());
    if (!problem.isEmpty()) return show_problem(problem);
    QSettings().setValue(url_key, url_template.trimmed());
    set_fetched(url_template.trimmed());
    status_.fetching().start(tr("Fetching backgrounds…"));
    remote_.start(url_template.trimmed());
}

void BackgroundSources::fetch_again() {
    if (can_fetch_again()) fetch(fetched_);
}

void BackgroundSources::set_fetched(const QString& url_template) {
    fetched_ = url_template;
    emit can_fetch_again_changed(can_fetch_again());
}

void BackgroundSources::show_problem(const QString& message) {
    auto* box = new QMessageBox(QMessageBox::Warning, tr("Backgrounds"), message,
                                QMessageBox::NoButton, &window_);
    box->addButton(tr("Close"), QMessageBox::RejectRole);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->open();
}

}  // namespace epochscope::app
