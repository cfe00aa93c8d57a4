#include "query/query_connection.h"

#include "query/query_functions.h"

#include <epochscope/model/error.h>

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <new>
#include <utility>

namespace epochscope {

namespace {

/// What one query may hold in SQLite, for sorting, grouping and recursion.
constexpr std::int64_t max_memory = std::int64_t{2} << 30;
/// The longest text that a query may read or make: as long as that of a cell of metadata. Functions
/// of SQLite do not look at the stop token within one text.
constexpr int max_text = 16 << 20;
/// Steps of SQLite's machine between two looks at the stop token: less than a millisecond.
constexpr int steps_between = 10'000;

struct Limit {
    int what;
    int value;
};
constexpr std::array<Limit, 8> limits{{{SQLITE_LIMIT_LENGTH, max_text},
                                       {SQLITE_LIMIT_SQL_LENGTH, 1 << 20},
                                       {SQLITE_LIMIT_COMPOUND_SELECT, 50},
                                       {SQLITE_LIMIT_VDBE_OP, 1 << 20},
                                       {SQLITE_LIMIT_ATTACHED, 0},
                                       {SQLITE_LIMIT_VARIABLE_NUMBER, 0},
                                       {SQLITE_LIMIT_TRIGGER_DEPTH, 0},
                                       {SQLITE_LIMIT_WORKER_THREADS, 0}}};

bool is_table(const char* name) {
    return name != nullptr &&
           (std::string_view(name) == "samples" || std::string_view(name) == "epochs");
}

int authorize(void* data, int action, const char* first, const char* second, const char*,
              const char*) {
    if (static_cast<const QueryContext*>(data)->is_declaring) return SQLITE_OK;
    switch (action) {
        case SQLITE_SELECT:
        case SQLITE_RECURSIVE:
            return SQLITE_OK;
        case SQLITE_READ:
            // Counting the rows of a common table expression reads no column of it.
            return is_table(first) || second == nullptr || *second == '\0' ? SQLITE_OK
                                                                           : SQLITE_DENY;
        case SQLITE_FUNCTION:
            return is_query_function(second) ? SQLITE_OK : SQLITE_DENY;
        default:
            return SQLITE_DENY;
    }
}

int on_progress(void* data) {
    auto& context = *static_cast<QueryContext*>(data);
    if (context.job->stop.stop_requested()) return 1;
    if (sqlite3_memory_used() - context.memory_before < max_memory) return 0;
    context.fault =
        std::make_exception_ptr(QueryError("the query needs more than 2 GiB of memory", 0));
    return 1;
}

}  // namespace

Column QueryContext::column(std::string_view name) const {
    return columns->column(name, Job{.progress = {}, .stop = job->stop});
}

int QueryContext::declare(sqlite3* connection, const char* sql) {
    is_declaring = true;
    const int code = sqlite3_declare_vtab(connection, sql);
    is_declaring = false;
    return code;
}

void QueryConnection::Close::operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }
void QueryConnection::Close::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

QueryConnection::QueryConnection(const SampleColumns& columns, const QueryText& query,
                                 const Job& job)
    : query_(&query),
      context_{.columns = &columns,
               .epoch_columns = query.epoch_columns(),
               .job = &job,
               .memory_before = sqlite3_memory_used(),
               .fault = {}} {
    sqlite3* opened = nullptr;
    const int code =
        sqlite3_open_v2(":memory:", &opened,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX, nullptr);
    connection_.reset(opened);
    if (code != SQLITE_OK) throw std::bad_alloc();
    add_query_functions(opened);
    add_samples_table(opened, context_);
    add_epochs_table(opened, context_);
    restrict();
}

void QueryConnection::restrict() {
    sqlite3* const connection = connection_.get();
    // What is sorted stays in memory, where it is counted, and out of temporary files.
    sqlite3_exec(connection, "PRAGMA temp_store = MEMORY", nullptr, nullptr, nullptr);
    for (const Limit& limit : limits) sqlite3_limit(connection, limit.what, limit.value);
    // A text in double quotes is a name and never silently a text.
    sqlite3_db_config(connection, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_set_authorizer(connection, authorize, &context_);
    sqlite3_progress_handler(connection, steps_between, on_progress, &context_);
}

void QueryConnection::prepare() {
    sqlite3_stmt* statement = nullptr;
    const int code =
        sqlite3_prepare_v2(connection_.get(), query_->sql().c_str(),
                           static_cast<int>(query_->sql().size()), &statement, nullptr);
    statement_.reset(statement);
    if (code != SQLITE_OK) fail(code);
    if (statement == nullptr) throw QueryError("there is no query", 0);
    // The authorizer has refused all else.
    if (sqlite3_stmt_readonly(statement) == 0) throw QueryError("only SELECT can be asked here", 0);
}

int QueryConnection::column_count() const { return sqlite3_column_count(statement_.get()); }

std::string QueryConnection::column_name(int column) const {
    const char* const name = sqlite3_column_name(statement_.get(), column);
    return name == nullptr ? std::string() : std::string(name);
}

bool QueryConnection::step() {
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) fail(code);
    return false;
}

QueryValue QueryConnection::value(int column) const {
    sqlite3_stmt* const row = statement_.get();
    switch (sqlite3_column_type(row, column)) {
        case SQLITE_INTEGER:
            return std::int64_t{sqlite3_column_int64(row, column)};
        case SQLITE_FLOAT:
            return sqlite3_column_double(row, column);
        case SQLITE_NULL:
            return std::monostate{};
        default: {
            const void* const bytes = sqlite3_column_blob(row, column);
            const auto size = static_cast<std::size_t>(sqlite3_column_bytes(row, column));
            return std::string_view(static_cast<const char*>(bytes), size);
        }
    }
}

std::int64_t QueryConnection::whole(int column) const {
    return sqlite3_column_int64(statement_.get(), column);
}

void QueryConnection::fail(int code) {
    if (context_.fault) std::rethrow_exception(std::exchange(context_.fault, nullptr));
    if (context_.job->stop.stop_requested()) throw Cancelled();
    if (code == SQLITE_NOMEM) throw std::bad_alloc();
    throw fault_in_words(*query_, *context_.columns, sqlite3_errmsg(connection_.get()),
                         sqlite3_error_offset(connection_.get()));
}

}  // namespace epochscope
