#include "query/query_functions.h"

#include "query/fold_case.h"
#include "query/query_connection.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <exception>
#include <memory>
#include <optional>
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

void release_pattern(void* pattern) {
    const std::unique_ptr<LikePattern> owner(static_cast<LikePattern*>(pattern));
}

/// The code point of ESCAPE; nothing if it is not one.
std::optional<char32_t> escape_of(sqlite3_value* value) {
    const std::u32string given = code_points(text_of(value));
    return given.size() == 1 ? std::optional(given.front()) : std::nullopt;
}

/// `like(pattern, text[, escape])`, which ignores the case of every script.
void like(sqlite3_context* call, int count, sqlite3_value** values) {
    for (int i = 0; i < count; ++i)
        if (sqlite3_value_type(values[i]) == SQLITE_NULL) return;
    try {
        const auto escape = count == 3 ? escape_of(values[2]) : std::optional<char32_t>(0);
        if (!escape)
            return sqlite3_result_error(call, "ESCAPE expression must be a single character", -1);
        // A pattern that is the same for all rows is kept; an escape might differ from row to row.
        const auto* pattern =
            count == 2 ? static_cast<const LikePattern*>(sqlite3_get_auxdata(call, 0)) : nullptr;
        std::unique_ptr<LikePattern> made;
        if (pattern == nullptr) {
            made = std::make_unique<LikePattern>(text_of(values[0]), *escape);
            pattern = made.get();
        }
        sqlite3_result_int(call, pattern->matches(text_of(values[1])) ? 1 : 0);
        if (made && count == 2) sqlite3_set_auxdata(call, 0, made.release(), release_pattern);
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
