#include "app/review/corrected_export.h"

#include "app/review/review_book.h"
#include "app/session/folder_beside.h"
#include "app/session/session.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QWidget>

namespace epochscope::app {

CorrectedExport::CorrectedExport(Session& session, const ReviewBook& book, QWidget* parent)
    : QObject(parent),
      session_(session),
      book_(book),
      window_(parent),
      writing_([this](const Outcome<QString>& outcome) {
          emit message(outcome.result ? *outcome.result
                                      : tr("The labels were not written: %1").arg(outcome.problem));
      }) {}

void CorrectedExport::ask() {
    if (!book_.review()) return;
    const QFileDialog& dialog = ask_where_to_save(
        *window_, *session_.dataset(), tr("Export corrected labels"),
        tr("Table, with an array beside it (*.csv)"), QStringLiteral("-corrected-labels.csv"));
    connect(&dialog, &QFileDialog::fileSelected, this, &CorrectedExport::write_to);
}

void CorrectedExport::write_to(const QString& file) {
    if (!book_.review()) return;
    const QFileInfo chosen(file);
    const QString base = chosen.dir().filePath(chosen.completeBaseName());
    const QString table = base + QStringLiteral(".csv");
    const QString array = base + QStringLiteral(".npy");
    const QFileInfo own(QDir(QString::fromStdString(session_.dataset()->path))
                            .filePath(QStringLiteral("labels.npy")));
    if (QFileInfo(array).absoluteFilePath() == own.absoluteFilePath() ||
        (own.exists() && QFileInfo(array).canonicalFilePath() == own.canonicalFilePath())) {
        emit message(tr("The labels are not written: %1 are the labels of the folder, which stay "
                        "as they are.")
                         .arg(QDir::toNativeSeparators(array)));
        return;
    }
    if (!QFileInfo::exists(array)) return start(table, array);
    auto* box = new QMessageBox(QMessageBox::Question, tr("Replace the array?"),
                                tr("%1 exists already. It is written beside the table.")
                                    .arg(QDir::toNativeSeparators(array)),
                                QMessageBox::NoButton, window_);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* yes = box->addButton(tr("&Replace"), QMessageBox::AcceptRole);
    box->setDefaultButton(box->addButton(tr("&Cancel"), QMessageBox::RejectRole));
    connect(yes, &QPushButton::clicked, this, [this, table, array] { start(table, array); });
    box->open();
}

void CorrectedExport::start(const QString& table, const QString& array) {
    const auto& dataset = session_.dataset();
    const auto& review = book_.review();
    if (!dataset || !review) return;
    writing_.start([table, array, dataset, review](const Job&) {
        write_corrected_table(*review, *dataset, table.toStdString());
        write_corrected_array(*review, dataset->series, array.toStdString());
        return tr("Labels changed: %1 of %2. Written to %3 and %4.")
            .arg(changed_count(*review, dataset->series))
            .arg(dataset->series.sample_count())
            .arg(QDir::toNativeSeparators(table), QDir::toNativeSeparators(array));
    });
}

}  // namespace epochscope::app
