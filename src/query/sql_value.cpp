#include "query/sql_value.h"

#include <sqlite3.h>

#include <cmath>
#include <string>

namespace epochscope {

void give_text(sqlite3_context* result, std::string_view text) {
    // Not given at all, it is NULL.
    if (!text.empty())
        sqlite3_result_text64(result, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
}

void give_value(sqlite3_context* result, const Column& column, std::size_t sample) {
    if (column.is_text()) {
        give_text(result, column.text(sample));
    } else if (const auto* whole = std::get_if<std::span<const std::int64_t>>(&column.values())) {
        const std::int64_t value = (*whole)[sample];
        if (value == Column::missing) return;
        if (column.type() != ColumnType::date) {
            sqlite3_result_int64(result, value);
        } else {
            const std::string words = date_words(value);
            sqlite3_result_text64(result, words.data(), words.size(), SQLITE_TRANSIENT,
                                  SQLITE_UTF8);
        }
    } else {
        // NaN is NULL to SQLite.
        sqlite3_result_double(result, column.number(sample));
    }
}

}  // namespace epochscope
