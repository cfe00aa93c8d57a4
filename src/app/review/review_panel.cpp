#include "app/review/review_panel.h"

#include "app/review/class_chooser.h"
#include "app/review/corrected_export.h"
#include "app/review/review_bar.h"
#include "app/review/review_book.h"
#include "app/review/review_buttons.h"
#include "app/review/review_detail.h"
#include "app/review/review_field.h"
#include "app/review/review_gallery.h"
#include "app/review/review_model.h"
#include "app/review/review_start.h"
#include "app/session/folder_beside.h"
#include "app/session/session.h"
#include "app/session/thumbnail_cache.h"

#include <QBoxLayout>
#include <QFileDialog>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

namespace epochscope::app {
namespace {

/// Below this width the current sample is above the gallery.
constexpr int least_width_beside = 720;
constexpr int current_width = 480;
constexpr QSize wanted_size{1000, 270};
/// Longer notes belong elsewhere.
constexpr int note_characters = 4000;

}  // namespace

ReviewPanel::ReviewPanel(Session& session, ReviewBook& book, QWidget* parent)
    : QWidget(parent),
      session_(session),
      book_(book),
      model_(new ReviewModel(session, book, this)),
      export_(new CorrectedExport(session, book, this)),
      bar_(new ReviewBar(book, *model_, this)),
      pages_(new QStackedWidget(this)),
      start_(new ReviewStart(session, book, pages_)),
      content_(new QWidget(pages_)),
      gallery_(new ReviewGallery(content_)),
      current_(new QWidget(content_)),
      detail_(new ReviewDetail(session, current_)),
      buttons_(new ReviewButtons(session, current_)),
      note_(new ReviewField(current_)),
      chooser_(new ClassChooser(current_)),
      queueing_([this](Outcome<ReviewQueue> outcome) { take(std::move(outcome)); }) {
    lay_out();
    wire();
    follow_dataset();
}

void ReviewPanel::lay_out() {
    gallery_->setModel(model_);
    note_->setPlaceholderText(tr("Note  [T]"));
    note_->setAccessibleName(tr("Note about the sample"));
    note_->setMaxLength(note_characters);
    chooser_->setPlaceholderText(tr("Another class  [L]"));
    chooser_->setAccessibleName(tr("Another class for the sample"));
    auto* fields = new QHBoxLayout;
    fields->setSpacing(4);
    fields->addWidget(note_, 3);
    fields->addWidget(chooser_, 2);
    auto* column = new QVBoxLayout(current_);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(detail_, 1);
    column->addWidget(buttons_);
    column->addLayout(fields);
    auto* both = new QBoxLayout(QBoxLayout::LeftToRight, content_);
    both->setContentsMargins(0, 0, 0, 0);
    both->setSpacing(8);
    both->addWidget(current_);
    both->addWidget(gallery_, 1);
    pages_->addWidget(start_);
    pages_->addWidget(content_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 6);
    layout->setSpacing(4);
    layout->addWidget(bar_);
    layout->addWidget(pages_, 1);
}

void ReviewPanel::wire() {
    connect(&session_, &Session::dataset_leaves, this, &ReviewPanel::take_note);
    connect(&session_, &Session::dataset_changed, this, &ReviewPanel::follow_dataset);
    connect(&session_, &Session::selection_changed, this, &ReviewPanel::follow_selection);
    connect(&book_, &ReviewBook::opened, this, &ReviewPanel::show_first);
    connect(&book_, &ReviewBook::changed, this, &ReviewPanel::refresh);
    connect(&book_, &ReviewBook::message, this, &ReviewPanel::message);
    connect(export_, &CorrectedExport::message, this, &ReviewPanel::message);
    connect(gallery_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ReviewPanel::show_current);
    const auto act_in_gallery = [this](ReviewKey key) {
        gallery_->setFocus();
        act(key);
    };
    connect(buttons_, &ReviewButtons::pressed, this, act_in_gallery);
    connect(start_, &ReviewStart::mislabelled_wanted, this, &ReviewPanel::mislabelled_wanted);
    connect(start_, &ReviewStart::picked_wanted, this, &ReviewPanel::review_picked);
    connect(start_, &ReviewStart::decided_wanted, this, &ReviewPanel::review_decided);
    connect(bar_, &ReviewBar::undo_wanted, this,
            [act_in_gallery] { act_in_gallery({ReviewCommand::undo}); });
    connect(bar_, &ReviewBar::redo_wanted, this,
            [act_in_gallery] { act_in_gallery({ReviewCommand::redo}); });
    connect(bar_, &ReviewBar::place_wanted, this, &ReviewPanel::ask_for_place);
    connect(bar_, &ReviewBar::export_wanted, this, &ReviewPanel::export_labels);
    connect(bar_, &ReviewBar::list_wanted, this, [this] {
        std::vector<std::size_t> samples;
        for (int row = 0; row < model_->rowCount(); ++row)
            samples.push_back(model_->item(row).sample);
        emit list_wanted(samples);
    });
    connect(note_, &ReviewField::entered, gallery_, qOverload<>(&QWidget::setFocus));
    connect(note_, &ReviewField::cancelled, this, [this] {
        refresh();
        gallery_->setFocus();
    });
    connect(note_, &QLineEdit::editingFinished, this, &ReviewPanel::take_note);
    connect(chooser_, &ClassChooser::chosen, this, [this](std::size_t index) {
        chooser_->clear();
        gallery_->setFocus();
        relabel(index);
    });
    connect(chooser_, &ClassChooser::missed, this, [this](const QString& words) {
        emit message(tr("No class is named \u201c%1\u201d.").arg(words));
    });
    connect(chooser_, &ReviewField::cancelled, this, [this] {
        chooser_->clear();
        gallery_->setFocus();
    });
}

QSize ReviewPanel::sizeHint() const { return wanted_size; }

void ReviewPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const bool beside = width() >= least_width_beside;
    auto* both = static_cast<QBoxLayout*>(content_->layout());
    both->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    current_->setMaximumWidth(beside ? std::max(current_width, width() / 2) : QWIDGETSIZE_MAX);
    current_->setMinimumWidth(beside ? current_width : 0);
}

