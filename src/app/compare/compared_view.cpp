#include "app/compare/compared_view.h"

#include "app/canvas/canvas.h"
#include "app/compare/compare_bar.h"
#include "app/compare/compared_canvas_model.h"
#include "app/compare/comparison.h"
#include "app/compare/pair_marks.h"
#include "app/datamap/canvas_area.h"
#include "app/help/manual_pages.h"
#include "app/open/run_badge.h"
#include "app/open/run_follower.h"
#include "app/session/session.h"
#include "app/widgets/add_action.h"
#include "app/widgets/number_words.h"
#include "app/widgets/progress_strip.h"

#include <epochscope/model/playhead.h>

#include <QAction>
#include <QDir>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace epochscope::app {
namespace {

QString mark() { return QStringLiteral(" · "); }

QToolButton* plain_button(QWidget* parent, const QString& name) {
    auto* button = new QToolButton(parent);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

/// With an action's icon and state.
QToolButton* button_of(QAction& action, QWidget* parent) {
    QToolButton* button = plain_button(parent, plain_text(action));
    button->setDefaultAction(&action);
    return button;
}

/// "digits · epoch 12".
QString name_at(const Dataset& dataset, double playhead) {
    const EpochSeries& series = dataset.series;
    const std::size_t reached = moment_at(playhead, series.epoch_count()).reached();
    return QString::fromStdString(dataset.name) + mark() +
           ComparedView::tr("epoch %1").arg(series.epoch(reached).number);
}

/// " · without partner: 3".
QString words_on_alone(const Picks& alone) {
    if (!alone || alone->count() == 0) return {};
    return mark() + ComparedView::tr("without partner: %1").arg(number_words(alone->count()));
}

QString path_of(const Dataset& dataset) {
    return QDir::toNativeSeparators(QString::fromStdString(dataset.path));
}

/// " · pinned". By their numbers is what one expects, and both numbers are there.
QString words_on_epochs(const Comparison& comparison) {
    if (comparison.is_pinned()) return mark() + ComparedView::tr("pinned");
    if (comparison.epochs_by() == EpochPairing::number) return {};
    return mark() + ComparedView::tr("by share of the run");
}

/// What belongs together, a sentence each.
QStringList sentences_on(const Comparison& comparison, const SeriesPairs& pairs) {
    const bool by_number = pairs.epochs_by == EpochPairing::number;
    return {pairs.by_id ? ComparedView::tr("Samples belong together by their id.")
                        : ComparedView::tr("Samples belong together by their order."),
            comparison.is_pinned() ? ComparedView::tr("It stays at this epoch.")
            : by_number            ? ComparedView::tr("Epochs belong together by their numbers.")
                        : ComparedView::tr("Epochs belong together by their share of the run.")};
}

}  // namespace

ComparedView::ComparedView(Session& session, Comparison& comparison, const RunFollower& follower,
                           CanvasArea& area)
    : session_(session), comparison_(comparison), follower_(follower), area_(area) {
    connect(&comparison, &Comparison::second_changed, this, &ComparedView::follow_second);
    connect(&comparison, &Comparison::changed, this, &ComparedView::follow);
    connect(&session, &Session::playhead_changed, this, &ComparedView::follow);
}

/// The canvas goes before its model, unless the area has gone with both.
ComparedView::~ComparedView() { delete pane_; }

void ComparedView::set_actions(const QList<QAction*>& buttons, QMenu& menu) {
    buttons_ = buttons;
    menu_ = &menu;
}

void ComparedView::make() {
    if (pane_ != nullptr) return;
    model_ = std::make_unique<ComparedCanvasModel>(session_, comparison_);
    first_bar_ = new CompareBar(tr("What the first picture shows"), &area_.header());
    area_.header().layout()->addWidget(first_bar_);
    pane_ = make_pane();
    first_marks_ = new PairMarks(area_.canvas(), *canvas_, session_);
    second_marks_ = new PairMarks(*canvas_, area_.canvas(), session_);
}

QWidget* ComparedView::make_pane() {
    auto* pane = new QWidget;
    set_manual_page(*pane, "compare.md");
    second_bar_ = new CompareBar(tr("What the second picture shows"), pane);
    progress_ = new ProgressStrip(pane);
    connect(progress_, &ProgressStrip::cancelled, &comparison_, &Comparison::cancel_differences);
    connect(&comparison_, &Comparison::progressed, progress_, &ProgressStrip::set_fraction);
    QHBoxLayout& row = second_bar_->row();
    row.addWidget(progress_);
    auto* run = new RunBadge(follower_, pane);
    connect(run, &QToolButton::clicked, &comparison_, &Comparison::go_to_last);
    row.addWidget(run);
    for (QAction* action : buttons_) row.addWidget(button_of(*action, pane));
    if (menu_ != nullptr) {
        QToolButton* more = plain_button(pane, tr("How the pictures are compared"));
        more->setText(QStringLiteral("\u2026"));
        connect(more, &QToolButton::clicked, menu_,
                [this, more] { menu_->popup(more->mapToGlobal(more->rect().bottomLeft())); });
        row.addWidget(more);
    }
    QToolButton* close = plain_button(pane, tr("End the comparison"));
    close->setText(QStringLiteral("\u00d7"));
    close->setToolTip(tr("End the comparison (Shift+D)"));
    connect(close, &QToolButton::clicked, &comparison_, &Comparison::end);
    row.addWidget(close);
    canvas_ = new Canvas(*model_, area_.canvas().renderer(), pane);
    canvas_->setAccessibleName(tr("Second picture"));
    connect(model_.get(), &ComparedCanvasModel::plane_changed, canvas_, &Canvas::fit_samples);
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(second_bar_);
    column->addWidget(canvas_, 1);
    return pane;
}

void ComparedView::follow_second() {
    const bool is_on = comparison_.second() != nullptr;
    if (is_on) make();
    if (pane_ == nullptr) return;
    area_.header().setVisible(is_on);
    is_on ? area_.show_beside(*pane_, *canvas_) : area_.end_beside();
    follow();
}

void ComparedView::follow() {
    const auto& first = session_.dataset();
    if (!comparison_.second() || !first || pane_ == nullptr) return;
    const auto& match = comparison_.match();
    const Dataset& second = match ? *match->second : *comparison_.second();
    QString of_first = name_at(*first, session_.playhead());
    QString of_second = name_at(second, comparison_.playhead());
    QStringList more{path_of(second)};
    if (match) {
        of_first += words_on_alone(match->first_alone);
        of_second += words_on_epochs(comparison_) + words_on_alone(match->second_alone);
        more << sentences_on(comparison_, match->pairs) << comparison_.warnings();
    }
    first_bar_->tell(of_first, {path_of(*first)});
    second_bar_->tell(of_second, more);
    comparison_.is_finding() ? progress_->start(tr("Comparing")) : progress_->stop();
    first_marks_->set_joined(comparison_.is_joined());
    second_marks_->set_joined(comparison_.is_joined());
}

}  // namespace epochscope::app
