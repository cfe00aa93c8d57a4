#include "app/review/review_start.h"

#include "app/review/review_book.h"
#include "app/session/session.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace epochscope::app {

ReviewStart::ReviewStart(Session& session, const ReviewBook& book, QWidget* parent)
    : QWidget(parent),
      session_(session),
      book_(book),
      mislabelled_(new QPushButton(tr("Probably mislabelled"), this)),
      picked_(new QPushButton(this)),
      decided_(new QPushButton(this)) {
    auto* words = new QLabel(
        tr("Look at samples one by one and decide about their labels. Decisions are kept beside "
           "the data, which stays as it is."),
        this);
    words->setWordWrap(true);
    words->setAlignment(Qt::AlignCenter);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    for (QPushButton* button : {mislabelled_, picked_, decided_}) row->addWidget(button);
    row->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->addStretch(1);
    column->addWidget(words);
    column->addLayout(row);
    column->addStretch(1);
    connect(mislabelled_, &QPushButton::clicked, this, &ReviewStart::mislabelled_wanted);
    connect(picked_, &QPushButton::clicked, this, &ReviewStart::picked_wanted);
    connect(decided_, &QPushButton::clicked, this, &ReviewStart::decided_wanted);
    connect(&session, &Session::picked_changed, this, &ReviewStart::follow);
    connect(&session, &Session::dataset_changed, this, &ReviewStart::follow);
    connect(&book, &ReviewBook::state_changed, this, &ReviewStart::follow);
    follow();
}

void ReviewStart::set_obstacle(const QString& obstacle) {
    obstacle_ = obstacle;
    follow();
}

void ReviewStart::follow() {
    const std::size_t picked = session_.picked_count();
    const std::size_t decided = book_.review() ? book_.review()->decisions.size() : 0;
    mislabelled_->setEnabled(session_.dataset() && obstacle_.isEmpty());
    mislabelled_->setToolTip(obstacle_);
    picked_->setEnabled(picked > 0);
    picked_->setText(
        tr("Picked samples (%1)").arg(QLocale().toString(static_cast<qulonglong>(picked))));
    decided_->setVisible(decided > 0);
    decided_->setText(
        tr("Decided samples (%1)").arg(QLocale().toString(static_cast<qulonglong>(decided))));
}

}  // namespace epochscope::app