void ReviewPanel::follow_dataset() {
    queueing_.drop();
    is_new_ = false;
    noted_.reset();
    note_->setText({});
    bar_->set_working({});
    model_->set_queue({});
    pages_->setCurrentWidget(start_);
    QStringList names;
    if (session_.dataset()) {
        const Classes& classes = session_.dataset()->series.classes();
        for (std::size_t i = 0; i < classes.predictable_count(); ++i)
            names << QString::fromStdString(classes.names[i]);
    }
    chooser_->set_classes(names);
    gallery_->show_pictures(session_.thumbnails().has_source());
}

void ReviewPanel::review(std::vector<std::size_t> samples) {
    const auto& columns = session_.columns();
    if (!columns || samples.empty()) return;
    bar_->set_working(tr("Looking for the most suspicious…"));
    queueing_.start([columns, samples = std::move(samples)](const Job& job) {
        return queue_of(*columns, samples, job);
    });
}

void ReviewPanel::review_picked() {
    if (!session_.picked()) return;
    const auto picked = session_.picked()->samples();
    review({picked.begin(), picked.end()});
}

void ReviewPanel::review_decided() {
    if (!book_.review()) return;
    std::vector<std::size_t> samples;
    for (const auto& [sample, decision] : book_.review()->decisions) samples.push_back(sample);
    review(std::move(samples));
}

void ReviewPanel::take(Outcome<ReviewQueue> outcome) {
    bar_->set_working({});
    if (!outcome.result) {
        if (!outcome.is_cancelled()) emit message(outcome.problem);
        return;
    }
    model_->set_queue(std::move(*outcome.result));
    pages_->setCurrentWidget(content_);
    is_new_ = true;
    show_first();
    if (isVisible()) gallery_->setFocus();
}

/// Waits for the decisions, which may still be read.
void ReviewPanel::show_first() {
    refresh();
    if (!is_new_ || !book_.is_ready() || model_->rowCount() == 0) return;
    is_new_ = false;
    go_to(model_->undecided_from(0).value_or(0));
    show_current();
}

std::optional<int> ReviewPanel::row() const {
    const QModelIndex index = gallery_->currentIndex();
    return index.isValid() ? std::optional(index.row()) : std::nullopt;
}

void ReviewPanel::go_to(int row) {
    gallery_->setCurrentIndex(model_->index(row));
    gallery_->scrollTo(model_->index(row));
}

void ReviewPanel::show_current() {
    refresh();
    if (row() && !following_) session_.select(model_->item(*row()).sample);
}

void ReviewPanel::refresh() {
    // Without decisions, the samples are still those of the folder before.
    if (!row() || !book_.is_ready()) return;
    const ReviewItem& item = model_->item(*row());
    if (noted_ != item.sample) take_note();
    noted_ = item.sample;
    const ReviewDecision* decision = book_.find(item.sample);
    detail_->show_item(item, decision);
    buttons_->show_item(item);
    const QString note = decision != nullptr ? QString::fromStdString(decision->note) : QString();
    if (note_->text() != note) note_->setText(note);
    note_->setModified(false);
    note_->setCursorPosition(0);
}

