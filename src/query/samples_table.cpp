#include "query/query_connection.h"
#include "query/row_range.h"
#include "query/sql_tokens.h"
#include "query/sql_value.h"

#include <epochscope/model/error.h>

#include <sqlite3.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace epochscope {

namespace {

/// SQLite has no more columns than this.
constexpr std::size_t max_columns = 1900;

struct SamplesTable : sqlite3_vtab {
    QueryContext* context = nullptr;
    std::vector<std::string> names;
    /// Made when the query first reads them.
    std::vector<std::optional<Column>> columns;

    const Column& column(std::size_t index) {
        if (!columns[index]) columns[index] = context->column(names[index]);
        return *columns[index];
    }
};

struct SamplesCursor : sqlite3_vtab_cursor {
    std::size_t sample = 0;
    std::size_t end = 0;
};

SamplesTable& table_of(sqlite3_vtab* table) { return *static_cast<SamplesTable*>(table); }
SamplesCursor& cursor_of(sqlite3_vtab_cursor* cursor) {
    return *static_cast<SamplesCursor*>(cursor);
}

const char* type_in_sql(ColumnType type) {
    switch (type) {
        case ColumnType::whole:
        case ColumnType::truth:
            return " INTEGER";
        case ColumnType::real:
            return " REAL";
        case ColumnType::date:
        case ColumnType::text:
            return " TEXT";
    }
    return "";
}

std::string declaration(SamplesTable& table) {
    std::string sql = "CREATE TABLE samples(";
    for (const ColumnInfo& info : table.context->columns->list()) {
        if (table.names.size() == max_columns) break;
        if (!table.names.empty()) sql += ", ";
        sql += quoted_name(info.name) + type_in_sql(info.type);
        table.names.push_back(info.name);
    }
    for (const std::string& name : table.context->epoch_columns) {
        sql +=
            ", " + quoted_name(name) + type_in_sql(table.context->column(name).type()) + " HIDDEN";
        table.names.push_back(name);
    }
    table.columns.resize(table.names.size());
    return sql + ")";
}

int connect(sqlite3* connection, void* data, int, const char* const*, sqlite3_vtab** result,
            char**) {
    auto& context = *static_cast<QueryContext*>(data);
    return context.guarded([&] {
        auto table = std::make_unique<SamplesTable>();
        table->context = &context;
        const int code = context.declare(connection, declaration(*table).c_str());
        if (code == SQLITE_OK) *result = table.release();
        return code;
    });
}

int disconnect(sqlite3_vtab* table) {
    const std::unique_ptr<SamplesTable> owner(&table_of(table));
    return SQLITE_OK;
}

int best_index(sqlite3_vtab* table, sqlite3_index_info* plan) {
    const double samples = static_cast<double>(table_of(table).context->columns->sample_count());
    plan_range(*plan, 0, samples);
    return SQLITE_OK;
}

int open(sqlite3_vtab* table, sqlite3_vtab_cursor** cursor) {
    return table_of(table).context->guarded([&] {
        *cursor = std::make_unique<SamplesCursor>().release();
        return SQLITE_OK;
    });
}

int close(sqlite3_vtab_cursor* cursor) {
    const std::unique_ptr<SamplesCursor> owner(&cursor_of(cursor));
    return SQLITE_OK;
}

int filter(sqlite3_vtab_cursor* cursor, int, const char* plan, int count, sqlite3_value** values) {
    SamplesCursor& at = cursor_of(cursor);
    const SamplesTable& table = table_of(cursor->pVtab);
    RowRange range{0, static_cast<std::int64_t>(table.context->columns->sample_count())};
    for (int i = 0; i < count; ++i) range.narrow(plan[i], values[i]);
    at.sample = static_cast<std::size_t>(range.begin);
    at.end = static_cast<std::size_t>(range.end);
    return SQLITE_OK;
}

int next(sqlite3_vtab_cursor* cursor) {
    ++cursor_of(cursor).sample;
    return SQLITE_OK;
}

int is_at_end(sqlite3_vtab_cursor* cursor) {
    return cursor_of(cursor).sample >= cursor_of(cursor).end ? 1 : 0;
}

int read(sqlite3_vtab_cursor* cursor, sqlite3_context* result, int index) {
    SamplesTable& table = table_of(cursor->pVtab);
    const std::size_t sample = cursor_of(cursor).sample;
    if (index == 0) {
        sqlite3_result_int64(result, static_cast<sqlite3_int64>(sample));
        return SQLITE_OK;
    }
    return table.context->guarded([&] {
        give_value(result, table.column(static_cast<std::size_t>(index)), sample);
        return SQLITE_OK;
    });
}

int row_id(sqlite3_vtab_cursor* cursor, sqlite3_int64* id) {
    *id = static_cast<sqlite3_int64>(cursor_of(cursor).sample);
    return SQLITE_OK;
}

constexpr sqlite3_module make_module() {
    sqlite3_module module{};
    // Without xCreate, it is a table of this name from the start, and no other can be made.
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
constexpr sqlite3_module samples_module = make_module();

}  // namespace

void add_samples_table(sqlite3* connection, QueryContext& context) {
    sqlite3_create_module_v2(connection, "samples", &samples_module, &context, nullptr);
}

}  // namespace epochscope
