#include "query/query_connection.h"
#include "query/row_range.h"
#include "query/sql_value.h"

#include <epochscope/model/error.h>

#include <sqlite3.h>

#include <algorithm>
#include <memory>
#include <string>

namespace epochscope {

namespace {

enum EpochsColumn : int { sample, epoch, x, y, prediction, confidence, correct };

constexpr const char* declaration =
    "CREATE TABLE epochs(sample INTEGER, epoch INTEGER, x REAL, y REAL, prediction TEXT, "
    "confidence REAL, correct INTEGER)";

struct EpochsTable : sqlite3_vtab {
    QueryContext* context = nullptr;

    [[nodiscard]] const EpochSeries& series() const { return context->columns->dataset()->series; }
};

/// Goes through the samples of an epoch, epoch by epoch, or through the epochs of a sample.
struct EpochsCursor : sqlite3_vtab_cursor {
    std::int64_t at_epoch = 0;
    std::int64_t at_sample = 0;
    bool is_by_sample = false;
    /// Indices of epochs.
    RowRange epochs;
    RowRange samples;
};

EpochsTable& table_of(sqlite3_vtab* table) { return *static_cast<EpochsTable*>(table); }
EpochsCursor& cursor_of(sqlite3_vtab_cursor* cursor) { return *static_cast<EpochsCursor*>(cursor); }

int connect(sqlite3* connection, void* data, int, const char* const*, sqlite3_vtab** result,
            char**) {
    auto& context = *static_cast<QueryContext*>(data);
    return context.guarded([&] {
        auto table = std::make_unique<EpochsTable>();
        table->context = &context;
        const int code = context.declare(connection, declaration);
        if (code == SQLITE_OK) *result = table.release();
        return code;
    });
}

int disconnect(sqlite3_vtab* table) {
    const std::unique_ptr<EpochsTable> owner(&table_of(table));
    return SQLITE_OK;
}

/// Whether rows are asked for in the order of these two columns, or of the first of them.
bool is_order(const sqlite3_index_info& plan, int first, int second) {
    const auto is_by = [&](int place, int column) {
        return plan.aOrderBy[place].iColumn == column && plan.aOrderBy[place].desc == 0;
    };
    return (plan.nOrderBy == 1 || (plan.nOrderBy == 2 && is_by(1, second))) && is_by(0, first);
}

/// The plan has two letters an argument: the column and the comparison.
int best_index(sqlite3_vtab* table, sqlite3_index_info* plan) {
    const EpochSeries& series = table_of(table).series();
    auto samples = static_cast<double>(series.sample_count());
    auto epochs = static_cast<double>(series.epoch_count());
    int arguments = 0;
    std::string letters;
    for (int i = 0; i < plan->nConstraint; ++i) {
        const auto& constraint = plan->aConstraint[i];
        const char letter = range_letter(constraint.op);
        const bool is_sample = constraint.iColumn == EpochsColumn::sample;
        const bool is_epoch = constraint.iColumn == EpochsColumn::epoch;
        if (constraint.usable == 0 || letter == '\0' || !(is_sample || is_epoch)) continue;
        letters += is_sample ? 's' : 'e';
        letters += letter;
        plan->aConstraintUsage[i].argvIndex = ++arguments;
        double& rows = is_sample ? samples : epochs;
        rows = letter == '=' ? 1 : std::max(1.0, rows / 3);
    }
    plan->idxStr = sqlite3_mprintf("%s", letters.c_str());
    plan->needToFreeIdxStr = 1;
    plan->estimatedRows = static_cast<sqlite3_int64>(samples * epochs);
    plan->estimatedCost = samples * epochs;
    // Groups of an epoch or of a sample are then not sorted.
    const bool is_by_sample = is_order(*plan, EpochsColumn::sample, EpochsColumn::epoch);
    const bool is_by_epoch = is_order(*plan, EpochsColumn::epoch, EpochsColumn::sample);
    plan->idxNum = is_by_sample ? 1 : 0;
    plan->orderByConsumed = is_by_sample || is_by_epoch ? 1 : 0;
    return SQLITE_OK;
}

int open(sqlite3_vtab* table, sqlite3_vtab_cursor** cursor) {
    return table_of(table).context->guarded([&] {
        *cursor = std::make_unique<EpochsCursor>().release();
        return SQLITE_OK;
    });
}

int close(sqlite3_vtab_cursor* cursor) {
    const std::unique_ptr<EpochsCursor> owner(&cursor_of(cursor));
    return SQLITE_OK;
}

/// Turns a range of epochs' numbers into one of their indices.
RowRange indices_of(const EpochSeries& series, const RowRange& numbers) {
    const auto index_of = [&](std::int64_t number) {
        const auto epochs = series.epochs();
        return std::ranges::lower_bound(epochs, number, {}, &Epoch::number) - epochs.begin();
    };
    return {index_of(numbers.begin), index_of(numbers.end)};
}

int filter(sqlite3_vtab_cursor* cursor, int is_by_sample, const char* plan, int count,
           sqlite3_value** values) {
    EpochsCursor& at = cursor_of(cursor);
    const EpochSeries& series = table_of(cursor->pVtab).series();
    RowRange numbers{series.epochs().front().number, series.epochs().back().number + 1};
    at.samples = {0, static_cast<std::int64_t>(series.sample_count())};
    for (std::ptrdiff_t i = 0; i < count; ++i)
        (plan[2 * i] == 's' ? at.samples : numbers).narrow(plan[2 * i + 1], values[i]);
    at.epochs = indices_of(series, numbers);
    at.is_by_sample = is_by_sample != 0;
    at.at_epoch = at.epochs.begin;
    at.at_sample = at.samples.begin;
    return SQLITE_OK;
}

int next(sqlite3_vtab_cursor* cursor) {
    EpochsCursor& at = cursor_of(cursor);
    std::int64_t& inner = at.is_by_sample ? at.at_epoch : at.at_sample;
    const RowRange& range = at.is_by_sample ? at.epochs : at.samples;
    if (++inner < range.end) return SQLITE_OK;
    inner = range.begin;
    ++(at.is_by_sample ? at.at_sample : at.at_epoch);
    return SQLITE_OK;
}

int is_at_end(sqlite3_vtab_cursor* cursor) {
    const EpochsCursor& at = cursor_of(cursor);
    return at.at_epoch >= at.epochs.end || at.at_sample >= at.samples.end ? 1 : 0;
}

/// The class's name; NULL if it is unknown, or out of range in a mapped file.
void give_class(sqlite3_context* result, const EpochSeries& series, std::int32_t code) {
    const auto& names = series.classes().names;
    if (code >= 0 && static_cast<std::size_t>(code) < names.size())
        give_text(result, names[static_cast<std::size_t>(code)]);
}

int read(sqlite3_vtab_cursor* cursor, sqlite3_context* result, int column) {
    const EpochsCursor& at = cursor_of(cursor);
    const EpochSeries& series = table_of(cursor->pVtab).series();
    const Epoch& values = series.epoch(static_cast<std::size_t>(at.at_epoch));
    const auto row = static_cast<std::size_t>(at.at_sample);
    switch (column) {
        case EpochsColumn::sample:
            sqlite3_result_int64(result, at.at_sample);
            break;
        case EpochsColumn::epoch:
            sqlite3_result_int64(result, values.number);
            break;
        case EpochsColumn::x:
            sqlite3_result_double(result, static_cast<double>(values.positions[row].x));
            break;
        case EpochsColumn::y:
            sqlite3_result_double(result, static_cast<double>(values.positions[row].y));
            break;
        case EpochsColumn::prediction:
            if (!values.predictions.empty()) give_class(result, series, values.predictions[row]);
            break;
        case EpochsColumn::confidence:
            if (!values.confidence.empty())
                sqlite3_result_double(result, static_cast<double>(values.confidence[row]));
            break;
        default:
            // Unknown where the label or the prediction is.
            if (!values.predictions.empty() && values.predictions[row] >= 0 &&
                series.classes().is_labelled(series.labels()[row]))
                sqlite3_result_int(result, values.predictions[row] == series.labels()[row] ? 1 : 0);
            break;
    }
    return SQLITE_OK;
}

int row_id(sqlite3_vtab_cursor* cursor, sqlite3_int64* id) {
    const EpochsCursor& at = cursor_of(cursor);
    const auto samples = static_cast<std::int64_t>(table_of(cursor->pVtab).series().sample_count());
    *id = at.at_epoch * samples + at.at_sample;
    return SQLITE_OK;
}

constexpr sqlite3_module make_module() {
    sqlite3_module module{};
    module.xConnect = connect;
    module.xDisconnect = disconnect;
    module.xBestIndex = best_index;
    module.xOpen = open;
    module.xClose = close;
    module.xFilter = filter;
    module.xNext = next;
    module.xEof = is_at_end;
    module.xColumn = read;
    module.xRowid = row_id;
    return module;
}
constexpr sqlite3_module epochs_module = make_module();

}  // namespace

void add_epochs_table(sqlite3* connection, QueryContext& context) {
    sqlite3_create_module_v2(connection, "epochs", &epochs_module, &context, nullptr);
}

}  // namespace epochscope
