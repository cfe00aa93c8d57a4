#include "app/compare/compared_view.h"

#include "app/canvas/canvas.h"
#include "app/compare/compare_bar.h"
#include "app/compare/compared_canvas_model.h"
#include "app/compare/comparison.h"
#include "app/compare/pair_marks.h"
#include "app/datamap/canvas_area.h"
#include "app/help/manual_pages.h"
#include "app/session/session.h"
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

QToolButton* button_of(QAction& action, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setDefaultAction(&action);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(action.text().remove('&'));
    return button;
}

std::size_t count_of(const Picks& samples) { return samples ? samples->count() : 0; }

}  // namespace

ComparedView::ComparedView(Session& session, Comparison& comparison, CanvasArea& area)
    : session_(session), comparison_(comparison), area_(area) {
    connect(&comparison, &Comparison::second_changed, this, &ComparedView::follow_second);
    connect(&comparison, &Comparison::changed, this, &ComparedView::follow);
    connect(&session, &Session::playhead_changed, this, &ComparedView::follow);
}

/// The canvas goes before its model, unless the area has gone with both.
ComparedView::~ComparedView() { delete pane_; }

void ComparedView::set_actions(const CompareActions& actions, QMenu& menu) {
    actions_ = actions;
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
    for (QAction* action : actions_.buttons) row.addWidget(button_of(*action, pane));
    if (menu_ != nullptr) {
        auto* more = new QToolButton(pane);
        more->setText(QStringLiteral("\u2026"));
        more->setAutoRaise(true);
        more->setFocusPolicy(Qt::TabFocus);
        connect(more, &QToolButton::clicked, menu_,
                [this, more] { menu_->popup(more->mapToGlobal(more->rect().bottomLeft())); });
        more->setAccessibleName(tr("How the pictures are compared"));
        more->setToolTip(more->accessibleName());
        row.addWidget(more);
    }
    auto* close = new QToolButton(pane);
    close->setText(QStringLiteral("\u00d7"));
    close->setAutoRaise(true);
    close->setFocusPolicy(Qt::TabFocus);
    close->setAccessibleName(tr("End the comparison"));
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
    const auto& second = comparison_.second();
    const auto& first = session_.dataset();
    if (!second || !first || pane_ == nullptr) return;
    const auto named = [](const Dataset& dataset, double playhead) {
        const EpochSeries& series = dataset.series;
        return QString::fromStdString(dataset.name) + mark() +
               tr("epoch %1")
                   .arg(series.epoch(moment_at(playhead, series.epoch_count()).reached()).number);
    };
    const auto alone = [](std::size_t count) {
        return count == 0 ? QString() : mark() + tr("without partner: %1").arg(number_words(count));
    };
    const auto path = [](const Dataset& dataset) {
        return QDir::toNativeSeparators(QString::fromStdString(dataset.path));
    };
    const auto& match = comparison_.match();
    first_bar_->tell(named(*first, session_.playhead()) +
                         (match ? alone(count_of(match->first_alone)) : QString()),
                     {path(*first)});
    QStringList more{path(*second)};
    QString how;
    if (match) {
        const bool by_number = match->pairs.epochs_by == EpochPairing::number;
        // By their numbers is what one expects, and both numbers are there.
        if (comparison_.is_pinned())
            how = mark() + tr("pinned");
        else if (!by_number)
            how = mark() + tr("by share of the run");
        more << (match->pairs.by_id ? tr("Samples belong together by their id.")
                                    : tr("Samples belong together by their order."))
             << (comparison_.is_pinned() ? tr("It stays at this epoch.")
                 : by_number             ? tr("Epochs belong together by their numbers.")
                                         : tr("Epochs belong together by their share of the run."))
             << comparison_.warnings();
    }
    second_bar_->tell(named(*second, comparison_.playhead()) + how +
                          (match ? alone(count_of(match->second_alone)) : QString()),
                      more);
    comparison_.is_finding() ? progress_->start(tr("Comparing")) : progress_->stop();
    first_marks_->set_joined(comparison_.is_joined());
    second_marks_->set_joined(comparison_.is_joined());
}

}  // namespace epochscope::app
