#include "app/review/review_bar.h"

#include "app/review/review_book.h"
#include "app/review/review_model.h"
#include "app/widgets/elided_label.h"
#include "app/widgets/fraction_bar.h"
#include "app/widgets/swatch.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace epochscope::app {
namespace {

constexpr QSize progress_size{120, 6};

QString counted(std::size_t count) { return QLocale().toString(static_cast<qulonglong>(count)); }

}  // namespace

ReviewBar::ReviewBar(const ReviewBook& book, const ReviewModel& model, QWidget* parent)
    : QWidget(parent),
      book_(book),
      model_(model),
      count_(new QLabel(this)),
      progress_(new FractionBar(this)),
      note_(new ElidedLabel(this)),
      place_(new QPushButton(tr("Save as…"), this)),
      undo_(new QToolButton(this)),
      redo_(new QToolButton(this)),
      list_(new QPushButton(tr("Save list"), this)),
      export_(new QPushButton(tr("Export labels…"), this)) {
    lay_out();
    connect(undo_, &QToolButton::clicked, this, &ReviewBar::undo_wanted);
    connect(redo_, &QToolButton::clicked, this, &ReviewBar::redo_wanted);
    connect(place_, &QPushButton::clicked, this, &ReviewBar::place_wanted);
    connect(export_, &QPushButton::clicked, this, &ReviewBar::export_wanted);
    connect(list_, &QPushButton::clicked, this, &ReviewBar::list_wanted);
    connect(&book, &ReviewBook::state_changed, this, &ReviewBar::follow);
    connect(&model, &ReviewModel::decided_count_changed, this, &ReviewBar::follow);
    follow();
}

void ReviewBar::lay_out() {
    count_->setAccessibleName(tr("How many samples are decided"));
    progress_->setFixedSize(progress_size);
    progress_->setAccessibleName(count_->accessibleName());
    note_->setAccessibleName(tr("About the decisions"));
    place_->setToolTip(tr("Keep the decisions in another file"));
    place_->setFocusPolicy(Qt::TabFocus);
    undo_->setText(QStringLiteral("\u21b6"));
    undo_->setToolTip(tr("Undo the last decision (Ctrl+Z)"));
    undo_->setAccessibleName(undo_->toolTip());
    redo_->setText(QStringLiteral("\u21b7"));
    redo_->setToolTip(tr("Redo the decision (Ctrl+Y)"));
    redo_->setAccessibleName(redo_->toolTip());
    for (QToolButton* button : {undo_, redo_}) {
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
    }
    list_->setToolTip(
        tr("Write these samples, in this order, to a new CSV file beside the folder"));
    list_->setFocusPolicy(Qt::TabFocus);
    export_->setToolTip(
        tr("Write the labels of all samples, with the corrections, for the next training"));
    export_->setFocusPolicy(Qt::TabFocus);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(count_);
    row->addWidget(progress_);
    row->addWidget(note_, 1);
    row->addWidget(place_);
    row->addWidget(undo_);
    row->addWidget(redo_);
    row->addWidget(list_);
    row->addWidget(export_);
}

void ReviewBar::set_working(const QString& words) {
    working_ = words;
    follow();
}

void ReviewBar::follow() {
    const int rows = model_.rowCount();
    const int decided = model_.decided_count();
    count_->setText(tr("%1 of %2 decided")
                        .arg(counted(static_cast<std::size_t>(decided)),
                             counted(static_cast<std::size_t>(rows))));
    count_->setToolTip(book_.file().isEmpty() ? QString()
                                              : tr("Decisions are kept in %1").arg(book_.file()));
    progress_->set_fraction(static_cast<double>(decided) / std::max(1, rows));
    count_->setVisible(rows > 0);
    progress_->setVisible(rows > 0);
    list_->setVisible(rows > 0);
    undo_->setEnabled(book_.can_undo());
    redo_->setEnabled(book_.can_redo());
    export_->setEnabled(book_.is_ready());
    place_->setVisible(!book_.problem().isEmpty());
    if (!book_.problem().isEmpty()) {
        note_->set_words(book_.is_saved() ? book_.problem()
                                          : tr("Not saved: %1").arg(book_.problem()));
    } else if (!working_.isEmpty()) {
        note_->set_words(working_);
    } else {
        QStringList words;
        const ReviewQueue& queue = model_.queue();
        if (!queue.order_problem.isEmpty())
            words << tr("In the order of their indices, since the suspicion is unknown: %1")
                         .arg(queue.order_problem);
        if (queue.left_out > 0)
            words << tr("The first of them; left out: %1").arg(counted(queue.left_out));
        note_->set_lines(words);
    }
    colour();
}

void ReviewBar::colour() {
    QPalette colours = note_->palette();
    colours.setColor(QPalette::WindowText,
                     book_.problem().isEmpty() ? faint_colour(palette()) : bad_colour(palette()));
    note_->setPalette(colours);
}

void ReviewBar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) colour();
}

}  // namespace epochscope::app
