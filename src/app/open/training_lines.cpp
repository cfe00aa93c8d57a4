#include "app/open/training_lines.h"

#include "app/open/installed_files.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace epochscope::app {
namespace {

/// How long the button says that it copied, in milliseconds.
constexpr int told_for = 2000;

}  // namespace

QString TrainingLines::lines() {
    return QStringLiteral(R"(# pip install "%1"
from epochscope import Recorder

loader = DataLoader(samples, batch_size=256, shuffle=False)
with Recorder("my-recording") as recorder:
    recorder.watch(model, "fc", loader)        # "fc": the name of the last layer
    for epoch in range(1, 21):
        loss = train_one_epoch(model)
        recorder.epoch(epoch, curves={"train_loss": loss})
)")
        .arg(recorder_folder());
}

TrainingLines::TrainingLines(QWidget* parent)
    : QWidget(parent), code_(new QPlainTextEdit(lines().trimmed(), this)) {
    auto* title = new QLabel(tr("From my training run"), this);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    auto* words = new QLabel(
        tr("Put these lines into your PyTorch script, then open the folder my-recording."), this);
    words->setWordWrap(true);
    auto* copy = new QPushButton(tr("Copy"), this);
    copy->setToolTip(tr("Copy the lines of Python"));
    code_->setReadOnly(true);
    code_->setAcceptDrops(false);
    // Keys belong to the menus; the button copies without it.
    code_->setFocusPolicy(Qt::ClickFocus);
    code_->setLineWrapMode(QPlainTextEdit::NoWrap);
    code_->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    code_->setAccessibleName(tr("Lines of Python that write a recording"));
    const int line = QFontMetrics(code_->font()).lineSpacing();
    code_->setFixedHeight(line * code_->blockCount() + 20);
    auto* row = new QHBoxLayout;
    row->addWidget(title);
    row->addSpacing(8);
    row->addWidget(words, 1);
    row->addWidget(copy);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(row);
    layout->addWidget(code_);
    connect(copy, &QPushButton::clicked, this, [copy] {
        QGuiApplication::clipboard()->setText(lines());
        copy->setText(tr("Copied"));
        QTimer::singleShot(told_for, copy, [copy] { copy->setText(tr("Copy")); });
    });
}

}  // namespace epochscope::app
