#include "query/query_connection.h"
#include "query/row_range.h"
#include "query/sample_plan.h"
#include "query/sample_scan.h"
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
    std::vector<ColumnType> types;
    /// Those of epochs, to tell their types, and others when the query first reads them.
    std::vector<std::optional<Column>> columns;

    const Column& column(std::size_t index) {
        if (!columns[index]) columns[index] = context->column(names[index]);
        return *columns[index];
    }
};

struct SamplesCursor : sqlite3_vtab_cursor {
    SampleScan scan;
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
        table.types.push_back(info.type);
    }
    table.columns.resize(table.names.size());
    for (const std::string& name : table.context->epoch_columns) {
        table.names.push_back(name);
        const Column& column = *table.columns.emplace_back(table.context->column(name));
        table.types.push_back(column.type());
        sql += ", " + quoted_name(name) + type_in_sql(column.type()) + " HIDDEN";
    }
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
    SamplesTable& samples = table_of(table);
    return samples.context->guarded([&] {
        plan_samples(*plan, samples.types,
                     static_cast<double>(samples.context->columns->sample_count()));
        return SQLITE_OK;
    });
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

std::vector<Constant> constants_of(sqlite3_value* list) {
    std::vector<Constant> constants;
    sqlite3_value* value = nullptr;
    for (int code = sqlite3_vtab_in_first(list, &value); code == SQLITE_OK && value != nullptr;
         code = sqlite3_vtab_in_next(list, &value))
        constants.push_back(constant_of(value));
    return constants;
}

int filter(sqlite3_vtab_cursor* cursor, int, const char* plan, int count, sqlite3_value** values) {
    SamplesTable& table = table_of(cursor->pVtab);
    return table.context->guarded([&] {
        const std::vector<PlannedArgument> arguments = planned_arguments(plan);
        RowRange range{0, static_cast<std::int64_t>(table.context->columns->sample_count())};
        std::vector<ColumnTest> tests;
        for (std::size_t i = 0; i < std::min(arguments.size(), static_cast<std::size_t>(count));
             ++i) {
            const auto [column, comparison] = arguments[i];
            const char letter = range_letter_of(comparison);
            if (column == 0 && letter != '\0') {
                range.narrow(letter, values[i]);
            } else if (comparison != Comparison::in) {
                tests.push_back(
                    make_test(table.column(column), comparison, constant_of(values[i])));
            } else if (auto test =
                           make_test_of_list(table.column(column), constants_of(values[i]))) {
                tests.push_back(std::move(*test));
            }
        }
        cursor_of(cursor).scan =
            SampleScan(static_cast<std::size_t>(range.begin), static_cast<std::size_t>(range.end),
                       std::move(tests), table.context->job->stop);
        return SQLITE_OK;
    });
}

int next(sqlite3_vtab_cursor* cursor) {
    return table_of(cursor->pVtab).context->guarded([&] {
        cursor_of(cursor).scan.next();
        return SQLITE_OK;
    });
}

int is_at_end(sqlite3_vtab_cursor* cursor) { return cursor_of(cursor).scan.is_at_end() ? 1 : 0; }

int read(sqlite3_vtab_cursor* cursor, sqlite3_context* result, int index) {
    SamplesTable& table = table_of(cursor->pVtab);
    const std::size_t sample = cursor_of(cursor).scan.sample();
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
    *id = static_cast<sqlite3_int64>(cursor_of(cursor).scan.sample());
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
