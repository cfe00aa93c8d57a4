#include "app/report/reporter.h"

#include "app/messages/message_words.h"
#include "app/session/folder_beside.h"
#include "app/session/session.h"
#include "app/widgets/add_action.h"
#include "app/widgets/progress_strip.h"
#include "app/widgets/show_warning.h"
#include "app/widgets/status_line.h"

#include <epochscope/export/html.h>
#include <epochscope/export/report.h>
#include <epochscope/opening/gather_report.h>

#include <QAction>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QLocale>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QUrl>

#include <string>
#include <utility>

namespace epochscope::app {
namespace {

/// The share of the work that measuring is; the page is made of what was measured.
constexpr double measured_share = 0.9;

}  // namespace

Reporter::Reporter(QWidget& window, Session& session, StatusLine& status)
    : window_(window),
      session_(session),
      status_(status),
      task_([this](const Outcome<Written>& outcome) { take(outcome); },
            [this](double fraction) { status_.reporting().set_fraction(fraction); }) {
    connect(&status.reporting(), &ProgressStrip::cancelled, this, [this] { task_.cancel(); });
    connect(&session, &Session::dataset_changed, this, &Reporter::changed);
}

bool Reporter::can_begin() const { return session_.dataset() && !is_running(); }

void Reporter::ask() {
    if (!can_begin()) return;
    const QFileDialog& dialog =
        ask_where_to_save(window_, *session_.dataset(), tr("Export a report"),
                          tr("Web pages (*.html)"), QStringLiteral("-report.html"));
    connect(&dialog, &QFileDialog::fileSelected, this, &Reporter::write);
}

void Reporter::write(const QString& file) {
    if (!can_begin()) return;
    status_.reporting().start(tr("Writing the report"));
    const bool is_chinese = QLocale().language() == QLocale::Chinese;
    task_.start([dataset = session_.dataset(), file, is_chinese](const Job& job) {
        const RunReport found = gather_report(dataset, {}, job.part(0, measured_share));
        ReportOptions options;
        if (is_chinese) {
            options.language = ReportLanguage::zh;
            options.translated = [](const std::string& words) {
                return message_words(words).toStdString();
            };
        }
        write_html(file.toStdString(), make_report(found, options, job.part(measured_share, 1)));
        Written written{file, {}};
        for (const std::string& warning : found.warnings)
            written.warnings << message_words(warning);
        return written;
    });
    emit changed();
}

void Reporter::take(const Outcome<Written>& outcome) {
    status_.reporting().stop();
    if (outcome.result)
        offer(*outcome.result);
    else if (outcome.is_cancelled())
        emit message(tr("Cancelled. Nothing was written."));
    else
        show_warning(window_, tr("Not exported"), outcome.problem);
    emit changed();
}

/// What is missing is told before the page is passed on.
void Reporter::offer(const Written& written) {
    auto* box = new QMessageBox(&window_);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Information);
    box->setWindowTitle(tr("Export a report"));
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("The report is written to %1").arg(QDir::toNativeSeparators(written.file)));
    box->setInformativeText(written.warnings.join("\n"));
    QPushButton* open = box->addButton(tr("&Open in the browser"), QMessageBox::AcceptRole);
    box->addButton(QMessageBox::Close);
    connect(open, &QPushButton::clicked, this, [this, file = written.file] {
        if (!QDesktopServices::openUrl(QUrl::fromLocalFile(file)))
            emit message(tr("No program opens %1").arg(QDir::toNativeSeparators(file)));
    });
    box->open();
}

void add_report_action(QWidget& window, QMenu& menu, Reporter& reporter) {
    QAction* action = add_action(window, menu, Reporter::tr("Export repor&t…"));
    QObject::connect(action, &QAction::triggered, &reporter, &Reporter::ask);
    const auto update = [action, &reporter] { action->setEnabled(reporter.can_begin()); };
    QObject::connect(&reporter, &Reporter::changed, action, update);
    update();
}

}  // namespace epochscope::app
