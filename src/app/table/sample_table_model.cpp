#include "app/table/sample_table_model.h"

#include "app/session/sample_filter.h"
#include "app/session/session.h"
#include "app/tasks/task.h"

#include <epochscope/model/error.h>
#include <epochscope/model/playhead.h>

#include <QTextDocument>

#include <algorithm>
#include <exception>
#include <span>
#include <utility>

namespace epochscope::app {
namespace {

/// How long the playhead rests before rows are sorted by values at it, in milliseconds.
constexpr int rest = 250;

}  // namespace

SampleTableModel::SampleTableModel(Session& session, SampleFilter& filter, QObject* parent)
    : QAbstractTableModel(parent),
      session_(session),
      filter_(filter),
      loader_(load, [this](const Wanted& wanted,
                           Loaded loaded) { take_column(wanted, std::move(loaded)); }),
      sorter_(find_rows, [this](const RowOrder&, Rows rows) {
          if (!rows.problem.isEmpty()) problem_ = rows.problem;
          take_rows(std::move(rows.samples));
      }) {
    rest_.setSingleShot(true);
    rest_.setInterval(rest);
    connect(&rest_, &QTimer::timeout, this, &SampleTableModel::follow);
    connect(&session, &Session::dataset_changed, this, &SampleTableModel::rebuild);
    connect(&session, &Session::epochs_changed, this, &SampleTableModel::follow_epochs);
    connect(&session, &Session::findings_changed, this, &SampleTableModel::follow_epochs);
    connect(&session, &Session::playhead_changed, this, &SampleTableModel::follow_playhead);
    connect(&session, &Session::filter_changed, this, &SampleTableModel::follow);
    connect(&session, &Session::picked_changed, this, [this] {
        if (only_picked_) follow();
    });
    rebuild();
}

void SampleTableModel::set_active(bool active) {
    if (active == is_active_) return;
    is_active_ = active;
    if (!active) return;
    follow_playhead();
    follow();
    load_next();
}

void SampleTableModel::set_only_picked(bool only) {
    if (only == only_picked_) return;
    only_picked_ = only;
    follow();
}

void SampleTableModel::set_shown(int column, bool shown) {
    shown_[static_cast<std::size_t>(column)] = shown;
    load_next();
}

/// Of a series that stays, the sorting stays, by the name of its column.
void SampleTableModel::rebuild() {
    loader_.cancel();
    sorter_.cancel();
    rest_.stop();
    const auto& columns = session_.columns();
    const std::string sorted =
        sort_column_ < 0 ? std::string() : columns_[static_cast<std::size_t>(sort_column_)].name;
    beginResetModel();
    columns_ = columns ? table_columns(*columns) : std::vector<TableColumn>();
    shown_.assign(columns_.size(), true);
    values_.assign(columns_.size(), std::nullopt);
    failed_.assign(columns_.size(), false);
    problem_.clear();
    rows_.clear();
    sort_column_ = column_of(sorted).value_or(-1);
    epoch_ = 0;
    endResetModel();
    if (columns) {
        epoch_ = moment_at(session_.playhead(), columns->dataset()->series.epoch_count()).reached();
        read_playhead();
    }
    emit columns_changed();
    follow();
    load_next();
}

/// The rows stay where they are, and so does what is scrolled to, unless there are other columns.
void SampleTableModel::follow_epochs() {
    const std::vector<TableColumn> columns = table_columns(*session_.columns());
    if (!std::ranges::equal(columns, columns_, {}, &TableColumn::name, &TableColumn::name))
        return rebuild();
    // What a column means may be of other epochs than before.
    columns_ = columns;
    emit headerDataChanged(Qt::Horizontal, 0, static_cast<int>(columns_.size()) - 1);
    loader_.cancel();
    values_.assign(columns_.size(), std::nullopt);
    failed_.assign(columns_.size(), false);
    problem_.clear();
    epoch_ = moment_at(session_.playhead(), session_.columns()->dataset()->series.epoch_count())
                 .reached();
    read_playhead();
    follow();
    load_next();
}

void SampleTableModel::follow_playhead() {
    if (!is_active_ || !session_.columns()) return;
    const std::size_t count = session_.columns()->dataset()->series.epoch_count();
    const std::size_t reached = moment_at(session_.playhead(), count).reached();
    if (reached == epoch_) return;
    epoch_ = reached;
    read_playhead();
    if (is_sorted_at_playhead()) rest_.start();
}

void SampleTableModel::read_playhead() {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        if (!columns_[i].at_playhead) continue;
        values_[i] = column_at(columns_[i], *session_.columns(), epoch_);
        refresh(i);
    }
}

/// A view draws only the cells of these that are on the screen.
void SampleTableModel::refresh(std::size_t column) {
    const int rows = rowCount();
    if (rows == 0) return;
    const int at = static_cast<int>(column);
    emit dataChanged(index(0, at), index(rows - 1, at));
}

bool SampleTableModel::is_sorted_at_playhead() const {
    return sort_column_ >= 0 && columns_[static_cast<std::size_t>(sort_column_)].at_playhead;
}

