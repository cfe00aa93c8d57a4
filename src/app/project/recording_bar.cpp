#include "app/project/recording_bar.h"

#include "app/session/session.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace epochscope::app {

RecordingBar::RecordingBar(Session& session, QWidget* parent)
    : QWidget(parent), session_(session), words_(new QLabel(this)) {
    words_->setAccessibleName(tr("How the recording is shown"));
    words_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* project = new QPushButton(tr("Project…"), this);
    project->setToolTip(
        tr("Project it into a folder, by another method or with neighbours in feature space "
           "(Ctrl+P)"));
    auto* close = new QToolButton(this);
    close->setText(QStringLiteral("\u00d7"));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Close this line"));
    close->setToolTip(tr("Close this line"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 4, 6, 4);
    row->setSpacing(8);
    row->addWidget(words_, 1);
    row->addWidget(project);
    row->addWidget(close);
    connect(project, &QPushButton::clicked, this, &RecordingBar::project_wanted);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    connect(&session, &Session::dataset_changed, this, &RecordingBar::follow_dataset);
    connect(&session, &Session::epochs_changed, this, &RecordingBar::tell_share);
    follow_dataset();
}

void RecordingBar::follow_dataset() {
    const auto& dataset = session_.dataset();
    setVisible(dataset && dataset->explained_variance);
    tell_share();
}

void RecordingBar::tell_share() {
    const auto& dataset = session_.dataset();
    if (!dataset || !dataset->explained_variance) return;
    const QString share = QLocale().toString(*dataset->explained_variance * 100, 'f', 1);
    const QString words =
        tr("A recording, shown by its two principal components (PCA): the plane shows %1 % of the "
           "variance.")
            .arg(share);
    words_->setText(words);
    words_->setToolTip(words);
}

void RecordingBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::AlternateBase));
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

}  // namespace epochscope::app
