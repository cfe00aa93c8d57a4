#include "query/plain_table.h"

#include <sqlite3.h>

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <stdexcept>

namespace epochscope::tests {

namespace {

std::string in_quotes(std::string_view text, char quote) {
    std::string result(1, quote);
    for (const char c : text) result += std::string(c == quote ? 2 : 1, c);
    return result + quote;
}

std::string number_words(double value) {
    char digits[40];
    std::snprintf(digits, sizeof digits, "%.17g", value);
    return digits;
}

const char* type_of(ColumnType type) {
    if (type == ColumnType::text || type == ColumnType::date) return " TEXT";
    return type == ColumnType::real ? " REAL" : " INTEGER";
}

void bind(sqlite3_stmt* statement, int place, const Column& column, std::size_t sample) {
    if (column.is_missing(sample)) {
        sqlite3_bind_null(statement, place);
    } else if (column.is_text() || column.type() == ColumnType::date) {
        const std::string words = column.words(sample);
        sqlite3_bind_text(statement, place, words.data(), static_cast<int>(words.size()),
                          SQLITE_TRANSIENT);
    } else if (column.type() == ColumnType::real) {
        sqlite3_bind_double(statement, place, column.number(sample));
    } else {
        const auto values = std::get<std::span<const std::int64_t>>(column.values());
        sqlite3_bind_int64(statement, place, values[sample]);
    }
}

}  // namespace

std::string row_words(std::span<const QueryValue> row) {
    std::string words;
    for (const QueryValue& value : row) {
        if (const auto* whole = std::get_if<std::int64_t>(&value)) words += std::to_string(*whole);
        if (const auto* real = std::get_if<double>(&value))
            words += "r" + number_words(*real + 0.0);  // -0 is stored as 0
        if (const auto* text = std::get_if<std::string_view>(&value))
            words += in_quotes(*text, '\'');
        words += '|';
    }
    return words;
}

void PlainTables::Close::operator()(sqlite3* connection) const { sqlite3_close(connection); }

void PlainTables::run(const std::string& sql) const {
    if (sqlite3_exec(connection_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        throw std::runtime_error(sql + ": " + sqlite3_errmsg(connection_.get()));
}

PlainTables::PlainTables(const SampleColumns& columns,
                         std::span<const std::string_view> epoch_columns) {
    sqlite3* opened = nullptr;
    sqlite3_open(":memory:", &opened);
    connection_.reset(opened);
    std::vector<Column> all;
    for (const ColumnInfo& info : columns.list()) all.push_back(columns.column(info.name));
    for (const std::string_view name : epoch_columns)
        all.push_back(columns.column(name).renamed(std::string(name)));
    std::string names;
    std::string places;
    for (const Column& column : all) {
        names +=
            (names.empty() ? "" : ", ") + in_quotes(column.name(), '"') + type_of(column.type());
        places += places.empty() ? "?" : ", ?";
    }
    run("CREATE TABLE samples(" + names + ")");
    run("CREATE TABLE epochs(sample INTEGER, epoch INTEGER, x REAL, y REAL, prediction TEXT, "
        "confidence REAL, correct INTEGER)");
    run("BEGIN");
    sqlite3_stmt* statement = nullptr;
    const auto insert = [&](const std::string& sql, std::span<const Column> row) {
        sqlite3_prepare_v2(opened, sql.c_str(), -1, &statement, nullptr);
        for (std::size_t i = 0; i < columns.sample_count(); ++i) {
            for (std::size_t c = 0; c < row.size(); ++c)
                bind(statement, static_cast<int>(c) + 1, row[c], i);
            sqlite3_step(statement);
            sqlite3_reset(statement);
        }
        sqlite3_finalize(statement);
    };
    insert("INSERT INTO samples VALUES(" + places + ")", all);
    for (const Epoch& epoch : columns.dataset()->series.epochs()) {
        const std::string number = std::to_string(epoch.number);
        std::vector<Column> row{columns.column("sample")};
        for (const char* const name : {"x", "y", "prediction", "confidence", "correct"})
            row.push_back(columns.column(std::string(name) + "_at(" + number + ")"));
        insert("INSERT INTO epochs VALUES(?, " + number + ", ?, ?, ?, ?, ?)", row);
    }
    run("COMMIT");
    run("CREATE INDEX by_sample ON epochs(sample)");
}

std::vector<std::string> PlainTables::rows(const std::string& sql) const {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(connection_.get(), sql.c_str(), -1, &statement, nullptr) != SQLITE_OK)
        throw std::runtime_error(sql + ": " + sqlite3_errmsg(connection_.get()));
    std::vector<std::string> rows;
    std::vector<QueryValue> row(static_cast<std::size_t>(sqlite3_column_count(statement)));
    while (sqlite3_step(statement) == SQLITE_ROW) {
        for (std::size_t c = 0; c < row.size(); ++c) {
            const int place = static_cast<int>(c);
            switch (sqlite3_column_type(statement, place)) {
                case SQLITE_INTEGER:
                    row[c] = std::int64_t{sqlite3_column_int64(statement, place)};
                    break;
                case SQLITE_FLOAT:
                    row[c] = sqlite3_column_double(statement, place);
                    break;
                case SQLITE_NULL:
                    row[c] = std::monostate{};
                    break;
                default:
                    row[c] = std::string_view(
                        reinterpret_cast<const char*>(sqlite3_column_text(statement, place)));
            }
        }
        rows.push_back(row_words(row));
    }
    sqlite3_finalize(statement);
    return rows;
}

}  // namespace epochscope::tests