RowOrder SampleTableModel::order(bool only_picked) const {
    RowOrder order;
    order.columns = session_.columns();
    if (session_.filter()) order.filtered = filter_.shared_matches();
    if (only_picked)
        order.only = session_.picked()
                         ? session_.picked()
                         : std::make_shared<const PickedSamples>(order.columns->sample_count(),
                                                                 std::span<const std::size_t>());
    order.descending = descending_;
    if (sort_column_ < 0) return order;
    const auto column = static_cast<std::size_t>(sort_column_);
    // What is unknown at this epoch sorts nothing.
    if (!columns_[column].at_playhead || values_[column])
        order.sort_by = name_at(columns_[column], order.columns->dataset()->series, epoch_);
    return order;
}

void SampleTableModel::follow() {
    if (!is_active_ || !session_.columns()) return;
    rest_.stop();
    sorter_.cancel();
    sorter_.ask(order(only_picked_));
    emit state_changed();
}

SampleTableModel::Rows SampleTableModel::find_rows(const RowOrder& order,
                                                   const std::stop_token& stop) {
    const Job job{.progress = {}, .stop = stop};
    try {
        return {table_rows(order, job), {}};
    } catch (const Cancelled&) {
        throw;
    } catch (const std::exception& error) {
        RowOrder unsorted = order;
        unsorted.sort_by.clear();
        return {table_rows(unsorted, job), problem_of(error)};
    }
}

void SampleTableModel::take_rows(std::vector<std::uint32_t> rows) {
    // A table of as many rows keeps them, so that sorting does not lay them out again.
    if (rows.size() == rows_.size()) {
        rows_ = std::move(rows);
        if (!rows_.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    } else {
        beginResetModel();
        rows_ = std::move(rows);
        endResetModel();
    }
    emit rows_changed();
    emit state_changed();
}

/// One after another, signals last: the others are there while those are computed.
void SampleTableModel::load_next() {
    if (!is_active_ || !session_.columns() || !loader_.is_settled()) return;
    std::optional<std::size_t> next;
    for (std::size_t i = 0; i < columns_.size() && !(next && !columns_[*next].is_signal); ++i) {
        const bool wanted = shown_[i] && !values_[i] && !failed_[i] && !columns_[i].at_playhead;
        if (wanted && (!next || !columns_[i].is_signal)) next = i;
    }
    if (next) loader_.ask({session_.columns(), *next, columns_[*next].name});
    emit state_changed();
}

SampleTableModel::Loaded SampleTableModel::load(const Wanted& wanted, const std::stop_token& stop) {
    try {
        return {wanted.columns->column(wanted.name, {.progress = {}, .stop = stop}), {}};
    } catch (const Cancelled&) {
        throw;
    } catch (const std::exception& error) {
        return {std::nullopt, problem_of(error)};
    }
}

void SampleTableModel::take_column(const Wanted& wanted, Loaded loaded) {
    if (wanted.columns == session_.columns()) {
        values_[wanted.index] = std::move(loaded.column);
        failed_[wanted.index] = !values_[wanted.index];
        if (failed_[wanted.index]) problem_ = loaded.problem;
        refresh(wanted.index);
    }
    load_next();
}

bool SampleTableModel::is_settled() const {
    return sorter_.is_settled() && loader_.is_settled() && !rest_.isActive();
}

void SampleTableModel::sort(int column, Qt::SortOrder order) {
    const bool descending = order == Qt::DescendingOrder;
    if (column == sort_column_ && descending == descending_) return;
    sort_column_ = column < columnCount() ? column : -1;
    descending_ = descending;
    follow();
}

int SampleTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int SampleTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(columns_.size());
}

QVariant SampleTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const auto column = static_cast<std::size_t>(index.column());
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(
            (columns_[column].type == ColumnType::text ? Qt::AlignLeft : Qt::AlignRight) |
            Qt::AlignVCenter);
    const std::size_t sample = sample_at(index.row());
    const auto& values = values_[column];
    if (role == Qt::DisplayRole) {
        if (values) return shown_words(*values, sample);
        return columns_[column].is_signal && !failed_[column] ? QStringLiteral("\u2026")
                                                              : QString();
    }
    if (role != Qt::ToolTipRole || !values) return {};
    const QString words = whole_words(*values, sample);
    // Texts come from files and may contain mark-up.
    return Qt::mightBeRichText(words) ? Qt::convertFromPlainText(words) : words;
}

QVariant SampleTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) return {};
    const TableColumn& column = columns_[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole) return column.heading;
    if (role != Qt::ToolTipRole) return {};
    const std::string name = session_.columns()
                                 ? name_at(column, session_.columns()->dataset()->series, epoch_)
                                 : column.name;
    return tr("%1.\nIn a condition: %2\nClick to sort, right click to choose columns")
        .arg(column.meaning, QString::fromStdString(name));
}

std::optional<int> SampleTableModel::column_of(const std::string& name) const {
    const auto found = std::ranges::find(columns_, name, &TableColumn::name);
    if (found == columns_.end()) return std::nullopt;
    return static_cast<int>(found - columns_.begin());
}

std::optional<int> SampleTableModel::row_of(std::size_t sample) const {
    const auto found = std::ranges::find(rows_, static_cast<std::uint32_t>(sample));
    if (found == rows_.end()) return std::nullopt;
    return static_cast<int>(found - rows_.begin());
}

}  // namespace epochscope::app
