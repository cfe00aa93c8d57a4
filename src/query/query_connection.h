#pragma once

#include "query/query_text.h"

#include <epochscope/query/sample_query.h>

#include <cstdint>
#include <exception>
#include <memory>
#include <span>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;
struct sqlite3_vtab;

namespace epochscope {

/// What the virtual tables of a connection read, and what goes wrong in them: nothing may be thrown
/// through SQLite.
struct QueryContext {
    const SampleColumns* columns = nullptr;
    /// The columns of epochs that the query names.
    std::span<const std::string> epoch_columns;
    const Job* job = nullptr;
    /// The bytes that SQLite held before the query; other queries may hold more meanwhile.
    std::int64_t memory_before = 0;
    std::exception_ptr fault;
    /// While a virtual table tells its columns, which it does by CREATE TABLE.
    bool is_declaring = false;

    /// The column of a name; making it may take long.
    [[nodiscard]] Column column(std::string_view name) const;

    /// Tells SQLite the columns of a virtual table; returns its code.
    int declare(sqlite3* connection, const char* sql);

    /// Runs a callback of SQLite's; an exception is kept and becomes an error code.
    template <typename Work>
    int guarded(const Work& work) noexcept {
        try {
            return work();
        } catch (...) {
            fault = std::current_exception();
            return failed;
        }
    }
    /// SQLITE_ERROR.
    static constexpr int failed = 1;
};

/// A connection to SQLite without a database, in which only the virtual tables can be read.
class QueryConnection {
  public:
    QueryConnection(const SampleColumns& columns, const QueryText& query, const Job& job);
    // The virtual tables refer to it.
    QueryConnection(const QueryConnection&) = delete;
    QueryConnection& operator=(const QueryConnection&) = delete;

    /// Compiles the query. Throws QueryError.
    void prepare();
    /// The number of columns of a row.
    [[nodiscard]] int column_count() const;
    [[nodiscard]] std::string column_name(int column) const;
    /// Goes to the next row; false at the end. Throws QueryError, Error and Cancelled.
    [[nodiscard]] bool step();
    [[nodiscard]] QueryValue value(int column) const;
    [[nodiscard]] std::int64_t whole(int column) const;

  private:
    struct Close {
        void operator()(sqlite3* connection) const;
        void operator()(sqlite3_stmt* statement) const;
    };

    void restrict();
    [[noreturn]] void fail(int code);

    const QueryText* query_;
    QueryContext context_;
    std::unique_ptr<sqlite3, Close> connection_;
    std::unique_ptr<sqlite3_stmt, Close> statement_;
};

/// The virtual tables and the functions of a connection. `context` outlives it.
void add_samples_table(sqlite3* connection, QueryContext& context);
void add_epochs_table(sqlite3* connection, QueryContext& context);
void add_query_functions(sqlite3* connection);

/// What SQLite says of a query, in plain words, with the place in the given text.
QueryError fault_in_words(const QueryText& query, const SampleColumns& columns,
                          std::string_view message, int offset);

}  // namespace epochscope
