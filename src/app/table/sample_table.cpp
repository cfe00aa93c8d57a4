#include "app/table/sample_table.h"

#include "app/actions/context_menus.h"
#include "app/datamap/map_maker.h"
#include "app/session/folder_beside.h"
#include "app/session/session.h"
#include "app/table/sample_table_model.h"
#include "app/table/table_csv.h"
#include "app/widgets/elided_label.h"
#include "app/widgets/number_words.h"
#include "app/widgets/row_table.h"

#include <epochscope/model/error.h>

#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSettings>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace epochscope::app {
namespace {

/// Beside a column's name: the mark of sorting, and air.
constexpr int header_margin = 34;
constexpr int min_column_width = 64;
/// The width of a column of texts or dates, in letters.
constexpr int wide_letters = 18;

/// The names of the columns that the user hides.
constexpr auto hidden_key = "table/hidden";

QString name_of(const TableColumn& column) { return QString::fromStdString(column.name); }

}  // namespace

SampleTable::SampleTable(Session& session, SampleFilter& filter, const MapMaker& maker,
                         QWidget* parent)
    : QWidget(parent),
      session_(session),
      maker_(maker),
      model_(new SampleTableModel(session, filter, this)),
      table_(new QTableView(this)),
      only_picked_(new QCheckBox(tr("Only picked"), this)),
      summary_(new ElidedLabel(this)),
      presets_(new QPushButton(this)),
      save_(new QPushButton(tr("Save as CSV…"), this)),
      writing_([this](const Outcome<QString>& outcome) {
          emit message(outcome.result ? *outcome.result
                                      : tr("The table was not written: %1").arg(outcome.problem));
      }) {
    build_table();
    lay_out();
    connect(save_, &QPushButton::clicked, this, [this] { save(model_->only_picked()); });
    connect(only_picked_, &QCheckBox::toggled, model_, &SampleTableModel::set_only_picked);
    connect(model_, &SampleTableModel::columns_changed, this, &SampleTable::follow_columns);
    connect(model_, &SampleTableModel::rows_changed, this, &SampleTable::follow_selection);
    connect(model_, &SampleTableModel::state_changed, this, &SampleTable::follow_state);
    connect(&session, &Session::selection_changed, this, &SampleTable::follow_selection);
    connect(&session, &Session::picked_changed, this, &SampleTable::follow_state);
    follow_columns();
}

void SampleTable::build_table() {
    table_->setAccessibleName(tr("Samples"));
    table_->setModel(model_);
    show_as_rows(*table_);
    QHeaderView& columns = *table_->horizontalHeader();
    columns.setSectionsMovable(true);
    columns.setSortIndicatorClearable(true);
    columns.setSortIndicator(-1, Qt::AscendingOrder);
    columns.setContextMenuPolicy(Qt::CustomContextMenu);
    table_->setContextMenuPolicy(Qt::CustomContextMenu);
    table_->setSortingEnabled(true);
    connect(&columns, &QWidget::customContextMenuRequested, this, &SampleTable::open_column_menu);
    connect(table_, &QWidget::customContextMenuRequested, this, &SampleTable::open_row_menu);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &SampleTable::select_row);
    connect(table_, &QTableView::activated, this,
            [this](const QModelIndex& index) { emit reached(model_->sample_at(index.row())); });
}

void SampleTable::lay_out() {
    only_picked_->setAccessibleName(only_picked_->text());
    only_picked_->setToolTip(tr("List only the picked samples"));
    summary_->setAccessibleName(tr("How many samples are listed"));
    presets_->setText(tr("Pick by training"));
    presets_->setAccessibleName(presets_->text());
    save_->setAccessibleName(tr("Save the table as CSV"));
    save_->setToolTip(tr("Save the rows and columns that are shown, with all digits"));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(8, 4, 8, 0);
    row->addWidget(only_picked_);
    row->addWidget(summary_, 1);
    row->addWidget(presets_);
    row->addWidget(save_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(row);
    layout->addWidget(table_, 1);
}

void SampleTable::sort_by(const std::string& name, Qt::SortOrder order) {
    if (const auto column = model_->column_of(name)) table_->sortByColumn(*column, order);
}

void SampleTable::set_presets(QMenu& presets) { presets_->setMenu(&presets); }

void SampleTable::set_only_picked(bool only) { only_picked_->setChecked(only); }

void SampleTable::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    model_->set_active(true);
    follow_state();
}

void SampleTable::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    model_->set_active(false);
}

void SampleTable::follow_columns() {
    QHeaderView& header = *table_->horizontalHeader();
    const QStringList hidden = QSettings().value(hidden_key).toStringList();
    const QFontMetrics metrics = fontMetrics();
    const auto& columns = model_->columns();
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const int column = static_cast<int>(i);
        const bool is_hidden = hidden.contains(name_of(columns[i]));
        header.moveSection(header.visualIndex(column), column);
        header.setSectionHidden(column, is_hidden);
        if (is_hidden) model_->set_shown(column, false);
        const ColumnType type = columns[i].type;
        const bool is_wide = type == ColumnType::text || type == ColumnType::date;
        const int letters = is_wide ? metrics.averageCharWidth() * wide_letters : 0;
        header.resizeSection(
            column, std::max({min_column_width, letters,
                              metrics.horizontalAdvance(columns[i].heading) + header_margin}));
    }
    header.setSortIndicator(model_->sort_column(), model_->sort_order());
    follow_state();
}

void SampleTable::set_shown(int column, bool shown) {
    table_->horizontalHeader()->setSectionHidden(column, !shown);
    model_->set_shown(column, shown);
    // Columns that this dataset does not have stay as they were.
    const QString name = name_of(model_->columns()[static_cast<std::size_t>(column)]);
    QSettings settings;
    QStringList hidden = settings.value(hidden_key).toStringList();
    hidden.removeAll(name);
    if (!shown) hidden << name;
    settings.setValue(hidden_key, hidden);
}

