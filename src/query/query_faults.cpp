#include "query/query_connection.h"
#include "query/query_functions.h"
#include "query/sql_tokens.h"

#include <epochscope/query/near_names.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

namespace epochscope {

namespace {

/// "; did you mean size?", if one of the names is near.
std::string guess(std::string_view wrong, const std::vector<std::string>& names) {
    const std::string* best = nullptr;
    std::size_t least = std::max<std::size_t>(1, wrong.size() / 3) + 1;
    for (const std::string& name : names) {
        if (name.size() > wrong.size() + 3 || wrong.size() > name.size() + 3) continue;
        if (const std::size_t changes = name_distance(wrong, name); changes < least) {
            least = changes;
            best = &name;
        }
    }
    return best == nullptr ? std::string() : "; did you mean " + name_in_sql(*best) + "?";
}

std::vector<std::string> column_names(const SampleColumns& columns) {
    std::vector<std::string> names{"epoch", "x", "y", "prediction", "confidence", "correct"};
    for (const ColumnInfo& info : columns.list()) names.push_back(info.name);
    for (const std::string_view name : epoch_column_names()) names.emplace_back(name);
    return names;
}

std::vector<std::string> function_names() {
    std::vector<std::string> names;
    for (const std::string_view name : query_functions()) names.emplace_back(name);
    for (const std::string_view name : epoch_column_names()) names.emplace_back(name);
    return names;
}

/// What comes after the beginning; nothing if the text begins otherwise.
std::optional<std::string> rest_after(std::string_view text, std::string_view beginning) {
    if (!text.starts_with(beginning)) return std::nullopt;
    return std::string(text.substr(beginning.size()));
}

/// `near "x": syntax error` gives x.
std::optional<std::string> near_what(std::string_view message) {
    constexpr std::string_view tail = "\": syntax error";
    auto rest = rest_after(message, "near \"");
    if (!rest || !rest->ends_with(tail)) return std::nullopt;
    return rest->substr(0, rest->size() - tail.size());
}

/// Whether an unrecognized token is a text or a name that goes on to the end.
bool is_open_quote(std::string_view token) {
    constexpr std::string_view quotes = "'\"`[";
    if (token.size() < 2) return false;
    const char second = token[1];
    const bool is_bytes = (second == 'x' || second == 'X') && token.size() > 2 &&
                          token[2] == '\'' && token.find('\'', 3) == std::string_view::npos;
    return is_bytes || quotes.find(second) != std::string_view::npos;
}

/// What to write in place of a column that only `epochs` has; nothing for other names.
std::optional<std::string> column_of_epochs(std::string_view name, const SampleColumns& columns) {
    if (is_same_name(name, "epoch")) return "; the table epochs has one";
    for (const std::string_view at : epoch_column_names()) {
        if (!is_same_name(name, at.substr(0, at.size() - std::string_view("_at").size()))) continue;
        const Epoch& last = columns.dataset()->series.epochs().back();
        return "; did you mean " + std::string(at) + "(" + std::to_string(last.number) + ")?";
    }
    return std::nullopt;
}

/// The message without what stands after the text as given.
std::string_view without_own(std::string_view message) {
    return message.substr(0, message.find(own_order));
}

std::string in_words(std::string_view message, const SampleColumns& columns, bool is_end) {
    if (auto name = rest_after(message, "no such column: ")) {
        const std::size_t dot = name->rfind('.');
        const std::string bare = dot == std::string::npos ? *name : name->substr(dot + 1);
        if (const auto meant = column_of_epochs(bare, columns))
            return "there is no column " + *name + *meant;
        if (columns.find(bare) != nullptr) return "the column " + *name + " cannot be used here";
        const std::string near = guess(bare, column_names(columns));
        return "there is no column " + *name +
               (near.empty() ? "; a text stands in single quotes" : near);
    }
    if (const auto name = rest_after(message, "no such function: "))
        return "there is no function " + *name + guess(*name, function_names());
    if (const auto name = rest_after(message, "no such table: "))
        return "there is no table " + *name + "; the tables are samples and epochs";
    if (const auto token = rest_after(message, "unrecognized token: "))
        return is_open_quote(*token) ? std::string("the quote is not closed")
                                     : std::string(without_own(*token)) + " is not understood";
    if (is_end || message == "incomplete input") return "something is missing at the end";
    if (const auto token = near_what(message)) return *token + " is not expected here";
    if (const auto name = rest_after(message, "not authorized to use function: "))
        return "the function " + *name + " cannot be used here";
    if (message.starts_with("not authorized") || message.ends_with("is prohibited"))
        return "only the tables samples and epochs can be read";
    if (message == "interrupted") return "the query was stopped";
    if (message == "string or blob too big") return "a text is longer than 16 MiB";
    return std::string(without_own(message));
}

}  // namespace

QueryError fault_in_words(const QueryText& query, const SampleColumns& columns,
                          std::string_view message, int offset) {
    const std::size_t size = query.sql().size();
    const bool is_end = message == "incomplete input";
    const std::size_t place = is_end       ? size
                              : offset < 0 ? std::size_t{0}
                                           : static_cast<std::size_t>(offset);
    const bool is_own = offset >= 0 && query.is_own(place) && near_what(message).has_value();
    return {in_words(message, columns, is_own), query.given_offset(place)};
}

}  // namespace epochscope
