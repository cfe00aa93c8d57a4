#include "query/query_functions.h"

#include "query/fold_case.h"
#include "query/query_connection.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

namespace epochscope {

namespace {

/// All but those that load code, reach into files or tell of the program.
constexpr std::array<std::string_view, 100> functions{"abs",
                                                      "acos",
                                                      "acosh",
                                                      "asin",
                                                      "asinh",
                                                      "atan",
                                                      "atan2",
                                                      "atanh",
                                                      "avg",
                                                      "ceil",
                                                      "ceiling",
                                                      "char",
                                                      "coalesce",
                                                      "cos",
                                                      "cosh",
                                                      "count",
                                                      "cume_dist",
                                                      "current_date",
                                                      "current_time",
                                                      "current_timestamp",
                                                      "date",
                                                      "datetime",
                                                      "degrees",
                                                      "dense_rank",
                                                      "exp",
                                                      "first_value",
                                                      "floor",
                                                      "format",
                                                      "glob",
                                                      "group_concat",
                                                      "hex",
                                                      "ifnull",
                                                      "iif",
                                                      "instr",
                                                      "json",
                                                      "json_array",
                                                      "json_array_length",
                                                      "json_error_position",
                                                      "json_extract",
                                                      "json_group_array",
                                                      "json_group_object",
                                                      "json_insert",
                                                      "json_object",
                                                      "json_patch",
                                                      "json_quote",
                                                      "json_remove",
                                                      "json_replace",
                                                      "json_set",
                                                      "json_type",
                                                      "json_valid",
                                                      "julianday",
                                                      "lag",
                                                      "last_value",
                                                      "lead",
                                                      "length",
                                                      "like",
                                                      "likelihood",
                                                      "likely",
                                                      "ln",
                                                      "log",
                                                      "log10",
                                                      "log2",
                                                      "lower",
                                                      "ltrim",
                                                      "max",
                                                      "min",
                                                      "mod",
                                                      "nth_value",
                                                      "ntile",
                                                      "nullif",
                                                      "percent_rank",
                                                      "pi",
                                                      "pow",
                                                      "power",
                                                      "printf",
                                                      "quote",
                                                      "radians",
                                                      "rank",
                                                      "replace",
                                                      "round",
                                                      "row_number",
                                                      "rtrim",
                                                      "sign",
                                                      "sin",
                                                      "sinh",
                                                      "soundex",
                                                      "sqrt",
                                                      "strftime",
                                                      "substr",
                                                      "substring",
                                                      "sum",
                                                      "tan",
                                                      "tanh",
                                                      "time",
                                                      "total",
                                                      "trim",
                                                      "trunc",
                                                      "typeof",
                                                      "unicode",
                                                      "upper"};

std::string_view text_of(sqlite3_value* value) {
    const auto* const bytes = reinterpret_cast<const char*>(sqlite3_value_text(value));
    return bytes == nullptr
               ? std::string_view{}
               : std::string_view(bytes, static_cast<std::size_t>(sqlite3_value_bytes(value)));
}

/// `like(pattern, text[, escape])`, which ignores the case of every script.
void like(sqlite3_context* call, int count, sqlite3_value** values) {
    for (int i = 0; i < count; ++i)
        if (sqlite3_value_type(values[i]) == SQLITE_NULL) return;
    try {
        char32_t escape = 0;
        if (count == 3) {
            const std::u32string given = code_points(text_of(values[2]));
            if (given.size() != 1) {
                sqlite3_result_error(call, "ESCAPE expression must be a single character", -1);
                return;
            }
            escape = given.front();
        }
        const LikePattern pattern(text_of(values[0]), escape);
        sqlite3_result_int(call, pattern.matches(text_of(values[1])) ? 1 : 0);
    } catch (const std::exception&) {
        sqlite3_result_error_nomem(call);
    }
}

}  // namespace

std::span<const std::string_view> query_functions() { return functions; }

bool is_query_function(std::string_view name) {
    return std::ranges::binary_search(functions, name);
}

void add_query_functions(sqlite3* connection) {
    constexpr int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    for (const int count : {2, 3})
        sqlite3_create_function_v2(connection, "like", count, flags, nullptr, like, nullptr,
                                   nullptr, nullptr);
}

}  // namespace epochscope