void SampleTable::open_column_menu(QPoint at) {
    QHeaderView& header = *table_->horizontalHeader();
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    // Other columns may come while it is open.
    connect(model_, &SampleTableModel::columns_changed, menu, &QWidget::close);
    const auto& columns = model_->columns();
    const int shown = header.count() - header.hiddenSectionCount();
    for (int column = 0; column < header.count(); ++column) {
        const TableColumn& known = columns[static_cast<std::size_t>(column)];
        QAction* action = menu->addAction(QString(known.heading).replace("&", "&&"));
        action->setToolTip(known.meaning);
        action->setCheckable(true);
        action->setChecked(!header.isSectionHidden(column));
        // A table without columns has no heading to bring them back.
        action->setEnabled(shown > 1 || !action->isChecked());
        connect(action, &QAction::toggled, this,
                [this, column](bool on) { set_shown(column, on); });
    }
    menu->addSeparator();
    QAction* all = menu->addAction(tr("Show all columns"));
    all->setEnabled(header.hiddenSectionCount() > 0);
    connect(all, &QAction::triggered, this, [this] {
        for (int column = 0; column < model_->columnCount(); ++column) set_shown(column, true);
    });
    menu->popup(header.viewport()->mapToGlobal(at));
}

void SampleTable::open_row_menu(QPoint at) {
    const QModelIndex index = table_->indexAt(at);
    if (!index.isValid()) return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    add_sample_entries(*menu, session_, model_->sample_at(index.row()));
    menu->popup(table_->viewport()->mapToGlobal(at));
}

/// Other rows leave the table with a current row of another sample, or without one.
void SampleTable::follow_selection() {
    const QScopedValueRollback<bool> guard(following_, true);
    const auto& selection = session_.view().selection;
    const auto row = selection.empty() ? std::nullopt : model_->row_of(selection.back());
    const QModelIndex current = table_->currentIndex();
    if (row && current.row() == *row) return;
    const int column = std::max(0, current.column());
    const QModelIndex index = row ? model_->index(*row, column) : QModelIndex();
    table_->selectionModel()->setCurrentIndex(
        index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (row) table_->scrollTo(index);
}

void SampleTable::select_row() {
    if (following_ || !table_->currentIndex().isValid()) return;
    session_.select(model_->sample_at(table_->currentIndex().row()));
}

void SampleTable::follow_state() {
    const auto& dataset = session_.dataset();
    const QString obstacle = maker_.obstacle();
    QStringList words;
    if (dataset && model_->only_picked() && session_.picked_count() == 0) {
        words << tr("No sample is picked: drag with Shift (box) or Ctrl (lasso) on the canvas.");
    } else if (dataset) {
        words << tr("%1 of %2 samples")
                     .arg(number_words(model_->samples().size()),
                          number_words(dataset->series.sample_count()));
    }
    if (model_->is_sorting()) words << tr("Sorting…");
    if (model_->is_computing()) words << tr("Computing training signals…");
    if (dataset && !obstacle.isEmpty()) words << obstacle;
    if (!model_->problem().isEmpty()) words << model_->problem();
    summary_->set_words(words.join(QStringLiteral("   ")));
    save_->setEnabled(dataset && !model_->samples().empty());
    presets_->setEnabled(obstacle.isEmpty());
    presets_->setToolTip(obstacle.isEmpty() ? tr("Pick samples by their training signals")
                                            : obstacle);
}

void SampleTable::save(bool only_picked) {
    if (!session_.dataset() || (only_picked && session_.picked_count() == 0)) return;
    const QFileDialog& dialog = ask_where_to_save(
        *this, *session_.dataset(),
        only_picked ? tr("Save the picked samples as CSV") : tr("Save the samples as CSV"),
        tr("Tables (*.csv)"),
        only_picked ? QStringLiteral("-picked.csv") : QStringLiteral("-samples.csv"));
    connect(&dialog, &QFileDialog::fileSelected, this, [this, only_picked](const QString& file) {
        save_to(file, model_->order(only_picked));
    });
}

void SampleTable::save_list(const std::vector<std::size_t>& samples) {
    if (!session_.dataset()) return;
    if (writing_.is_running()) {
        emit message(tr("Another table is still being written."));
        return;
    }
    RowOrder order;
    order.columns = session_.columns();
    order.filtered = std::make_shared<const std::vector<std::size_t>>(samples);
    save_to(new_file_beside(*session_.dataset(), QStringLiteral("list"), QStringLiteral("csv")),
            std::move(order));
}

/// With the columns in the order of the table.
void SampleTable::save_to(const QString& file, RowOrder order) {
    if (!session_.columns()) return;
    const QHeaderView& header = *table_->horizontalHeader();
    const EpochSeries& series = session_.dataset()->series;
    std::vector<std::string> names;
    for (int place = 0; place < header.count(); ++place) {
        const int column = header.logicalIndex(place);
        if (!header.isSectionHidden(column))
            names.push_back(name_at(model_->columns()[static_cast<std::size_t>(column)], series,
                                    model_->epoch()));
    }
    writing_.start([file, names = std::move(names), order = std::move(order)](const Job& job) {
        std::vector<Column> columns;
        for (const std::string& name : names) {
            try {
                columns.push_back(order.columns->column(name, job));
            } catch (const Error&) {
                // What could not be computed is not shown either.
            }
        }
        const auto rows = table_rows(order, job);
        write_csv(file.toStdString(), columns, rows, job);
        return tr("Rows written to %1: %2").arg(QDir::toNativeSeparators(file)).arg(rows.size());
    });
}

}  // namespace epochscope::app