/// A sample that is chosen elsewhere, as on the canvas, is shown if it is reviewed.
void ReviewPanel::follow_selection() {
    const auto& selection = session_.view().selection;
    if (selection.empty()) return;
    const auto found = model_->row_of(selection.back());
    if (!found || found == row()) return;
    const QScopedValueRollback<bool> guard(following_, true);
    go_to(*found);
}

void ReviewPanel::go_on() {
    const auto next = model_->undecided_from((*row() + 1) % model_->rowCount());
    if (next) return go_to(*next);
    emit message(tr("All %1 samples are decided.").arg(model_->rowCount()));
    if (*row() + 1 < model_->rowCount()) go_to(*row() + 1);
}

void ReviewPanel::relabel(std::size_t index) {
    if (!row() || !book_.is_ready()) return;
    const std::size_t sample = model_->item(*row()).sample;
    const auto label = static_cast<std::int32_t>(index);
    // To choose the label that it has is to keep it.
    const bool is_same = session_.dataset()->series.labels()[sample] == label;
    book_.decide(sample, is_same ? ReviewAction::keep : ReviewAction::relabel, label);
    go_on();
}

void ReviewPanel::go_to_step(std::optional<std::size_t> sample) {
    const auto found = sample ? model_->row_of(*sample) : std::nullopt;
    if (found) go_to(*found);
}

void ReviewPanel::act(ReviewKey key) {
    if (!row() || !book_.is_ready()) return;
    // A window that is not active tells nobody that the field has lost the focus.
    take_note();
    const ReviewItem& item = model_->item(*row());
    switch (key.command) {
        case ReviewCommand::accept:
            if (item.proposal.proposed)
                return relabel(static_cast<std::size_t>(*item.proposal.proposed));
            emit message(tr("No class is proposed: choose one by its key or by L."));
            return;
        case ReviewCommand::keep:
            book_.decide(item.sample, ReviewAction::keep);
            return go_on();
        case ReviewCommand::label:
            return relabel(key.index);
        case ReviewCommand::next:
            return go_on();
        case ReviewCommand::back:
            return go_to(std::max(0, *row() - 1));
        case ReviewCommand::forward:
            return go_to(std::min(model_->rowCount() - 1, *row() + 1));
        case ReviewCommand::note:
            note_->setFocus();
            return note_->selectAll();
        case ReviewCommand::choose:
            return chooser_->setFocus();
        case ReviewCommand::undo:
            return go_to_step(book_.undo());
        case ReviewCommand::redo:
            return go_to_step(book_.redo());
    }
}

void ReviewPanel::take_note() {
    if (!noted_ || !note_->isModified()) return;
    const QString words = note_->text();
    // Not setModified: that the text is as long ago would then count as not modified.
    note_->setText(words);
    book_.note(*noted_, words);
}

void ReviewPanel::set_obstacle(const QString& obstacle) { start_->set_obstacle(obstacle); }

void ReviewPanel::ask_for_place() {
    if (!book_.is_ready()) return;
    const QFileDialog& dialog =
        ask_where_to_save(*this, *session_.dataset(), tr("Keep the decisions in another file"),
                          tr("Tables (*.csv)"), QStringLiteral("-review.csv"));
    connect(&dialog, &QFileDialog::fileSelected, &book_, &ReviewBook::keep_in);
}

void ReviewPanel::export_labels() { export_->ask(); }

bool ReviewPanel::is_typing() const { return note_->hasFocus() || chooser_->hasFocus(); }

bool ReviewPanel::event(QEvent* event) {
    // Letters and digits are also shortcuts of the window.
    if (event->type() == QEvent::ShortcutOverride && !is_typing() && row() &&
        review_key(*static_cast<QKeyEvent*>(event), buttons_->class_keys())) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void ReviewPanel::keyPressEvent(QKeyEvent* event) {
    const auto key = is_typing() ? std::nullopt : review_key(*event, buttons_->class_keys());
    if (!key || !row()) return QWidget::keyPressEvent(event);
    // A key that is held would decide about what nobody has seen.
    const bool moves = key->command == ReviewCommand::next || key->command == ReviewCommand::back ||
                       key->command == ReviewCommand::forward;
    if (!event->isAutoRepeat() || moves) act(*key);
    event->accept();
}

}  // namespace epochscope::app
