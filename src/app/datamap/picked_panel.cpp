#include "app/datamap/picked_panel.h"

#include "app/datamap/map_maker.h"
#include "app/datamap/picked_csv.h"
#include "app/datamap/picked_model.h"
#include "app/session/session.h"
#include "app/widgets/number_words.h"
#include "app/widgets/row_table.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace epochscope::app {
namespace {

/// Beside a column's name: the mark of sorting, and air.
constexpr int header_margin = 34;
constexpr int min_column_width = 64;

}  // namespace

PickedPanel::PickedPanel(Session& session, MapMaker& maker, QWidget* parent)
    : QWidget(parent),
      session_(session),
      maker_(maker),
      model_(new PickedModel(session, maker, this)),
      table_(new QTableView(this)),
      summary_(new QLabel(this)),
      presets_(new QToolButton(this)),
      save_(new QPushButton(tr("Save as CSV…"), this)),
      writing_([this](const Outcome<QString>& outcome) {
          emit message(outcome.result ? *outcome.result
                                      : tr("The table is not written: %1").arg(outcome.problem));
          save_pending();
      }) {
    build_table();
    lay_out();
    connect(save_, &QPushButton::clicked, this, &PickedPanel::save);
    connect(model_, &QAbstractItemModel::modelReset, this, &PickedPanel::follow_rows);
    connect(&session, &Session::selection_changed, this, &PickedPanel::follow_selection);
    connect(&session, &Session::picked_changed, this, &PickedPanel::follow_state);
    connect(&session, &Session::dataset_changed, this, [this] {
        pending_.reset();
        follow_state();
    });
    connect(&maker, &MapMaker::changed, this, &PickedPanel::follow_state);
    follow_state();
}

void PickedPanel::build_table() {
    table_->setAccessibleName(tr("Picked samples"));
    table_->setModel(model_);
    show_as_rows(*table_);
    QHeaderView& columns = *table_->horizontalHeader();
    for (int column = 0; column < PickedColumns::count; ++column) {
        const int words = table_->fontMetrics().horizontalAdvance(PickedColumns::name(column));
        columns.resizeSection(column, std::max(min_column_width, words + header_margin));
    }
    // What samples are picked for is seen without scrolling.
    columns.moveSection(PickedColumns::of(Signal::suspicion), PickedColumns::first_signal);
    columns.setSortIndicator(PickedColumns::id, Qt::AscendingOrder);
    table_->setSortingEnabled(true);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &PickedPanel::select_row);
}

void PickedPanel::lay_out() {
    summary_->setAccessibleName(tr("How many samples are picked"));
    presets_->setText(tr("Pick by training"));
    presets_->setAccessibleName(presets_->text());
    presets_->setPopupMode(QToolButton::InstantPopup);
    save_->setAccessibleName(tr("Save the table as CSV"));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(8, 4, 8, 0);
    row->addWidget(summary_, 1);
    row->addWidget(presets_);
    row->addWidget(save_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(row);
    layout->addWidget(table_, 1);
}

void PickedPanel::sort_by(Signal signal, Qt::SortOrder order) {
    table_->sortByColumn(PickedColumns::of(signal), order);
}

void PickedPanel::set_presets(QMenu& presets) { presets_->setMenu(&presets); }

void PickedPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    model_->set_active(true);
    follow_state();
}

void PickedPanel::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    model_->set_active(false);
}

/// A reset leaves the table without a current row.
void PickedPanel::follow_rows() {
    follow_selection();
    follow_state();
}

void PickedPanel::follow_selection() {
    const QScopedValueRollback<bool> guard(following_, true);
    const auto& selection = session_.view().selection;
    const auto row = selection.empty() ? std::nullopt : model_->row_of(selection.back());
    const QModelIndex index = row ? model_->index(*row, 0) : QModelIndex();
    if (row && table_->currentIndex().row() == *row) return;
    table_->selectionModel()->setCurrentIndex(
        index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (row) table_->scrollTo(index);
}

void PickedPanel::select_row() {
    if (following_ || !table_->currentIndex().isValid()) return;
    session_.select(model_->sample_at(table_->currentIndex().row()));
}

void PickedPanel::follow_state() {
    const std::size_t count = session_.picked_count();
    const QString obstacle = maker_.obstacle();
    QStringList words;
    if (count == 0) {
        words << tr("No sample is picked: drag with Shift (box) or Ctrl (lasso) on the canvas.");
    } else {
        words << tr("%1 of %2 samples, over all epochs")
                     .arg(number_words(count),
                          number_words(session_.dataset()->series.sample_count()));
    }
    if (!obstacle.isEmpty() && session_.dataset()) words << obstacle;
    if (!maker_.problem().isEmpty() && !maker_.mapped()) words << maker_.problem();
    summary_->setText(words.join(QStringLiteral("   ")));
    summary_->setToolTip(summary_->text());
    save_->setEnabled(count > 0);
    save_->setToolTip(count > 0 ? tr("Save the table with all digits (Ctrl+Shift+S)")
                                : tr("No sample is picked."));
    presets_->setEnabled(obstacle.isEmpty());
    presets_->setToolTip(obstacle.isEmpty() ? tr("Pick samples by their training signals")
                                            : obstacle);
    save_pending();
}

void PickedPanel::save() {
    if (session_.picked_count() == 0) return;
    auto* dialog = new QFileDialog(this, tr("Save the picked samples as CSV"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("Tables (*.csv)"));
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(
        QStringLiteral("%1-picked.csv").arg(QString::fromStdString(session_.dataset()->name)));
    connect(dialog, &QFileDialog::fileSelected, this, &PickedPanel::save_to);
    dialog->open();
}

void PickedPanel::save_to(const QString& file) {
    pending_ = file;
    maker_.retry();
    save_pending();
}

void PickedPanel::save_pending() {
    if (!pending_ || writing_.is_running() || (maker_.is_working() && !maker_.mapped())) return;
    const QString file = *std::exchange(pending_, std::nullopt);
    const auto& picked = session_.picked();
    if (!picked) return;
    auto table = maker_.mapped() ? maker_.mapped()->table : nullptr;
    auto facts = std::make_shared<const PickedFacts>(session_.dataset(), std::move(table));
    // In the order of the table, if that shows them.
    const QHeaderView& columns = *table_->horizontalHeader();
    auto samples = sorted_by(*facts, picked->samples(), columns.sortIndicatorSection(),
                             columns.sortIndicatorOrder() == Qt::DescendingOrder);
    writing_.start([file, facts = std::move(facts), samples = std::move(samples)](const Job& job) {
        write_csv(file.toStdString(), *facts, samples, job);
        return tr("Rows written to %1: %2")
            .arg(QDir::toNativeSeparators(file), number_words(samples.size()));
    });
}

}  // namespace epochscope::app
