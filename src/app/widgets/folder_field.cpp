#include "app/widgets/folder_field.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace epochscope::app {

FolderField::FolderField(const QString& question, QWidget* parent)
    : QWidget(parent), line_(new QLineEdit(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    auto* button = new QPushButton(tr("Browse\u2026"), this);
    button->setToolTip(question);
    button->setAccessibleName(question);
    button->setAutoDefault(false);
    row->addWidget(line_, 1);
    row->addWidget(button);
    setFocusProxy(line_);
    connect(button, &QPushButton::clicked, this, [this, question] { browse(question); });
}

void FolderField::browse(const QString& question) {
    auto* dialog = new QFileDialog(this, question);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    const QFileInfo now(line_->text().isEmpty() ? begin_ : line_->text());
    dialog->setDirectory(now.isDir() ? now.absoluteFilePath() : now.absolutePath());
    connect(dialog, &QFileDialog::fileSelected, line_, &QLineEdit::setText);
    dialog->open();
}

}  // namespace epochscope::app
